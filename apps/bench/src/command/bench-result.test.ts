import { describe, expect, it } from '@jest/globals';
import { judge, median, medians } from './bench-result.ts';

describe('the result of a benchmark', () => {
  it('takes the middle of an odd number of repeats, and the mean of the middle two of an even one', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 10])).toBe(3);
    expect(() => median([])).toThrow('no median');
  });

  it('takes the median of each figure, and a boolean only if it always held', () => {
    expect(
      medians([
        { a: 1, ok: true },
        { a: 3, ok: true },
        { a: 2, ok: false },
      ]),
    ).toEqual({ a: 2, ok: false });
  });

  it('judges a figure by its limit', () => {
    const met = (value: number) => judge([{ figure: 'bytes', atMost: 10 }], { bytes: value })[0]?.met;
    expect([met(10), met(11)]).toEqual([true, false]);
    expect(judge([{ figure: 'ratio', atLeast: 0.45 }], { ratio: 0.44 })[0]?.met).toBe(false);
    expect([5, 6].map((found) => judge([{ figure: 'found', above: 5 }], { found })[0]?.met)).toEqual([false, true]);
    expect(judge([{ figure: 'order', equals: true }], { order: true })[0]?.met).toBe(true);
  });

  it('does not count a missing figure as met', () => {
    expect(judge([{ figure: 'bytes', atMost: 10 }], {})[0]?.met).toBe(false);
  });
});
