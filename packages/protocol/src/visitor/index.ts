export { OLDEST_PROTOCOL_VERSION, PROTOCOL_VERSION } from '../shared/version.ts';
export {
  isTooLong,
  MAX_FILE_BYTES,
  MAX_MESSAGE_CODE_POINTS,
  MAX_PACKET_BYTES,
  MAX_PAGE_BYTES,
  MAX_PAGE_EVENTS,
  MAX_TRACK_EVENTS,
  MAX_WORD_CODE_POINTS,
  MOST_FILES,
} from '../shared/limits.ts';
export { attachmentSchema, FILE_FAULTS } from '../shared/attachment.ts';
export type { Attachment, FileFault } from '../shared/attachment.ts';
export { timeOrderedId } from '../shared/time-ordered-id.ts';
export { ERROR_KINDS, isRetryable } from '../shared/error-kind.ts';
export type { Ack, ErrorKind, Failure, WireError } from '../shared/error-kind.ts';
export {
  ACTION_INTENTS,
  askSchema,
  conversationStateSchema,
  linkSchema,
  localeSchema,
  logEventSchema,
  quickReplySchema,
  ticketStateSchema,
} from '../shared/log-event.ts';
export type { Ask, ConversationState, Link, Locale, LogEvent, QuickReply, TicketState } from '../shared/log-event.ts';
export { consentSchema, identitySchema, pageSchema, visitorHandshakeSchema } from './handshake.ts';
export type { Consent, Identity, Page, VisitorHandshake } from './handshake.ts';
export { plainMessage } from './plain-message.ts';
export { messageTextSchema, trackEventSchema, visitorUpSchemas } from './up.ts';
export type { LogPage, Suggestion, TrackEvent, VisitorAcks, VisitorUp, VisitorUpEvents } from './up.ts';
export type { Greetings, WidgetSite } from './widget-site.ts';
export type {
  Extras,
  KnownProblem,
  Presence,
  SatisfactionQuestion,
  VisitorDownEvents,
  VisitorEvents,
  Welcome,
} from './down.ts';
