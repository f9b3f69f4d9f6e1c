export { createOwnerClient } from './owner-client.ts';
export type { OwnerClient, OwnerClientOptions } from './owner-client.ts';
export type { OwnerClock, OwnerSocket, OwnerSocketEvents } from './owner-socket.ts';
export type { OutboxStorage } from './reply-outbox.ts';
export type { Observable } from './observable.ts';
export { queueOf } from './queue-desk.ts';
export type { QueueDesk, QueueState, SiteQueue } from './queue-desk.ts';
export { emptyConversation } from './owner-state.ts';
export type { NoteDesk } from './owner-client.ts';
export type { CannedDesk, CannedReplies } from './canned-desk.ts';
export { isSameSieve } from './ticket-desk.ts';
export type { TicketDesk, TicketNews, TicketViews } from './ticket-desk.ts';
export { CLOSE_AFTER_MS } from './closings.ts';
export { inboxOf, shownSummary, waitingCount } from './summaries.ts';
export type {
  ConnectionState,
  ConversationLog,
  InboxList,
  OpenConversation,
  OutboxReply,
  OwnerAction,
  OwnerNotice,
  OwnerState,
  SiteState,
} from './owner-state.ts';
