import { caveatsOf, expectCounts, FEWEST } from './figure.ts';
import type { Figure } from './figure.ts';
import { wilson } from './wilson.ts';

/** As people read them, whatever their language. */
export const CRR_FORMULA = 'CRR = (E − N) / S × 100 %';
export const CHURN_FORMULA = '1 − CRR = (S − (E − N)) / S × 100 %';

export interface CustomerCounts {
  /** S: customers at the start. */
  readonly start: number;
  /** E: customers at the end, without those who had been lost before and came back. */
  readonly end: number;
  /** N: customers won in between. */
  readonly won: number;
  /** Who had been lost and came back: told, and not counted. */
  readonly cameBack?: number;
}

/**
 * The customer retention rate, 0 to 1: which share of the customers at the start is still there at the end, with Wilson's
 * interval. (A published text prints the churn rate under this name.)
 * @throws RangeError for what are no counts, or cannot be: fewer at the end than were won, or more kept than there were
 */
export function crr(counts: CustomerCounts): Figure {
  return ofKept(counts, (kept) => kept);
}

/** The churn rate, 0 to 1: which share of the customers at the start is lost at the end. Throws as `crr` does. */
export function churn(counts: CustomerCounts): Figure {
  return ofKept(counts, (kept, start) => start - kept);
}

function ofKept({ start, end, won, cameBack = 0 }: CustomerCounts, hitsOf: (kept: number, start: number) => number) {
  expectCounts({ start, end, won, cameBack });
  const kept = end - won;
  if (kept < 0) throw new RangeError(`${end} customers at the end are fewer than the ${won} that were won`);
  if (kept > start) throw new RangeError(`${kept} of ${start} customers cannot be kept`);
  const inputs = { S: start, E: end, N: won };
  const caveats = caveatsOf({ came_back: cameBack });
  if (start === 0) return { n: 0, inputs, estimate: null, lack: 'nothing', caveats } satisfies Figure;
  if (start < FEWEST) return { n: start, inputs, estimate: null, lack: 'few', caveats } satisfies Figure;
  const hits = hitsOf(kept, start);
  const estimate = { value: hits / start, ...wilson(hits, start) };
  return { n: start, inputs, estimate, lack: null, caveats } satisfies Figure;
}
