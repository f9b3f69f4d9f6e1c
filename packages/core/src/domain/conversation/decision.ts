import { isBareStep } from '../dialogue/forms/form-button.ts';
import { BUILT_IN } from '../faq.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import { copyConversation } from './conversation.ts';
import type { Conversation, WritableConversation } from './conversation.ts';
import type { TicketChange } from '../ticket/ticket.ts';
import type { BotReason, LogEntry, LogEvent } from './log-event.ts';
import { LONGEST_YES, bareWord, saysYes } from '../words/says-yes.ts';
import { wordsOf } from './words-of.ts';

/** What a command comes to: events to append and the state after them. Nothing has happened yet. */
export interface Decision {
  readonly events: readonly LogEvent[];
  readonly next: Conversation;
  /** What is to be sent because of it; saved with it. */
  readonly outbox?: readonly OutboxEntry[];
  /** What becomes of tickets because of it; left out: nothing. */
  readonly tickets?: readonly TicketChange[];
  /** What whose tickets they are said of messages of marketing. */
  readonly consents?: readonly TicketConsent[];
}

/** Whether who made a ticket allows messages of marketing. */
export interface TicketConsent {
  readonly number: number;
  readonly allowed: boolean;
}

/** Two decisions as one, the second made on the state after the first: saved by one commit, or not at all. */
export function together(first: Decision, second: Decision): Decision {
  const outbox = joined(first.outbox, second.outbox);
  const tickets = joined(first.tickets, second.tickets);
  const consents = joined(first.consents, second.consents);
  const next = copyConversation(second.next);
  next.version = first.next.version;
  return {
    events: [...first.events, ...second.events],
    next,
    ...(outbox !== undefined && { outbox }),
    ...(tickets !== undefined && { tickets }),
    ...(consents !== undefined && { consents }),
  };
}

function joined<T>(first: readonly T[] | undefined, second: readonly T[] | undefined): readonly T[] | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return [...first, ...second];
}

const SPEAKERS: Partial<Record<LogEntry['type'], Conversation['previewFrom'] & string>> = {
  visitor_message: 'visitor',
  bot_message: 'bot',
  owner_message: 'owner',
};

/** Longest preview of a last message, in UTF-16 units. */
const PREVIEW_LENGTH = 200;

/** Collects the events of one decision and keeps what follows from each of them (seq, time, preview, unread) in one place. */
export class DecisionDraft {
  readonly #events: LogEvent[] = [];
  readonly #at: number;
  readonly #next: WritableConversation;

  constructor(from: Conversation, at: number) {
    this.#next = copyConversation(from);
    this.#next.version = from.version + 1;
    // Two machines' clocks, or one that was set back, must not turn the log's order around.
    this.#at = Math.max(at, from.lastAt);
  }

  append(entry: LogEntry, reason?: BotReason): number {
    const seq = this.#next.lastSeq + 1;
    this.#events.push(
      reason === undefined ? { seq, at: this.#at, entry } : { seq, at: this.#at, entry, reason: memorable(reason) },
    );
    this.#next.lastSeq = seq;
    this.#next.lastAt = this.#at;
    this.#preview(entry);
    return seq;
  }

  set(change: Partial<Conversation>): void {
    Object.assign(this.#next, change);
  }

  /** What a person said last, in words of their own; the bot's only until then: an owner looks for the one who asks. */
  #preview(entry: LogEntry): void {
    const from = SPEAKERS[entry.type];
    if (from === undefined || !('text' in entry)) return;
    if (from === 'bot' && this.#next.previewFrom !== null) return;
    if (this.#next.previewFrom === 'visitor' && entry.type === 'visitor_message' && this.#saysNothing(entry)) return;
    this.#next.preview = cut(wordsOf(entry) ?? '');
    this.#next.previewFrom = from;
  }

  /** A button or a yes that only goes on with what the bot asked: what was said before tells more. */
  #saysNothing({ text, intent, attachments }: Extract<LogEntry, { type: 'visitor_message' }>): boolean {
    if (intent !== undefined) return intent === BUILT_IN.person || isBareStep(intent);
    if (this.#next.state !== 'bot' || attachments !== undefined || text.length > LONGEST_YES) return false;
    return saysYes(bareWord(text).word);
  }

  get at(): number {
    return this.#at;
  }

  get next(): Conversation {
    return this.#next;
  }

  done(): Decision {
    return { events: this.#events, next: this.#next };
  }
}

/** What is less likely explains nothing. */
const LEAST_CONFIDENCE = 0.01;

/** A reason as it is kept and shown: the guesses that count, to four digits. Every answer has one, and most of it would be noise. */
function memorable(reason: BotReason): BotReason {
  const guesses = reason.guesses
    .filter(({ confidence }, rank) => rank === 0 || confidence >= LEAST_CONFIDENCE)
    .map(({ intent, confidence }) => ({ intent, confidence: Math.round(confidence * 10_000) / 10_000 }));
  return { ...reason, guesses };
}

/** Cuts without leaving half of a surrogate pair behind. */
function cut(text: string): string {
  if (text.length <= PREVIEW_LENGTH) return text;
  const last = text.charCodeAt(PREVIEW_LENGTH - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? PREVIEW_LENGTH - 1 : PREVIEW_LENGTH);
}
