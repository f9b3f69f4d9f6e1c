/** Of fewer observations nothing is said. */
export const FEWEST = 5;

/** A value with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What whoever reads a figure has to know beside it; each with how often it is so. */
export type Caveat =
  /** Orders from before the customer was there: the first order counts as the day that they were won. */
  | 'orders_before_customer'
  /** Amounts below zero were left out. */
  | 'negative_amounts'
  /** Money was spent, and nobody was won: it cannot be divided. */
  | 'spend_without_customers'
  /** Amounts in several currencies are never added up: there is a figure for each of them. */
  | 'several_currencies'
  /** Nobody ordered twice yet, so that the usual gap between orders is not known. */
  | 'gap_unknown'
  /** Customers who were lost and are back: neither kept nor won. */
  | 'came_back'
  /** Rows without a customer. */
  | 'nobodys_rows'
  /** Scores that are none were left out. */
  | 'wrong_scores'
  /** Ends that lie before their beginning were left out. */
  | 'negative_times';

/** Why there is no value: too few observations, or nothing to divide by. */
export type Lack = 'few' | 'nothing';

/** Any figure of the report: what it is made of, and what came out. */
export interface Figure {
  /** How many observations it is made of. */
  readonly n: number;
  /** What stands in its formula, by the formula's own letters. */
  readonly inputs: Readonly<Record<string, number>>;
  readonly estimate: Estimate | null;
  /** Null where there is an estimate. */
  readonly lack: Lack | null;
  readonly caveats: Readonly<Partial<Record<Caveat, number>>>;
}

/** The caveats that apply: those that are so at least once. */
export function caveatsOf(counts: Partial<Record<Caveat, number>>): Figure['caveats'] {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** @throws RangeError unless all of them are whole numbers from 0 on */
export function expectCounts(counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) {
    if (!(Number.isSafeInteger(count) && count >= 0)) throw new RangeError(`${name} is ${count}, and no count`);
  }
}
