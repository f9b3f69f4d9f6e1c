import type { Locale } from '../locale.ts';

/** Something that the owner should know at once, while it can still be made good. */
export type Alert =
  | {
      readonly what: 'score';
      readonly score: number;
      readonly word: string;
      /** `SHOP-T17`; null where it is about a conversation. */
      readonly ticket: string | null;
    }
  | {
      readonly what: 'feedback';
      /** Where it was said: `google`. */
      readonly source: string;
      readonly author: string | null;
      readonly rating: number | null;
      readonly text: string;
    }
  | {
      /** Of which twice as many messages are there as before; at least one. */
      readonly what: 'themes';
      readonly themes: readonly { readonly name: string; readonly size: number; readonly before: number }[];
    }
  | { readonly what: 'complaint'; readonly ticket: string; readonly text: string }
  | {
      readonly what: 'promise';
      /** Until when an answer was promised, in words. */
      readonly by: string;
    };

/** A push to the devices of one account. */
export interface PushPayload {
  readonly account: number;
  readonly locale: Locale;
  readonly alert: Alert;
  /** Where the console shows it. */
  readonly link: string;
  /** Whom it is about: a conversation's public id or an address; by it an erasure finds it. */
  readonly of: string | null;
}
