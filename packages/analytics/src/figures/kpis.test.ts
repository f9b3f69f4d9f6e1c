import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KPI_NAMES, kpis } from './kpis.ts';
import type { TalkRow } from './kpis.ts';
import { openTime } from './open-time.ts';
import { quantile, quantileFigure } from './quantile-figure.ts';

const talk = (more: Partial<TalkRow> = {}): TalkRow => ({
  ...{ all: 60_000, open: 60_000, solved: true, handedOff: false, ownerSpoke: false },
  ...more,
});
const none = { botFirst: [], ownerFirst: [], ended: [], promises: [], scores: [] };

describe('the figures of the service', () => {
  it('are none at all without a talk', () => {
    const figures = kpis(none);
    for (const name of KPI_NAMES) expect(figures[name]).toMatchObject({ n: 0, estimate: null, lack: 'nothing' });
  });

  it('keep the owner’s times and the bot’s apart, and business hours from all hours', () => {
    const byBot = Array.from({ length: 6 }, () => talk());
    const byOwner = Array.from({ length: 6 }, () => talk({ all: 1e7, open: 2e6, ownerSpoke: true, handedOff: true }));
    const figures = kpis({
      ...none,
      botFirst: [1, 2, 3, 4, 5],
      ownerFirst: Array.from({ length: 5 }, () => ({ all: 9e6, open: 3e5 })),
      ended: [...byBot, ...byOwner],
    });
    expect(figures.botFirstMedian).toMatchObject({ n: 5, estimate: { value: 3 } });
    expect(figures.ownerFirstMedian.estimate?.value).toBe(9e6);
    expect(figures.ownerFirstOpenMedian.estimate?.value).toBe(3e5);
    expect(figures.botResolvedMedian).toMatchObject({ n: 6, estimate: { value: 60_000 } });
    expect(figures.ownerResolvedMedian.estimate?.value).toBe(1e7);
    expect(figures.ownerResolvedOpenP90.estimate?.value).toBe(2e6);
    expect(figures.containment.estimate?.value).toBe(0.5);
    expect(figures.handoffRate.estimate?.value).toBe(0.5);
    expect(figures.resolutionRate.estimate?.value).toBe(1);
  });

  it('leave a score of eleven out and tell of it', () => {
    const { csat } = kpis({ ...none, scores: [11, 10, 9, 8, 7, 1] });
    expect(csat).toMatchObject({ n: 5, inputs: { hits: 3 }, caveats: { wrong_scores: 1 } });
  });
});

describe('the quantile of times', () => {
  it('is the middle one, and that between the middle two', () => {
    expect(quantile([1, 2, 9], 0.5)).toBe(2);
    expect(quantile([1, 2, 4, 9], 0.5)).toBe(3);
  });

  it('lies within its interval, which lies within the times', () => {
    const times = fc.array(fc.integer({ min: -10, max: 1_000_000 }), { maxLength: 80 });
    fc.assert(
      fc.property(times, fc.constantFrom(0.5, 0.9), (drawn, p) => {
        const counted = drawn.filter((time) => time >= 0);
        const { n, estimate, caveats } = quantileFigure(drawn, p);
        expect(n).toBe(counted.length);
        expect(caveats.negative_times ?? 0).toBe(drawn.length - counted.length);
        if (n < 5) return expect(estimate).toBeNull();
        expect(estimate?.low).toBeLessThanOrEqual(estimate?.value ?? NaN);
        expect(estimate?.high).toBeGreaterThanOrEqual(estimate?.value ?? NaN);
        expect(estimate?.low).toBeGreaterThanOrEqual(Math.min(...counted));
        expect(estimate?.high).toBeLessThanOrEqual(Math.max(...counted));
      }),
    );
  });

  it('is of numbers, at a probability', () => {
    expect(() => quantileFigure([NaN], 0.5)).toThrow(RangeError);
    expect(() => quantileFigure([1], 1)).toThrow(RangeError);
  });
});

describe('the time in business hours', () => {
  it('is what of it the business was open', () => {
    const days = [
      { from: 9, to: 17 },
      { from: 33, to: 41 },
    ];
    expect(openTime(16, 34, days)).toBe(2);
    expect(openTime(18, 30, days)).toBe(0);
    expect(openTime(0, 100, days)).toBe(16);
    expect(openTime(34, 16, days)).toBe(0);
  });
});
