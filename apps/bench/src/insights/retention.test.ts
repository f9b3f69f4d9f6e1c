import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../desk/repository.ts';
import { cdnowPurchases } from './cdnow.ts';
import { cohortsByCode, cohortsBySql } from './retention.ts';

const data = join(repositoryRoot(), '../shared/data');

describe('retention by cohort', () => {
  it('is by the library what it is by SQL, for purchases that leave months out', () => {
    const purchases = ['19970101', '19970115', '19970301', '19971231', '19980101'].flatMap((date, at) =>
      ['a', 'b', 'c'].slice(at % 3).map((customer) => ({ customer, date })),
    );
    expect(cohortsByCode(purchases)).toEqual(cohortsBySql(purchases));
    expect(cohortsByCode(purchases).length).toBeGreaterThan(3);
  });

  (existsSync(data) ? it : it.skip)('is so for every purchase of the CDNOW set', () => {
    const purchases = cdnowPurchases(data);
    const cells = cohortsByCode(purchases);
    expect(cells).toEqual(cohortsBySql(purchases));
    expect(cells.filter(({ after }) => after === 0).reduce((sum, cell) => sum + cell.customers, 0)).toBe(23_570);
  });
});
