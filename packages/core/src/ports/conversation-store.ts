import type { Conversation } from '../domain/conversation/conversation.ts';
import type { LogEvent } from '../domain/conversation/log-event.ts';
import type { JobChange } from '../domain/notice/job.ts';
import type { OutboxEntry } from '../domain/outbox/outbox-entry.ts';
import type { Ticket, TicketChange } from '../domain/ticket/ticket.ts';
import type { PromiseChange } from '../domain/promise/promise-change.ts';
import type { SurveyAsk } from '../domain/survey/survey-request.ts';
import type { Visitor } from '../domain/visitor.ts';

/** An event with its place among all events of the store: the console's cursor. */
export interface StoredEvent extends LogEvent {
  readonly id: number;
  readonly conversationKey: number;
}

/** Everything that one decision changes, saved as a whole or not at all. */
export interface Commit {
  /** The version that the decision was made on; 0 makes the conversation. */
  readonly expectedVersion: number;
  readonly events: readonly LogEvent[];
  /**
   * The state afterwards; its `key` is 0 for a new conversation. Its watermarks are ignored, and so is `unread`, which
   * marks change as well: the store adds the visitor's messages of `events` to what it has.
   */
  readonly next: Conversation;
  /** What becomes due outside because of it, or is not any more. */
  readonly jobs?: readonly JobChange[];
  /** What is to be sent because of it. */
  readonly outbox?: readonly OutboxEntry[];
  /** What becomes of tickets; a new one belongs to this conversation. One whose version is another makes the whole a conflict. */
  readonly tickets?: readonly TicketChange[];
  /** What becomes of the promise that an answer will come, and how long an answer took. */
  readonly promises?: readonly PromiseChange[];
  /** Whom to ask how it was, now that something is settled; not if they were asked lately. */
  readonly survey?: SurveyAsk;
}

export type CommitOutcome =
  | {
      readonly kind: 'committed';
      readonly conversation: Conversation;
      readonly events: readonly StoredEvent[];
      /** As they are stored; left out when none was changed. */
      readonly tickets?: readonly Ticket[];
    }
  /** Somebody was faster: load and decide again. */
  | { readonly kind: 'conflict' }
  /** This visitor's message or "end chat" (or an owner's reply to them) with its client id is stored already, whatever the version. */
  | { readonly kind: 'duplicate'; readonly conversation: Conversation; readonly event: StoredEvent };

/** A slice of a log. Without `after` and `before`: the newest events. Ascending by `seq` in any case. */
export interface LogSlice {
  after?: number;
  before?: number;
  /** At most this many events ... */
  limit: number;
  /** ... and no more than about this many bytes of text, but at least one event. */
  maxBytes?: number;
}

export interface InboxRow {
  readonly conversation: Conversation;
  readonly visitor: Visitor;
}

export interface ConversationStore {
  /** The visitor's one conversation. */
  findConversationOfVisitor(site: string, visitorKey: number): Promise<Conversation | null>;
  /** By public id; null as well when it belongs to another site. */
  findConversation(site: string, id: string): Promise<InboxRow | null>;

  /**
   * Saves a decision. Resolves only when it is on disk. One refused commit does not roll back others that are written
   * in the same transaction. A new conversation of a visitor who has one already is a conflict.
   * @throws DeskError `not_found` when a new conversation's site has no such visitor.
   * @throws DeskError `unavailable` when it cannot be written now; then nothing of it is stored.
   */
  commit(commit: Commit): Promise<CommitOutcome>;

  readLog(conversationKey: number, slice: LogSlice): Promise<StoredEvent[]>;
  /** The `closed` event of a visitor's "end chat" with this client id. */
  findEnd(conversationKey: number, clientId: string): Promise<StoredEvent | null>;

  /**
   * Newest first; `waiting` (a person's word is awaited, `waitingSince`) with the urgent before all others, each longest-waiting
   * first. `before` is the `lastAt`
   * of the last row seen (not for `waiting`). Rows that share the moment of the last one come with it, beyond `limit`, so
   * that paging misses none.
   */
  inbox(
    site: string,
    page: { filter: 'waiting' | 'open' | 'closed'; before?: number; limit: number },
  ): Promise<InboxRow[]>;
  countWaiting(site: string): Promise<number>;

  /** The last event id of a site, 0 when nothing happened yet. */
  cursor(site: string): Promise<number>;
  /** Events of a site after a cursor, ascending by id. */
  eventsAfter(site: string, cursor: number, limit: number): Promise<StoredEvent[]>;
  /** Rows of these conversations of the site, in any order; those that do not exist are left out. */
  rows(site: string, conversationKeys: readonly number[]): Promise<InboxRow[]>;

  /** Raises a watermark (never lowers it, nor past the log's end) and, for the owner's, counts `unread` anew. Null when there is no such conversation. */
  markSeen(conversationKey: number, side: 'owner' | 'visitor', seq: number): Promise<Conversation | null>;

  /** Conversations in which the bot still owes an answer. */
  owed(): Promise<Conversation[]>;
  /** Open conversations of a site: what time alone may change. */
  open(site: string): Promise<Conversation[]>;
}
