import { describe, expect, it } from '@jest/globals';
import { calendar } from './calendar.ts';

const HOUR = 3_600_000;
const NINE_TO_FIVE = { from: 9 * 60, to: 17 * 60 };
const WEEKDAYS = [...Array.from({ length: 5 }, () => [NINE_TO_FIVE]), [], []];
const at = (iso: string) => Date.parse(iso);
const later = (from: string, hours: number, site: { hours: typeof WEEKDAYS; timeZone: string }) =>
  new Date(calendar.addBusinessTime(at(from), hours * HOUR, site)).toISOString();

describe('business time', () => {
  const berlin = { hours: WEEKDAYS, timeZone: 'Europe/Berlin' };

  it('stays within the day when there is enough of it', () => {
    expect(later('2026-01-05T09:00:00Z', 2, berlin)).toBe('2026-01-05T11:00:00.000Z');
  });

  it('begins when the day opens', () => {
    expect(later('2026-01-05T02:00:00Z', 2, berlin)).toBe('2026-01-05T10:00:00.000Z');
  });

  it('goes on the next day with what is left', () => {
    expect(later('2026-01-05T15:00:00Z', 2, berlin)).toBe('2026-01-06T09:00:00.000Z');
  });

  it('leaves the weekend out', () => {
    expect(later('2026-01-09T15:00:00Z', 2, berlin)).toBe('2026-01-12T09:00:00.000Z');
  });

  it('ends at closing time exactly, not at the next opening', () => {
    expect(later('2026-01-05T08:00:00Z', 8, berlin)).toBe('2026-01-05T16:00:00.000Z');
  });

  it('counts on the wall clock over the change to summer time', () => {
    // Friday 16:00 in winter time; Monday 10:00 in summer time is an hour earlier in UTC.
    expect(later('2026-03-27T15:00:00Z', 2, berlin)).toBe('2026-03-30T08:00:00.000Z');
  });

  it('counts on the wall clock over the change to winter time', () => {
    expect(later('2026-10-23T14:00:00Z', 2, berlin)).toBe('2026-10-26T09:00:00.000Z');
  });

  it('knows that an open night of the change has 23 or 25 hours', () => {
    const always = { hours: Array.from({ length: 7 }, () => [{ from: 0, to: 24 * 60 }]), timeZone: 'Europe/Berlin' };
    expect(later('2026-03-28T23:00:00Z', 23, always)).toBe('2026-03-29T22:00:00.000Z');
    expect(later('2026-10-24T22:00:00Z', 25, always)).toBe('2026-10-25T23:00:00.000Z');
  });

  it('takes a break at noon', () => {
    const split = {
      hours: [
        [
          { from: 540, to: 720 },
          { from: 780, to: 1020 },
        ],
        [],
        [],
        [],
        [],
        [],
        [],
      ],
      timeZone: 'UTC',
    };
    expect(later('2026-01-05T11:00:00Z', 2, split)).toBe('2026-01-05T14:00:00.000Z');
  });

  it('counts in the zone of the site, east of Greenwich too', () => {
    const shanghai = { hours: WEEKDAYS, timeZone: 'Asia/Shanghai' };
    // Sunday evening in UTC is Monday morning there.
    expect(later('2026-01-04T20:00:00Z', 1, shanghai)).toBe('2026-01-05T02:00:00.000Z');
  });

  it('counts every hour where no opening hours are given', () => {
    const never = { hours: [[], [], [], [], [], [], []], timeZone: 'UTC' };
    expect(later('2026-01-05T09:00:00Z', 8, never)).toBe('2026-01-05T17:00:00.000Z');
  });

  it('comes to an end for a site that is hardly ever open', () => {
    const hardly = { hours: [[{ from: 0, to: 1 }], [], [], [], [], [], []], timeZone: 'UTC' };
    expect(at(later('2026-01-05T09:00:00Z', 720, hardly))).toBeGreaterThan(at('2027-01-05T00:00:00Z'));
  });
});

describe('a moment in words', () => {
  const now = at('2026-01-05T12:00:00Z');
  const describeIn = (moment: string, timeZone: string, locale: 'en' | 'zh') =>
    calendar.describe(at(moment), { now, timeZone, locale });

  it.each([
    ['2026-01-05T15:00:00Z', 'today 16:00 (UTC+1)', '今天 16:00（UTC+1）'],
    ['2026-01-06T08:30:00Z', 'tomorrow 09:30 (UTC+1)', '明天 09:30（UTC+1）'],
    ['2026-01-12T09:00:00Z', 'Monday, 12 January, 10:00 (UTC+1)', '1月12日（星期一）10:00（UTC+1）'],
    ['2026-04-06T09:00:00Z', 'Monday, 6 April, 11:00 (UTC+2)', '4月6日（星期一）11:00（UTC+2）'],
  ])('says %s in both languages', (moment, en, zh) => {
    expect(describeIn(moment, 'Europe/Berlin', 'en')).toBe(en);
    expect(describeIn(moment, 'Europe/Berlin', 'zh')).toBe(zh);
  });

  it('counts the days of whoever reads it', () => {
    expect(describeIn('2026-01-05T17:00:00Z', 'Asia/Shanghai', 'en')).toBe('tomorrow 01:00 (UTC+8)');
    expect(describeIn('2026-01-05T17:00:00Z', 'America/New_York', 'en')).toBe('today 12:00 (UTC-5)');
  });

  it('names the offset, so that nobody takes it for another clock', () => {
    expect(describeIn('2026-01-05T15:00:00Z', 'Asia/Kolkata', 'en')).toBe('today 20:30 (UTC+5:30)');
    expect(describeIn('2026-01-05T15:00:00Z', 'UTC', 'en')).toBe('today 15:00 (UTC)');
  });

  it('falls back to UTC for a zone that does not exist', () => {
    expect(describeIn('2026-01-05T15:00:00Z', 'Mars/Olympus', 'en')).toBe('today 15:00 (UTC)');
  });
});
