import type { Attachment } from '../shared/attachment.ts';
import type { WireError } from '../shared/error-kind.ts';
import type { CannedReply } from './canned.ts';
import type { ConversationNote } from './notes.ts';
import type { QueueChange } from './queue.ts';
import type { TicketView } from './ticket-list.ts';
import type { ConversationState, Locale, LogEvent, TicketState } from '../shared/log-event.ts';

/** What the bot did, and why. */
export interface BotReason {
  /** `answered`, `suggested` ("did you mean"), `pointed` (to a manual that may help), `unsure`, `handed_off`, `small_talk`, `promised` (the owner was silent). */
  kind:
    | 'answered'
    | 'suggested'
    | 'pointed'
    | 'form'
    | 'ticket'
    | 'unsure'
    | 'handed_off'
    | 'small_talk'
    | 'promised'
    | 'resumed'
    | 'emergency'
    | 'complaint'
    | 'known_problem'
    | 'problem_fixed';
  /** The likeliest intents, best first, with their confidence from 0 to 1. */
  guesses: { intent: string; confidence: number }[];
}

/** A ticket in a list. Its states and levels are those of the domain, its times UTC milliseconds. */
export interface TicketSummary {
  number: number;
  /** As people say it: `SHOP-T17`. */
  name: string;
  state: TicketState;
  subject: string;
  category: string;
  priority: number;
  level: 'urgent' | 'high' | 'normal' | 'low';
  /** Who asks, as far as it is known. */
  contact: { name?: string; email?: string; phone?: string };
  /** Who settles it. */
  target: TicketTarget;
  createdAt: number;
  updatedAt: number;
  dueAt: number | null;
  /** It is `solved` or `closed` because the visitor took it back. */
  withdrawn?: true;
}

export type TicketTarget =
  | { to: 'owner' }
  | { to: 'person'; name: string; mail: string }
  | { to: 'address'; name: string; mail: string }
  | { to: 'action'; action: string };

/** Why a ticket went where it is. */
export interface TicketRouteReason {
  rule: string | null;
  because: { on: 'category' | 'locale' | 'level' | 'priority' | 'hours'; was: string }[];
  byHand: boolean;
}

export interface TicketHistoryEntry {
  at: number;
  by: { kind: 'visitor' | 'bot' | 'time' | 'api' } | { kind: 'owner'; name: string };
  what:
    | { type: 'made' }
    | { type: 'state'; from: TicketState; to: TicketState; reopened?: true }
    | { type: 'added' | 'answered' | 'withdrawn'; seq: number | null }
    | { type: 'completed'; slots: string[] }
    | { type: 'category'; from: string; to: string }
    | { type: 'routed'; target: TicketTarget; reason: TicketRouteReason }
    | { type: 'proposed'; choices: TicketRemedyChoice[] }
    | { type: 'verdict'; accepted: boolean; text: string | null }
    | { type: 'warned' }
    | { type: 'priority'; from: number; to: number }
    | { type: 'note'; text: string };
}

/** Where a complaint stands. Its deadline is the ticket's `dueAt`. */
export interface TicketComplaint {
  stage: 'received' | 'proposed' | 'accepted' | 'declined' | 'settled';
  /** What the site's list offers; what does not fit by the policy's rules comes last. `text`: in the customer's language, as it goes out. */
  remedies: { name: string; text: string; texts: Partial<Record<Locale, string>>; fits: boolean }[];
  /** The last one; `by` is null where the policy let the bot offer it. */
  proposal: { choices: TicketRemedyChoice[]; by: string | null; at: number } | null;
  /** What was taken of it. */
  chosen: string | null;
}

/** One way to make good; `remedy` is null for the owner's own words. */
export interface TicketRemedyChoice {
  remedy: string | null;
  text: string;
}

