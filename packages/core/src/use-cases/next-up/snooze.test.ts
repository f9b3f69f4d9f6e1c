import { describe, expect, it } from '@jest/globals';
import { createTestDesk } from '../../testing/test-desk.ts';
import { snoozeUntil } from './snooze.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Thursday, 1 January 1970, 16:00. */
const NOW = 16 * HOUR;

describe('snoozing', () => {
  const { calendar, site } = createTestDesk();
  const utc = { ...site, timeZone: 'UTC' };
  const opensAt = (hour: number | null) => ({
    ...calendar,
    nextOpening: (_: unknown, at: number) => (hour === null ? null : Math.floor(at / DAY) * DAY + hour * HOUR),
  });

  it('for an hour is an hour', () => {
    expect(snoozeUntil('hour', utc, calendar, NOW)).toBe(NOW + HOUR);
  });

  it('until tomorrow or Monday ends when the site opens', () => {
    expect(snoozeUntil('tomorrow', utc, opensAt(10), NOW)).toBe(DAY + 10 * HOUR);
    expect(snoozeUntil('monday', utc, opensAt(8), NOW)).toBe(4 * DAY + 8 * HOUR);
  });

  it('ends at nine where the site is closed that day, has no hours, or never closes', () => {
    expect(snoozeUntil('tomorrow', utc, opensAt(30), NOW)).toBe(DAY + 9 * HOUR);
    expect(snoozeUntil('tomorrow', utc, opensAt(null), NOW)).toBe(DAY + 9 * HOUR);
    expect(snoozeUntil('tomorrow', utc, opensAt(0), NOW)).toBe(DAY + 9 * HOUR);
  });

  it('on a Monday means the next one, and the day is the site’s own', () => {
    const monday = 4 * DAY + 12 * HOUR;
    expect(snoozeUntil('monday', utc, calendar, monday)).toBe(11 * DAY + 9 * HOUR);
    const sundayInUtc = 4 * DAY - HOUR;
    expect(snoozeUntil('monday', utc, calendar, sundayInUtc)).toBe(4 * DAY + 9 * HOUR);
    // In Auckland it is Monday already.
    const there = snoozeUntil('monday', { ...site, timeZone: 'Pacific/Auckland' }, calendar, sundayInUtc);
    expect(there).toBe(3 * DAY + 7 * DAY + 9 * HOUR);
  });
});
