/** One event of a conversation's log, as far as the checker cares. */
export interface LoggedEvent {
  seq: number;
  /** UTC milliseconds by the server's clock. */
  at: number;
  type: string;
  clientId?: string;
  /** The visitor's message that a bot's message answers. */
  replyTo?: number;
  /** Who handed back. */
  by?: string;
  /** The bot asks for something with it, and waits for the answer. */
  asks?: boolean;
}

/** A conversation as it lies in the store at the end. */
export interface StoredConversation {
  id: string;
  site: string;
  /** The store's number of its visitor. */
  visitor: number;
  /** Ascending by `seq`. */
  events: readonly LoggedEvent[];
}

/** What one client (a tab, a phone, a console) went through. */
export interface ViewerHistory {
  viewer: string;
  /** Client ids, in the order in which they were sent for the first time. */
  sent: readonly string[];
  /** What the server confirmed to be on disk. */
  acked: readonly { clientId: string; conversation: string; seq: number }[];
  /** What was shown, in the order in which it was shown. */
  seen: readonly { conversation: string; seq: number; type: string; clientId?: string }[];
  /** Tickets that the bot named to them, with their names as people read them. */
  promised?: readonly { conversation: string; name: string }[];
  /** Client ids that are still waiting to be sent when everything should have settled. */
  unsent: readonly string[];
  /** How the client itself sees what is unsent, for whoever looks into it. */
  stuck?: string;
  /** It was closed or reloaded on the way, so it need not have seen the end. */
  left?: boolean;
}

/** When there was no server: from its kill until it was ready again, UTC milliseconds. */
export interface Downtime {
  from: number;
  to: number;
}

export interface Histories {
  viewers: readonly ViewerHistory[];
  conversations: readonly StoredConversation[];
  downtimes: readonly Downtime[];
  /** How long the bot may take, not counting the time in which there was no server. */
  replyWithinMs: number;
}

/** What the store owes to people at the end, beside the logs. */
export interface Owed {
  /** `SHOP-A-T17`, and the public id of the conversation that it came from. */
  tickets: readonly { name: string; conversation: string | null }[];
  /** Mails of the outbox: whether the store thinks that one is sent, and how often it arrived. */
  mails: readonly { id: string; isDone: boolean; received: number }[];
  /** Booked times, `to` exclusive, UTC milliseconds; `place` is site and resource. */
  appointments: readonly { id: string; place: string; from: number; to: number }[];
}

/**
 * - `acked_not_stored`: a message was confirmed and is not in the store, or elsewhere than confirmed
 * - `duplicate`: a client id is stored twice, in one conversation or in two
 * - `stored_hole`: a log whose `seq` does not count 1, 2, 3 ...
 * - `seen_hole`: a viewer was shown an event out of order, twice, or left one out
 * - `seen_not_stored`: a viewer was shown what is not in the store
 * - `not_converged`: a viewer is behind the store, or has something unsent, when everything should have settled
 * - `no_reply`, `late_reply`, `two_replies`: the bot owes each message it is in charge of exactly one answer, in time
 * - `bot_after_takeover`: the bot answered in a conversation that it was not in charge of
 * - `ticket_not_once`: a ticket whose number somebody was shown is not there, is another's, or is there twice
 * - `mail_not_sent`, `mail_too_often`: a mail of the outbox arrives at least once, and at most twice
 * - `slot_sold_twice`: two booked times of one resource overlap
 */
export type ViolationKind =
  | 'acked_not_stored'
  | 'duplicate'
  | 'stored_hole'
  | 'seen_hole'
  | 'seen_not_stored'
  | 'not_converged'
  | 'no_reply'
  | 'late_reply'
  | 'two_replies'
  | 'bot_after_takeover'
  | 'ticket_not_once'
  | 'mail_not_sent'
  | 'mail_too_often'
  | 'slot_sold_twice';

export interface Violation {
  kind: ViolationKind;
  conversation?: string;
  viewer?: string;
  seq?: number;
  clientId?: string;
  detail: string;
}