export type TicketDetail = TicketSummary & {
  locale: Locale;
  /** `files`: what was sent for it, by name in `value`. */
  details: { slot: string; label: string; value: string; sensitive: boolean; files?: Attachment[] }[];
  /** Slots that nobody filled. */
  missing: string[];
  reasons: { name: string; points: number; text: Partial<Record<Locale, string>> }[];
  route: TicketRouteReason;
  /** Null for what is no complaint. */
  complaint: TicketComplaint | null;
  /** Public id of the conversation that it came from; null when there is none (any more). */
  conversation: string | null;
  solvedAt: number | null;
  history: TicketHistoryEntry[];
};

/** A log event as the owner sees it: with its place in the site's stream, and the bot's reasons. */
export type OwnerEvent = LogEvent & {
  /** Global event id: the console's cursor. */
  id: number;
  conversation: string;
  /** Of the bot's messages. */
  why?: BotReason;
};

export interface ConversationSummary {
  id: string;
  state: ConversationState;
  lastSeq: number;
  /** The last message's text, cut to 200 characters, and who said it. */
  preview: string;
  previewFrom: 'visitor' | 'bot' | 'owner' | null;
  /** UTC milliseconds of the last event; the inbox's order. */
  lastAt: number;
  createdAt: number;
  /** Since when the visitor waits for a person; null when not. */
  waitingSince: number | null;
  /** Somebody may be in danger, and no person has answered yet. */
  urgent: boolean;
  /** When the visitor was promised an answer; null when no promise is open. */
  promisedFor: number | null;
  ownerSeenSeq: number;
  visitorSeenSeq: number;
  ownerName: string | null;
  /** Visitor's messages after `ownerSeenSeq`. */
  unread: number;
  visitor: {
    /** A short name that can be told apart: what the identity says, else "Visitor 4F2A". */
    name: string;
    verified: boolean;
    blocked: boolean;
    locale: Locale;
    online: boolean;
  };
}

export type ConversationDetail = ConversationSummary & {
  profile: {
    userId: string | null;
    /** Claims of the page, shown as such. */
    attributes: Record<string, string | number | boolean | null>;
    timeZone: string | null;
    pageUrl: string | null;
    pageTitle: string | null;
    referrer: string | null;
    firstSeenAt: number;
    consent: { version: string; at: number } | null;
  };
};

export interface OwnerPresence {
  mode: 'auto' | 'here' | 'away';
  here: boolean;
}

/** A site file that was refused; the last good version goes on serving. Lines and columns count from 1. */
export interface FileProblem {
  file: string;
  line: number;
  column: number;
  message: string;
}

export interface OwnerDownEvents {
  /** An event that carried no acknowledgement was refused. */
  fault: (body: WireError) => void;
  /** What happened on a subscribed site, and the summaries of the conversations that it happened to. */
  events: (body: { site: string; cursor: number; events: OwnerEvent[]; conversations: ConversationSummary[] }) => void;
  /** A summary changed without an event (seen marks, block, online). */
  conversation: (body: { site: string; conversation: ConversationSummary }) => void;
  /** A ticket is new, or another than before. */
  ticket: (body: { site: string; ticket: TicketSummary }) => void;
  /** The remarks beside a conversation as they are now, all of them. */
  notes: (body: { site: string; conversation: string; notes: ConversationNote[] }) => void;
  /** The replies that the owner keeps as they are now, all of them. */
  canned: (body: { site: string; replies: CannedReply[] }) => void;
  /** Views of the ticket list as they are now, all of them. */
  ticket_views: (body: { site: string; views: TicketView[] }) => void;
  /** The owner's queue is another than before. */
  queue: (body: QueueChange) => void;
  typing: (body: { site: string; conversation: string; on: boolean }) => void;
  presence: (body: { site: string; presence: OwnerPresence }) => void;
  problems: (body: { site: string; problems: FileProblem[] }) => void;
  /** What is read over HTTP may read otherwise now; `what` are first parts of addresses, such as `contacts`. No site: it is of the account. */
  changed: (body: { site: string | null; what: readonly string[] }) => void;
  /** Sent before the server ends the session (signed out, revoked). */
  goodbye: (body: WireError) => void;
}
