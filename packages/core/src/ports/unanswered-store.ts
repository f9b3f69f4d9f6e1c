import type { BotReason } from '../domain/conversation/log-event.ts';
import type { Locale } from '../domain/locale.ts';

/** `open` until the owner has added it to an FAQ, or does not want to see it. */
export type UnansweredStatus = 'open' | 'added' | 'ignored';

/**
 * A visitor's message that the bot had no answer to, or what a reader of the help centre looked for in vain. A message's text is the log's own: erased
 * there, the question is gone. Of a search nothing but its words is known, personal data masked.
 */
export interface UnansweredQuestion {
  /** The store's own number; a later question has a higher one. */
  readonly key: number;
  /** Public id of the conversation, and the message's place in it; null and 0 of a search. */
  readonly conversation: string | null;
  readonly seq: number;
  /** UTC milliseconds. */
  readonly at: number;
  readonly text: string;
  /** The language that the bot answered in. */
  readonly locale: Locale;
  readonly kind: 'unsure' | 'suggested' | 'searched';
  /** What the bot thought of at the time. */
  readonly guesses: BotReason['guesses'];
  readonly status: UnansweredStatus;
}

/** A search of the help centre that found nothing; see `vainSearch`, which masks it. */
export interface VainSearch {
  /** UTC milliseconds. */
  readonly at: number;
  readonly text: string;
  /** The language of the page. */
  readonly locale: Locale;
  readonly guesses: BotReason['guesses'];
}

/**
 * Questions are kept by `commit`, together with the bot's words that leave them open (`unansweredIn` says which): no
 * crash comes between. Only typed messages are questions. One that offered what the visitor then chose is dropped again.
 * Those of blocked visitors are not shown. Searches stand among them, each time that something was looked for by itself.
 */
export interface UnansweredStore {
  /** Newest first. */
  unanswered(site: string, page: { status: UnansweredStatus; limit: number }): Promise<UnansweredQuestion[]>;
  /** The open ones, counted up to `most`. */
  countUnanswered(site: string, most: number): Promise<number>;
  /** @param most searches that are kept of the site, whatever became of them: the oldest go */
  keepSearch(site: string, search: VainSearch, most: number): Promise<void>;
  /** Resolves to the number of those that changed; keys that are not the site's are left alone. */
  setUnanswered(site: string, keys: readonly number[], status: UnansweredStatus): Promise<number>;
}
