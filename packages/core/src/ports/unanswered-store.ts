import type { BotReason } from '../domain/conversation/log-event.ts';
import type { Locale } from '../domain/locale.ts';

/** `open` until the owner has added it to an FAQ, or does not want to see it. */
export type UnansweredStatus = 'open' | 'added' | 'ignored';

/** A visitor's message that the bot had no answer to. Its text is the log's own: erased there, the question is gone. */
export interface UnansweredQuestion {
  /** The store's own number; a later question has a higher one. */
  readonly key: number;
  /** Public id of the conversation, and the message's place in it. */
  readonly conversation: string;
  readonly seq: number;
  /** UTC milliseconds. */
  readonly at: number;
  readonly text: string;
  /** The language that the bot answered in. */
  readonly locale: Locale;
  readonly kind: 'unsure' | 'suggested';
  /** What the bot thought of at the time. */
  readonly guesses: BotReason['guesses'];
  readonly status: UnansweredStatus;
}

/**
 * Questions are kept by `commit`, together with the bot's words that leave them open (`unansweredIn` says which): no
 * crash comes between. Only typed messages are questions. One that offered what the visitor then chose is dropped again.
 * Those of blocked visitors are not shown.
 */
export interface UnansweredStore {
  /** Newest first. */
  unanswered(site: string, page: { status: UnansweredStatus; limit: number }): Promise<UnansweredQuestion[]>;
  /** The open ones, counted up to `most`. */
  countUnanswered(site: string, most: number): Promise<number>;
  /** Resolves to the number of those that changed; keys that are not the site's are left alone. */
  setUnanswered(site: string, keys: readonly number[], status: UnansweredStatus): Promise<number>;
}
