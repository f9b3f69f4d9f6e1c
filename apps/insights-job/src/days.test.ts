import { describe, expect, it } from '@jest/globals';
import { daysBetween, localDay, periodOf, readPeriod } from './days.ts';

describe('periods', () => {
  it('are named as people write them, weeks by ISO 8601', () => {
    expect(periodOf('week', '2027-01-01')).toEqual({
      kind: 'week',
      name: '2026-W53',
      first: '2026-12-28',
      last: '2027-01-03',
    });
    expect(periodOf('month', '2028-02-10')).toMatchObject({ name: '2028-02', last: '2028-02-29' });
    expect(periodOf('quarter', '2026-11-27')).toMatchObject({
      name: '2026-Q4',
      first: '2026-10-01',
      last: '2026-12-31',
    });
  });

  it('are read by the names that they have', () => {
    for (const kind of ['day', 'week', 'month', 'quarter'] as const) {
      for (const date of ['2026-01-01', '2026-12-31', '2028-02-29']) {
        expect(readPeriod(periodOf(kind, date).name)).toEqual(periodOf(kind, date));
      }
    }
    for (const wrong of ['', '2026', '2026-13', '2026-02-30', '2026-W54', '2026-Q5', "2026-11'; --"]) {
      expect(() => readPeriod(wrong)).toThrow(RangeError);
    }
  });
});

describe('days', () => {
  it('have 23 and 25 hours where the clock is changed', () => {
    const hours = (date: string) =>
      (localDay(date, 'Europe/Berlin').to - localDay(date, 'Europe/Berlin').from) / 3_600_000;
    expect([hours('2026-03-28'), hours('2026-03-29'), hours('2026-10-25')]).toEqual([24, 23, 25]);
    expect(() => localDay('2026-02-30', 'UTC')).toThrow(RangeError);
  });

  it('come one after the other', () => {
    expect(daysBetween('2026-02-27', '2026-03-02')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
    expect(daysBetween('2026-03-02', '2026-03-01')).toEqual([]);
  });
});
