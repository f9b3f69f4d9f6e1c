import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csi } from './csi.ts';
import { studentQuantile } from './student-quantile.ts';

describe('the quantile of Student’s t', () => {
  it('is that of published tables (NIST/SEMATECH e-Handbook, 1.3.6.7.2; one degree by the tangent)', () => {
    const table = [
      [0.975, 1, 12.706],
      [0.975, 2, 4.303],
      [0.975, 4, 2.776],
      [0.975, 9, 2.262],
      [0.975, 30, 2.042],
      [0.95, 5, 2.015],
      [0.995, 10, 3.169],
      [0.999, 3, 10.215],
      [0.9, 100, 1.29],
    ] as const;
    for (const [p, degrees, value] of table) expect(studentQuantile(p, degrees)).toBeCloseTo(value, 3);
    expect(studentQuantile(0.975, 1)).toBeCloseTo(Math.tan(Math.PI * 0.475), 9);
    expect(studentQuantile(0.975, 1e6)).toBeCloseTo(1.959966, 5);
  });

  it('is the same on both sides of its middle', () => {
    expect(studentQuantile(0.5, 7)).toBeCloseTo(0, 9);
    expect(studentQuantile(0.025, 9)).toBe(-studentQuantile(0.975, 9));
  });

  it('is none of what is no probability, nor without a degree of freedom', () => {
    for (const [p, degrees] of [
      [0, 5],
      [1, 5],
      [NaN, 5],
      [0.5, 0],
      [0.5, Infinity],
    ] as const) {
      expect(() => studentQuantile(p, degrees)).toThrow(RangeError);
    }
  });
});

describe('the CSI', () => {
  it('is 8.7 (8.02 to 9.38) of the ten scores that texts print as 8.5', () => {
    const { n, sum, value } = csi([9, 8, 9, 10, 7, 8, 9, 8, 10, 9]);
    expect([n, sum, value?.mean]).toEqual([10, 87, 8.7]);
    expect(value?.low).toBeCloseTo(8.02, 2);
    expect(value?.high).toBeCloseTo(9.38, 2);
  });

  it('is too few to say under five scores', () => {
    expect(csi([])).toEqual({ n: 0, sum: 0, value: null });
    expect(csi([10, 9, 8, 7]).value).toBe(null);
    expect(csi([9, 9, 9, 9, 9]).value).toEqual({ mean: 9, low: 9, high: 9 });
  });

  it('takes no score that is none', () => {
    for (const score of [0, 11, 7.5, NaN, Infinity]) expect(() => csi([score])).toThrow(RangeError);
  });

  it('lies within its interval, and that within the scale, whatever the scores', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 5, maxLength: 60 }), (scores) => {
        const { value } = csi(scores);
        if (value === null) throw new Error('these are enough');
        expect(value.low).toBeLessThanOrEqual(value.mean);
        expect(value.mean).toBeLessThanOrEqual(value.high);
        expect(value.low).toBeGreaterThanOrEqual(1);
        expect(value.high).toBeLessThanOrEqual(10);
      }),
    );
  });
});
