export { inboxFilterSchema, ownerHandshakeSchema, ownerUpSchemas } from './up.ts';
export type { InboxFilter, OwnerAcks, OwnerHandshake, OwnerUp, OwnerUpEvents } from './up.ts';
export type { CannedReply } from './canned.ts';
export type { ConversationNote, EarlierAnswer } from './notes.ts';
export type { TicketSieve, TicketView } from './ticket-list.ts';
export {
  INSIGHT_PERIODS,
  insightCohortsSchema,
  insightFiguresSchema,
  insightGroupsSchema,
  insightLoadSchema,
  insightSegmentsSchema,
} from './insights.ts';
export {
  insightRaisedSchema,
  insightThemesSchema,
  themeMarkSchema,
  themeQuerySchema,
  themeTellSchema,
  themeUntellSchema,
} from './themes.ts';
export { insightProductsSchema } from './insight-products.ts';
export type { InsightAsked, InsightProduct, InsightProducts } from './insight-products.ts';
export type {
  InsightCategory,
  InsightExample,
  InsightTheme,
  InsightThemes,
  ThemeMarkChange,
  ThemeNewsView,
  ThemeRaisers,
} from './themes.ts';
export type {
  InsightCohorts,
  InsightFigure,
  InsightFeedback,
  InsightFigures,
  InsightGroup,
  InsightGroups,
  InsightLoad,
  InsightPeriodKind,
  InsightRow,
  InsightSegments,
  InsightHistoryPoint,
  InsightView,
} from './insights.ts';
export type { QueueChange, QueueHow, QueueItem, QueueTask } from './queue.ts';
export type {
  BotReason,
  ConversationDetail,
  ConversationSummary,
  FileProblem,
  OwnerDownEvents,
  OwnerEvent,
  OwnerPresence,
  TicketComplaint,
  TicketRemedyChoice,
  TicketDetail,
  TicketHistoryEntry,
  TicketRouteReason,
  TicketSummary,
  TicketTarget,
} from './down.ts';
