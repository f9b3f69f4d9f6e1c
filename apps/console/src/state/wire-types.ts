export type { ErrorKind } from '@solodesk/protocol';
export type { Locale, LogEvent } from '@solodesk/protocol/visitor';
export type {
  BotReason,
  ConversationDetail,
  ConversationSummary,
  FileProblem,
  InboxFilter,
  OwnerEvent,
  OwnerPresence,
} from '@solodesk/protocol/owner';
