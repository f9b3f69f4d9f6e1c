import { describe, expect, it } from '@jest/globals';
import { opensAt } from './hours.ts';

const day = [{ from: 9 * 60, to: 18 * 60 }];
const week = { hours: [day, day, day, day, day, [], []], timeZone: 'Europe/Berlin' };

describe('when the desk opens next', () => {
  it('is nothing to tell while it is open, or when it never opens', () => {
    expect(opensAt(week, Date.UTC(2026, 10, 23, 8, 0))).toBeNull();
    expect(opensAt({ hours: [[], [], [], [], [], [], []], timeZone: 'UTC' }, 0)).toBeNull();
    expect(opensAt({ hours: [], timeZone: 'UTC' }, 0)).toBeNull();
  });

  it('is later the same day, or the next day that has hours', () => {
    expect(opensAt(week, Date.UTC(2026, 10, 23, 7, 59))).toBe(Date.UTC(2026, 10, 23, 8, 0));
    expect(opensAt(week, Date.UTC(2026, 10, 23, 17, 0))).toBe(Date.UTC(2026, 10, 24, 8, 0));
    expect(opensAt(week, Date.UTC(2026, 10, 27, 17, 0))).toBe(Date.UTC(2026, 10, 30, 8, 0));
  });

  it('is right over the end of summer time', () => {
    expect(opensAt(week, Date.UTC(2026, 9, 24, 10, 0))).toBe(Date.UTC(2026, 9, 26, 8, 0));
    expect(opensAt(week, Date.UTC(2026, 9, 23, 5, 0))).toBe(Date.UTC(2026, 9, 23, 7, 0));
  });
});
