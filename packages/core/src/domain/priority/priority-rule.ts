import type { Locale, Localized } from '../locale.ts';
import type { Phrase } from '../words/phrase.ts';
import type { Mood } from './mood.ts';

/** How urgent something is, the most urgent first. */
export type PriorityLevel = 'urgent' | 'high' | 'normal' | 'low';

export const PRIORITY_LEVELS: readonly PriorityLevel[] = ['urgent', 'high', 'normal', 'low'];

/** When a rule counts: all that is given must hold, of each list one. Without anything it always counts. */
export interface PriorityCondition {
  readonly words?: readonly Phrase[];
  /** Of the FAQ, the form or the ticket. */
  readonly category?: readonly string[];
  /** Names of intents; one that ends in `.*` means all that begin so. */
  readonly intent?: readonly string[];
  /** At least so bad a mood; `pleased` means exactly that. */
  readonly mood?: Exclude<Mood, 'neutral'>;
  /** At least so many messages on the day of the last one. */
  readonly messagesToday?: number;
  /** `contact`: we know how to reach them; `customer`: has bought, or was marked so; `paying`: has an order with a price. */
  readonly customer?: 'contact' | 'customer' | 'paying';
  /** All orders together come to at least so much, in the site's currency. */
  readonly orderTotal?: number;
  readonly complaint?: boolean;
  /** A red flag was raised: somebody may be in danger. */
  readonly danger?: boolean;
  readonly language?: readonly Locale[];
  /** Whether a signature covers who they are. */
  readonly verified?: boolean;
}

/** What a rule gives: points once, or points for each hour that somebody waits, up to `most`. */
export type PriorityPoints = { readonly points: number } | { readonly perHour: number; readonly most: number };

export type PriorityRule = PriorityPoints & {
  /** Lower-case words and hyphens, unique among a site's rules. */
  readonly name: string;
  readonly when: PriorityCondition;
  /** Read before the points; may hold `{word}`, `{n}`, `{nth}`, `{hours}` and `{total}`. */
  readonly text: Localized<string>;
};

/** All that decides about a site's priorities. */
export interface PriorityRules {
  /** From which score on a level begins, 0 to 100, falling; below `normal` everything is low. */
  readonly levels: { readonly urgent: number; readonly high: number; readonly normal: number };
  readonly rules: readonly PriorityRule[];
}
