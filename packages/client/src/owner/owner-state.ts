import type { ErrorKind } from '@solodesk/protocol';
import type { Attachment } from '@solodesk/protocol/visitor';
import type {
  ConversationDetail,
  ConversationNote,
  ConversationSummary,
  FileProblem,
  InboxFilter,
  OwnerEvent,
  OwnerPresence,
} from '@solodesk/protocol/owner';

/**
 * `connecting` until the first connection, `reconnecting` after it was lost; `signed_out` and `outdated` end by
 * signing in and by reloading.
 */
export type ConnectionState = 'connecting' | 'online' | 'reconnecting' | 'signed_out' | 'outdated';

/** A reply on its way: `queued` waits for the connection or its turn, `sent` is stored but not yet in the log. */
export interface OutboxReply {
  clientId: string;
  site: string;
  conversation: string;
  text: string;
  /** Number of the ticket that it answers, where it answers one. */
  ticket?: number;
  attachments?: readonly Attachment[];
  /** UTC milliseconds by our clock. */
  at: number;
  status: 'queued' | 'sending' | 'sent' | 'failed';
  error?: ErrorKind;
}

export interface InboxList {
  loaded: boolean;
  loading: boolean;
  more: boolean;
  /** `lastAt` of the last one on the pages that were read. */
  oldest: number | null;
}

/** A part of one conversation's log, without holes: from its first event to its last. It is bounded, however long the whole is. */
export interface ConversationLog {
  /** By `seq`, ascending and contiguous. */
  events: readonly OwnerEvent[];
  /** Older events exist. */
  more: boolean;
  /** Newer events exist, and are not in it before one reads on. */
  newer: boolean;
  /** Somebody reads in its middle: what comes takes nothing away from its beginning. */
  held: boolean;
}

export interface OpenConversation extends ConversationLog {
  detail: ConversationDetail | null;
  /** The owner's remarks beside it, by time. */
  notes: readonly ConversationNote[];
  loading: boolean;
  /** Why the last reading of it failed. */
  error: ErrorKind | null;
}

export type OwnerAction = 'takeover' | 'hand_back' | 'close' | 'block' | 'unblock' | 'presence' | 'page' | 'queue';

/** Something that was undone because the server did not accept it, until it is dismissed. */
export interface OwnerNotice {
  id: number;
  site: string;
  conversation: string | null;
  action: OwnerAction;
  error: ErrorKind;
  /** There was no connection. */
  offline: boolean;
}

export interface SiteState {
  loaded: boolean;
  /** Everything up to this event id was read by `sync`; what was pushed beyond it is read again, and dropped. */
  cursor: number;
  conversations: Readonly<Record<string, ConversationSummary>>;
  lists: Readonly<Record<InboxFilter, InboxList>>;
  /** Waiting conversations, counted by the server when the inbox was read. */
  waitingAtRead: number;
  presence: OwnerPresence;
  problems: readonly FileProblem[];
  /** Conversations whose visitor types. */
  typing: Readonly<Record<string, true>>;
}

export interface OwnerState {
  connection: ConnectionState;
  sites: Readonly<Record<string, SiteState>>;
  /** Opened conversations by id, whatever their site. */
  open: Readonly<Record<string, OpenConversation>>;
  outbox: readonly OutboxReply[];
  /** What is shown before the server has agreed, by conversation id. */
  expected: Readonly<Record<string, Partial<ConversationSummary>>>;
  notices: readonly OwnerNotice[];
}

const emptyList: InboxList = { loaded: false, loading: false, more: false, oldest: null };

export const emptySite: SiteState = {
  loaded: false,
  cursor: 0,
  conversations: {},
  lists: { waiting: emptyList, open: emptyList, closed: emptyList },
  waitingAtRead: 0,
  presence: { mode: 'auto', here: false },
  problems: [],
  typing: {},
};

export const emptyConversation: OpenConversation = {
  detail: null,
  notes: [],
  events: [],
  more: false,
  newer: false,
  held: false,
  loading: true,
  error: null,
};
