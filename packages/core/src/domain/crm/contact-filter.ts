import type { Locale } from '../locale.ts';
import type { LifeStage } from './life-cycle.ts';

/** Which contacts are meant; everything that is given must hold. */
export interface ContactFilter {
  /** Any of these. */
  readonly stages?: readonly LifeStage[];
  /** All of these. */
  readonly tags?: readonly string[];
  readonly locale?: Locale;
  /** Whether they may get marketing mails. */
  readonly marketing?: boolean;
  readonly customer?: boolean;
  readonly blocked?: boolean;
  /** Talked with the desk within so many days ... */
  readonly seenWithinDays?: number;
  /** ... or did not for so many. */
  readonly unseenForDays?: number;
  /** Orders that were neither cancelled nor sent back. */
  readonly minOrders?: number;
  readonly maxOrders?: number;
  /** What these came to, in minor units of a currency. */
  readonly spent?: { readonly atLeast: number; readonly currency: string };
  /** Noted by the owner; without a value: whatever it is. */
  readonly attribute?: { readonly name: string; readonly value?: string };
  readonly orderedWithinDays?: number;
  readonly solvedWithinDays?: number;
}

/** A filter under a name, for the console, surveys and messages. */
export interface Segment {
  /** Unique in the site, such as "regulars". */
  readonly name: string;
  readonly title: Partial<Record<Locale, string>>;
  readonly filter: ContactFilter;
}

/** Statuses of orders that count for nobody. */
export const GONE_ORDERS = ['cancelled', 'returned', 'refunded'] as const;

/** Whoever wants nothing wants everybody. */
export function isEmptyFilter(filter: ContactFilter): boolean {
  return Object.values(filter).every((value) => value === undefined);
}
