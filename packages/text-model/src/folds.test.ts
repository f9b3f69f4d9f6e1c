import { describe, expect, it } from '@jest/globals';
import { stratifiedFolds } from './folds.ts';

describe('stratified folds', () => {
  it('deal every class out evenly, and all rows, too', () => {
    const labels = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2];
    const folds = stratifiedFolds(labels, 2, 5);
    for (const label of [0, 1, 2]) {
      const of = [...folds].filter((_, row) => labels[row] === label);
      expect(of.filter((fold) => fold === 0)).toHaveLength(of.length / 2);
    }
  });

  it('differ with the seed, and not without', () => {
    const labels = new Int32Array(50);
    expect(stratifiedFolds(labels, 5, 1)).toEqual(stratifiedFolds(labels, 5, 1));
    expect(stratifiedFolds(labels, 5, 1)).not.toEqual(stratifiedFolds(labels, 5, 2));
  });
});
