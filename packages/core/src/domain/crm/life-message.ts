import type { Localized } from '../locale.ts';
import type { LifeStage } from './life-cycle.ts';

/** A mail that a move, or days after a delivery, starts by itself; declared in `site.json`. */
export interface LifeMessage {
  /** Unique in the site: nobody gets a message of one name twice. */
  readonly name: string;
  readonly on: { readonly kind: 'stage'; readonly stage: LifeStage } | { readonly kind: 'delivered' };
  /** Days after it; 0: at once. */
  readonly afterDays: number;
  /** Name of a segment that they must be in; null: everybody. */
  readonly segment: string | null;
  readonly subject: Localized<string>;
  readonly text: Localized<string>;
  /** A button under the text. */
  readonly link: { readonly label: Localized<string>; readonly url: string } | null;
}

const DAY = 86_400_000;

/** Whoever was due longer ago than that gets nothing: a message that comes late is worse than none. Milliseconds. */
export const LIFE_MAIL_GRACE_MS = 3 * DAY;
/** Nobody gets two messages, of whatever names, within this time. Milliseconds. */
export const LIFE_MAIL_REST_MS = 7 * DAY;
/** An order that comes in as delivered, and was placed longer ago than that, is history. Milliseconds. */
export const DELIVERY_IS_NEWS_MS = 60 * DAY;
/** Products recommended in one message. */
export const LIFE_MAIL_OFFERS = 3;
