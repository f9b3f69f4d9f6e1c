import type { CustomerCounts } from './crr.ts';
import { quantile } from './quantile-figure.ts';

/** A customer by days: whole numbers that count the days of the site's own zone. */
export interface CustomerLife {
  readonly id: string;
  /** When they were won: their first order, or the day that the owner marked them. */
  readonly won: number;
  /** Days with an order or another sign of life, ascending, none before `won`. */
  readonly active: readonly number[];
}

export interface CustomerRow {
  readonly id: string;
  /** The day that the contact was first known. */
  readonly since: number;
  /** The day that the owner marked them as a customer; null where they did not. */
  readonly marked: number | null;
  /** Days with an order, in any order. */
  readonly orders: readonly number[];
  /** Days with another sign of life: a chat, a visit. */
  readonly seen: readonly number[];
}

/** Three times the usual gap: who then was not back is taken for lost. */
const GAPS = 3;
/** The rule where nobody ordered twice yet. Days. */
const USUAL_DAYS = 90;

/** The customers among contacts, and how many ordered before their contact was there. */
export function customerLives(rows: readonly CustomerRow[]): {
  lives: readonly CustomerLife[];
  ordersBeforeCustomer: number;
} {
  const lives: CustomerLife[] = [];
  let ordersBeforeCustomer = 0;
  for (const { id, since, marked, orders, seen } of rows) {
    const first = orders.reduce((least, day) => Math.min(least, day), marked ?? Infinity);
    if (first === Infinity) continue;
    if (orders.some((day) => day < since)) ordersBeforeCustomer++;
    const active = [...new Set([first, ...orders, ...seen])].filter((day) => day >= first).sort((a, b) => a - b);
    lives.push({ id, won: first, active });
  }
  return { lives, ordersBeforeCustomer };
}

/**
 * After how many days without a sign a customer is taken for lost: three times the median gap between two orders of one customer.
 * @returns days, at least 1; `gaps` is how many gaps it comes from: 0 where nobody ordered twice, and the rule is 90 days then
 */
export function keptWithin(orders: readonly (readonly number[])[]): { days: number; gaps: number } {
  const gaps = orders.flatMap((days) => {
    const sorted = [...new Set(days)].sort((a, b) => a - b);
    return sorted.slice(1).map((day, at) => day - (sorted[at] ?? day));
  });
  if (gaps.length === 0) return { days: USUAL_DAYS, gaps: 0 };
  const median = quantile(
    gaps.sort((a, b) => a - b),
    0.5,
  );
  return { days: Math.max(1, Math.round(GAPS * median)), gaps: gaps.length };
}

/** Whether somebody is a customer at the end of a day: won, and seen within the days before it. */
export function isCustomer(life: CustomerLife, day: number, within: number): boolean {
  return life.won <= day && life.active.some((at) => at <= day && at > day - within);
}

/**
 * S, E and N of the days from `from` to `to`, both included. Who was won within them counts as won, and is not counted as lost before the
 * next period; who had been lost and came back is told apart.
 * @param within after so many days without a sign somebody is lost
 */
export function customerCounts(
  lives: readonly CustomerLife[],
  { from, to, within }: { from: number; to: number; within: number },
): Required<CustomerCounts> {
  const counts = { start: 0, end: 0, won: 0, cameBack: 0 };
  for (const life of lives) {
    if (life.won > to) continue;
    if (life.won >= from) {
      counts.won++;
      counts.end++;
      continue;
    }
    const before = isCustomer(life, from - 1, within);
    const after = isCustomer(life, to, within);
    if (before) counts.start++;
    if (before && after) counts.end++;
    if (!before && after) counts.cameBack++;
  }
  return counts;
}
