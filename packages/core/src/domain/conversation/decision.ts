import type { Conversation } from './conversation.ts';
import type { BotReason, LogEntry, LogEvent } from './log-event.ts';

/** What a command comes to: events to append and the state after them. Nothing has happened yet. */
export interface Decision {
  readonly events: readonly LogEvent[];
  readonly next: Conversation;
}

/** Longest preview of a last message, in UTF-16 units. */
const PREVIEW_LENGTH = 200;

/** Collects the events of one decision and keeps what follows from each of them (seq, time, preview, unread) in one place. */
export class DecisionDraft {
  readonly #events: LogEvent[] = [];
  readonly #at: number;
  #next: Conversation;

  constructor(from: Conversation, at: number) {
    this.#next = { ...from, version: from.version + 1 };
    // Two machines' clocks, or one that was set back, must not turn the log's order around.
    this.#at = Math.max(at, from.lastAt);
  }

  append(entry: LogEntry, reason?: BotReason): number {
    const seq = this.#next.lastSeq + 1;
    this.#events.push({ seq, at: this.#at, entry, ...(reason && { reason }) });
    this.#next = { ...this.#next, lastSeq: seq, lastAt: this.#at, ...preview(entry) };
    return seq;
  }

  set(change: Partial<Conversation>): void {
    this.#next = { ...this.#next, ...change };
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

function preview(entry: LogEntry): Partial<Conversation> {
  switch (entry.type) {
    case 'visitor_message':
      return { preview: cut(entry.text), previewFrom: 'visitor' };
    case 'bot_message':
      return { preview: cut(entry.text), previewFrom: 'bot' };
    case 'owner_message':
      return { preview: cut(entry.text), previewFrom: 'owner' };
    default:
      return {};
  }
}

/** Cuts without leaving half of a surrogate pair behind. */
function cut(text: string): string {
  if (text.length <= PREVIEW_LENGTH) return text;
  const last = text.charCodeAt(PREVIEW_LENGTH - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? PREVIEW_LENGTH - 1 : PREVIEW_LENGTH);
}
