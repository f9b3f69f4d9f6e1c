import { share } from './share.ts';
import type { Figure } from './figure.ts';

export interface Purchase {
  readonly customer: string;
  /** A whole number that counts periods: months since any beginning. */
  readonly period: number;
}

/** Customers who were won in the same period. */
export interface Cohort {
  readonly period: number;
  readonly size: number;
  /** How many of them bought in the n-th period after it; the first is `size`. As far as the data go. */
  readonly active: readonly number[];
}

/**
 * Retention by cohort: of the customers whose first purchase was in a period, how many bought in each period after it.
 * @param until the last period that the data know whole
 * @returns the cohorts that have a customer, by period
 */
export function cohorts(purchases: readonly Purchase[], until: number): readonly Cohort[] {
  const periods = new Map<string, Set<number>>();
  for (const { customer, period } of purchases) {
    if (!Number.isInteger(period)) throw new RangeError(`${period} is no period`);
    if (period > until) continue;
    const known = periods.get(customer);
    if (known === undefined) periods.set(customer, new Set([period]));
    else known.add(period);
  }
  const active = new Map<number, number[]>();
  for (const bought of periods.values()) {
    let first = Infinity;
    for (const period of bought) first = Math.min(first, period);
    let row = active.get(first);
    if (row === undefined) active.set(first, (row = new Array<number>(until - first + 1).fill(0)));
    for (const period of bought) row[period - first] = (row[period - first] ?? 0) + 1;
  }
  return [...active]
    .sort(([one], [other]) => one - other)
    .map(([period, row]) => ({ period, size: row[0] ?? 0, active: row }));
}

/** A cohort's retention after so many periods, 0 to 1, with Wilson's interval. Null where the data do not go so far. */
export function cohortShare({ size, active }: Cohort, after: number): Figure | null {
  const hits = active[after];
  return hits === undefined ? null : share(hits, size);
}
