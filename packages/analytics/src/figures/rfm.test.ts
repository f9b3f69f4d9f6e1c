import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rfm } from './rfm.ts';

const rows = Array.from({ length: 10 }, (_, at) => ({
  customer: `c${at}`,
  recency: at * 10,
  frequency: 10 - at,
  monetary: (10 - at) * 100,
}));

describe('the segments of customers', () => {
  it('go from champions to who was lost', () => {
    const scores = rfm([...rows, { customer: 'old', recency: 400, frequency: 1, monetary: 10 }]);
    expect(scores[0]).toEqual({ customer: 'c0', recency: 5, frequency: 5, monetary: 5, segment: 'champions' });
    expect(scores.at(-1)).toMatchObject({ recency: 1, segment: 'lost' });
  });

  it('call somebody with one order of late new, and a great customer who stayed away one not to lose', () => {
    const more = [
      { customer: 'first', recency: 0, frequency: 1, monetary: 5 },
      { customer: 'great', recency: 500, frequency: 40, monetary: 90_000 },
    ];
    const scores = rfm([...rows, ...more]);
    expect(scores.find(({ customer }) => customer === 'first')?.segment).toBe('new');
    expect(scores.find(({ customer }) => customer === 'great')?.segment).toBe('cannot_lose');
  });

  it('rank by fifths from 1 to 5, equal values alike, more is never worse', () => {
    const row = fc.record({
      recency: fc.nat(300),
      frequency: fc.integer({ min: 1, max: 20 }),
      monetary: fc.nat(10_000),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 50 }), (drawn) => {
        const given = drawn.map((each, at) => ({ customer: String(at), ...each }));
        const scores = rfm(given);
        given.forEach((one, at) =>
          given.forEach((other, place) => {
            if (one.frequency < other.frequency) return;
            expect(scores[at]?.frequency).toBeGreaterThanOrEqual(scores[place]?.frequency ?? 9);
          }),
        );
        for (const score of scores)
          for (const part of [score.recency, score.frequency, score.monetary]) {
            expect([1, 2, 3, 4, 5]).toContain(part);
          }
      }),
    );
  });

  it('are none of nobody, and refuse what cannot be ranked', () => {
    expect(rfm([])).toEqual([]);
    expect(() => rfm([{ customer: 'a', recency: NaN, frequency: 1, monetary: 1 }])).toThrow(RangeError);
  });
});
