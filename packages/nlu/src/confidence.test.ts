import { describe, expect, it } from '@jest/globals';
import { bestColumns, confidenceOf, THRESHOLDS } from './confidence.ts';

describe('confidence', () => {
  it('is near 1 for a trained sentence and under every threshold for nothing in common', () => {
    expect(confidenceOf(1, 0, 1)).toBeGreaterThan(0.95);
    expect(confidenceOf(0, 0, 1)).toBeLessThan(THRESHOLDS.suggest);
  });

  it('falls with the share of words that are unknown', () => {
    expect(confidenceOf(1, 0, 0.5)).toBeLessThan(confidenceOf(1, 0, 1));
    expect(confidenceOf(1, 0, 0.25)).toBeLessThan(THRESHOLDS.answer);
    expect(confidenceOf(5, 0, 0)).toBeLessThan(THRESHOLDS.suggest);
  });

  it('falls as a rival comes nearer, and is below the answer when they are equal', () => {
    expect(confidenceOf(0.8, 0.5, 1)).toBeLessThan(confidenceOf(0.8, 0.2, 1));
    expect(confidenceOf(0.8, 0.8, 1)).toBeLessThan(THRESHOLDS.answer);
  });

  it('stays within 0 and 1 for scores of any size', () => {
    for (const score of [0, 1e9]) {
      expect(confidenceOf(score, 1e9, 1)).toBeGreaterThan(0);
      expect(confidenceOf(score, 0, 1)).toBeLessThan(1);
    }
  });
});

describe('the best columns', () => {
  it('are those with the highest scores, best first, equal ones in their order', () => {
    expect(bestColumns(Float32Array.of(0.1, 0.9, 0, 0.5, 0.9, 0.3), 4)).toEqual([1, 4, 3, 5]);
  });

  it('leave out what has no score', () => {
    expect(bestColumns(Float32Array.of(0, 0.2, -1), 3)).toEqual([1]);
    expect(bestColumns(Float32Array.of(), 3)).toEqual([]);
  });
});
