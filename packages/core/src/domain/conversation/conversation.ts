import type { DialogueContext } from '../dialogue/dialogue-context.ts';
import type { FormState } from '../dialogue/forms/form-state.ts';
import type { Locale } from '../locale.ts';

/** `bot` → `waiting` (asked for a person) → `owner` → `bot` or `closed`; a visitor's message reopens a closed one. */
export type ConversationState = 'bot' | 'waiting' | 'owner' | 'closed';

/** One visitor's conversation on one site; everything that decides what may happen next. */
export interface Conversation {
  /** The store's own number, used between adapters only; 0 before the first commit. */
  readonly key: number;
  /** Public, unguessable. */
  readonly id: string;
  readonly site: string;
  readonly visitorKey: number;
  readonly createdAt: number;
  /** Raised by each commit; a commit that expected another version is refused. */
  readonly version: number;
  readonly state: ConversationState;
  readonly lastSeq: number;
  readonly lastAt: number;
  /** The visitor's messages that the bot still owes an answer, oldest first. */
  readonly botDue: readonly number[];
  /** How often in a row the bot did not know. */
  readonly unsureStreak: number;
  /** Numbers of its tickets that are not closed, the one that was touched last at the end. */
  readonly tickets: readonly number[];
  /** What the talk with the bot was about last; null when nothing is remembered. */
  readonly context: DialogueContext | null;
  /** A form that is open; null nearly always. Whoever changes it makes a new one: by that stores see that it changed. */
  readonly form: FormState | null;
  /** Who took over; null unless `state` is `owner`. */
  readonly ownerName: string | null;
  /** Since when the visitor waits for a person's word; null when nobody is awaited. */
  readonly waitingSince: number | null;
  /** Somebody may be in danger, and no person has answered yet. */
  readonly urgent: boolean;
  readonly lastVisitorAt: number;
  /** When the visitor was promised an answer; null when no promise is open. */
  readonly promisedFor: number | null;
  /** Of the visitor, as of their last message: the language and IANA zone that the bot answers in. */
  readonly locale: Locale;
  readonly timeZone: string | null;
  readonly preview: string;
  readonly previewFrom: 'visitor' | 'bot' | 'owner' | null;
  /** Visitor's messages that the owner has not seen. */
  readonly unread: number;
  /** Watermarks; kept outside of `version`, because they only ever rise. */
  readonly ownerSeenSeq: number;
  readonly visitorSeenSeq: number;
}

/** One's own copy, to be written in place before anybody else sees it. */
export type WritableConversation = { -readonly [K in keyof Conversation]: Conversation[K] };

/** Of nearly every conversation: one array for all of them. */
export const NO_TICKETS: readonly number[] = [];

export function newConversation(of: {
  id: string;
  site: string;
  visitorKey: number;
  locale: Locale;
  timeZone: string | null;
  at: number;
}): Conversation {
  return {
    key: 0,
    id: of.id,
    site: of.site,
    visitorKey: of.visitorKey,
    createdAt: of.at,
    version: 0,
    state: 'bot',
    lastSeq: 0,
    lastAt: of.at,
    botDue: [],
    unsureStreak: 0,
    tickets: NO_TICKETS,
    context: null,
    form: null,
    ownerName: null,
    waitingSince: null,
    urgent: false,
    lastVisitorAt: of.at,
    promisedFor: null,
    locale: of.locale,
    timeZone: of.timeZone,
    preview: '',
    previewFrom: null,
    unread: 0,
    ownerSeenSeq: 0,
    visitorSeenSeq: 0,
  };
}

/**
 * A copy, property by property: each message makes a few. A spread makes objects of another hidden class wherever it stands, and all
 * code that then sees these conversations looks their properties up anew each time.
 */
export function copyConversation(from: Conversation): WritableConversation {
  return {
    key: from.key,
    id: from.id,
    site: from.site,
    visitorKey: from.visitorKey,
    createdAt: from.createdAt,
    version: from.version,
    state: from.state,
    lastSeq: from.lastSeq,
    lastAt: from.lastAt,
    botDue: from.botDue,
    unsureStreak: from.unsureStreak,
    tickets: from.tickets,
    context: from.context,
    form: from.form,
    ownerName: from.ownerName,
    waitingSince: from.waitingSince,
    urgent: from.urgent,
    lastVisitorAt: from.lastVisitorAt,
    promisedFor: from.promisedFor,
    locale: from.locale,
    timeZone: from.timeZone,
    preview: from.preview,
    previewFrom: from.previewFrom,
    unread: from.unread,
    ownerSeenSeq: from.ownerSeenSeq,
    visitorSeenSeq: from.visitorSeenSeq,
  };
}
