import type { Localized } from '../locale.ts';

/**
 * Words that the owner keeps to be said again. `{name}`, `{me}` and `{site}` stand for the customer, the owner and the
 * business, and are filled in when it is chosen: nothing is ever sent by itself.
 */
export interface CannedReply {
  readonly id: string;
  readonly name: string;
  /** In one language at least. */
  readonly texts: Localized<string>;
  /** When it was kept first, UTC milliseconds. */
  readonly at: number;
}

/** Many more than one person remembers; each console has all of them. */
export const MOST_CANNED = 200;
