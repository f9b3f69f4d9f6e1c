import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cohortShare, cohorts } from './cohorts.ts';

describe('retention by cohort', () => {
  const bought = (customer: string, ...periods: number[]) => periods.map((period) => ({ customer, period }));

  it('counts a customer once a period, from the first purchase on', () => {
    const all = [...bought('a', 0, 0, 2), ...bought('b', 0, 1), ...bought('c', 1, 2, 2), ...bought('d', 3)];
    expect(cohorts(all, 3)).toEqual([
      { period: 0, size: 2, active: [2, 1, 1, 0] },
      { period: 1, size: 1, active: [1, 1, 0] },
      { period: 3, size: 1, active: [1] },
    ]);
  });

  it('knows nothing of periods that are not over', () => {
    expect(cohorts([...bought('a', 0, 5), ...bought('b', 4)], 2)).toEqual([{ period: 0, size: 1, active: [1, 0, 0] }]);
    expect(cohorts([], 7)).toEqual([]);
  });

  it('has a share with its interval, none of too few, and none where the data end', () => {
    const [cohort] = cohorts(
      'abcdefghij'.split('').flatMap((id, at) => bought(id, 0, ...(at < 3 ? [1] : []))),
      1,
    );
    if (cohort === undefined) throw new Error('there is one');
    expect(cohortShare(cohort, 1)?.estimate?.value).toBe(0.3);
    expect(cohortShare(cohort, 2)).toBeNull();
    expect(cohortShare({ period: 0, size: 4, active: [4, 2] }, 1)).toMatchObject({ lack: 'few' });
  });

  it('is the same in whatever order purchases come, and counts each customer in one cohort', () => {
    const purchase = fc.record({ customer: fc.constantFrom(...'abcdefgh'), period: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(purchase, { maxLength: 60 }), (purchases) => {
        const one = cohorts(purchases, 9);
        expect(cohorts([...purchases].reverse(), 9)).toEqual(one);
        const sizes = one.reduce((sum, { size }) => sum + size, 0);
        expect(sizes).toBe(new Set(purchases.map(({ customer }) => customer)).size);
        for (const { size, active } of one) for (const count of active) expect(count).toBeLessThanOrEqual(size);
      }),
    );
  });
});
