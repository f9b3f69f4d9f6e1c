/** What a customer's orders came to. */
export interface RfmRow {
  readonly customer: string;
  /** Days since the last order. */
  readonly recency: number;
  /** How many orders. */
  readonly frequency: number;
  /** What they paid in the site's main currency, in minor units. */
  readonly monetary: number;
}

export const RFM_SEGMENTS = ['champions', 'loyal', 'new', 'promising', 'at_risk', 'cannot_lose', 'lost'] as const;
export type RfmSegment = (typeof RFM_SEGMENTS)[number];

export interface RfmScore {
  readonly customer: string;
  /** 1 (worst) to 5 (best): the fifth of all customers that this one is in. */
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  readonly segment: RfmSegment;
}

const FIFTHS = 5;

/**
 * Scores customers by recency, frequency and monetary value (Hughes, Strategic Database Marketing, 1994), each by the fifth of
 * all customers that it is in. Equal values have equal scores, whatever the order of the rows.
 */
export function rfm(rows: readonly RfmRow[]): readonly RfmScore[] {
  const recency = scorer(rows.map((row) => -row.recency));
  const frequency = scorer(rows.map((row) => row.frequency));
  const monetary = scorer(rows.map((row) => row.monetary));
  return rows.map((row) => {
    const scores = {
      recency: recency(-row.recency),
      frequency: frequency(row.frequency),
      monetary: monetary(row.monetary),
    };
    return { customer: row.customer, ...scores, segment: segmentOf(scores, row) };
  });
}

/** The fifth of a value: by the share of values that are smaller, half of the equal ones among them (the mid-rank). */
function scorer(values: readonly number[]): (value: number) => number {
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`${wrong} cannot be ranked`);
  const sorted = [...values].sort((one, other) => one - other);
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  sorted.forEach((value, at) => {
    if (!first.has(value)) first.set(value, at);
    last.set(value, at);
  });
  return (value) => {
    const middle = ((first.get(value) ?? 0) + (last.get(value) ?? 0) + 1) / 2;
    return Math.min(FIFTHS, 1 + Math.floor((middle / sorted.length) * FIFTHS));
  };
}

function segmentOf(scores: { recency: number; frequency: number; monetary: number }, row: RfmRow): RfmSegment {
  const { recency, frequency, monetary } = scores;
  const worth = Math.max(frequency, monetary);
  if (row.frequency === 1 && recency >= 4) return 'new';
  if (recency >= 4 && frequency >= 4) return 'champions';
  if (recency >= 3 && frequency >= 3) return 'loyal';
  if (recency >= 3) return 'promising';
  if (recency === 1 && worth === FIFTHS && row.frequency > 1) return 'cannot_lose';
  return row.frequency > 1 ? 'at_risk' : 'lost';
}
