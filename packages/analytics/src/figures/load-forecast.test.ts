import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expectLoad } from './load-forecast.ts';

/** A generator of its own (Mulberry32), so that the series is the same on each machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function poisson(mean: number, next: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count++;
  return count;
}

/** A shop's chats by the hour: busy at noon and in the evening, quiet at the weekend, slowly more. */
function weeksOf(seed: number, weeks: number, growth: number): number[] {
  const next = random(seed);
  return Array.from({ length: weeks * 168 }, (_, at) => {
    const [hour, day, week] = [at % 24, Math.floor(at / 24) % 7, Math.floor(at / 168)];
    const ofDay = Math.exp(-((hour - 12) ** 2) / 18) + 0.7 * Math.exp(-((hour - 20) ** 2) / 6);
    return poisson(4 * ofDay * (day > 4 ? 0.4 : 1) * growth ** week, next);
  });
}

/** Mean absolute error over the last two weeks, ours and "same as last week". */
function errors(counts: readonly number[]) {
  const known = counts.slice(0, -336);
  const held = counts.slice(-336);
  const ours = expectLoad(known, 168) ?? [];
  const error = (guess: (at: number) => number) =>
    held.reduce((sum, was, at) => sum + Math.abs(was - guess(at)), 0) / held.length;
  return {
    ours: error((at) => ours[at]?.expected ?? NaN),
    lastWeek: error((at) => known[known.length - 168 + (at % 168)] ?? NaN),
    within: held.filter((was, at) => was >= (ours[at]?.low ?? 1) && was <= (ours[at]?.high ?? 0)).length / held.length,
  };
}

describe('the expected load', () => {
  it('is nearer to weeks that it did not know than the week before, for each of twenty shops', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { ours, lastWeek } = errors(weeksOf(seed, 10, 1 + (seed % 5) * 0.02 - 0.04));
      expect(ours).toBeLessThan(0.9 * lastWeek);
    }
  });

  it('has the hours that come within its interval in at least nine of ten cases', () => {
    const shares = Array.from({ length: 10 }, (_, seed) => errors(weeksOf(seed + 50, 10, 1)).within);
    expect(shares.reduce((sum, each) => sum + each, 0) / shares.length).toBeGreaterThan(0.93);
  });

  it('of empty weeks is nothing, with an interval, and of less than two weeks is not said', () => {
    expect(expectLoad(new Array<number>(167 + 168).fill(1), 168)).toBeNull();
    expect(expectLoad([], 7)).toBeNull();
    const empty = expectLoad(new Array<number>(21).fill(0), 7);
    expect(empty).toHaveLength(14);
    for (const { expected, low, high } of empty ?? []) {
      expect([expected, low]).toEqual([0, 0]);
      expect(Number.isFinite(high)).toBe(true);
    }
  });

  it('is never negative, never beyond numbers, and within its interval, whatever the counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 14, maxLength: 80 }), (counts) => {
        for (const { expected, low, high } of expectLoad(counts, 7) ?? []) {
          expect(low >= 0 && low <= expected && expected <= high && Number.isFinite(high)).toBe(true);
        }
      }),
    );
  });

  it('takes no count that is none', () => {
    expect(() => expectLoad([1, -1], 7)).toThrow(RangeError);
    expect(() => expectLoad([NaN], 7)).toThrow(RangeError);
  });
});
