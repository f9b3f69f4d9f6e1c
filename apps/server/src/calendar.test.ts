import { describe, expect, it } from '@jest/globals';
import { calendar } from './calendar.ts';

const HOUR = 3_600_000;
const NINE_TO_FIVE = { from: 9 * 60, to: 17 * 60 };
const WEEKDAYS = [...Array.from({ length: 5 }, () => [NINE_TO_FIVE]), [], []];
const at = (iso: string) => Date.parse(iso);
const later = (from: string, hours: number, site: { hours: typeof WEEKDAYS; timeZone: string }) =>
  new Date(calendar.addBusinessTime(at(from), hours * HOUR, { ...site, holidays: [] })).toISOString();

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

describe('opening hours', () => {
  const berlin = { hours: WEEKDAYS, timeZone: 'Europe/Berlin', holidays: [] };
  const iso = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());
  const christmas = {
    from: '12-25',
    until: '12-26',
    name: { en: 'Christmas', zh: '圣诞节' },
    hours: [],
  };
  const eve = { from: '2026-12-24', until: '2026-12-24', name: {}, hours: [{ from: 540, to: 720 }] };

  it('begin with their first minute and end before their last', () => {
    expect(calendar.isOpen(berlin, at('2026-01-05T08:00:00Z'))).toBe(true);
    expect(calendar.isOpen(berlin, at('2026-01-05T07:59:59.999Z'))).toBe(false);
    expect(calendar.isOpen(berlin, at('2026-01-05T16:00:00Z'))).toBe(false);
    expect(iso(calendar.nextOpening(berlin, at('2026-01-09T16:00:00Z')))).toBe('2026-01-12T08:00:00.000Z');
    expect(iso(calendar.nextOpening(berlin, at('2026-01-12T09:00:00Z')))).toBe('2026-01-12T09:00:00.000Z');
  });

  it('leave holidays out and shorten half days', () => {
    const site = { ...berlin, holidays: [eve, christmas] };
    // Thursday the 24th ends at noon; Friday and Saturday are Christmas, Sunday is closed.
    const [from, to] = [at('2026-12-24T00:00:00Z'), at('2026-12-28T09:00:00Z')];
    expect(calendar.businessTimeBetween(from, to, site)).toBe(4 * HOUR);
    expect(iso(calendar.nextOpening(site, at('2026-12-24T11:00:00Z')))).toBe('2026-12-28T08:00:00.000Z');
    expect(calendar.holidayAt(site, at('2026-12-24T23:00:00Z'))).toBe(christmas);
    expect(calendar.holidayAt(site, at('2026-12-26T23:00:00Z'))).toBeNull();
    expect(calendar.holidayAt(site, at('2031-12-26T12:00:00Z'))).toBe(christmas);
  });

  it('are not shortened by a holiday on a day that is closed anyway', () => {
    const sunday = { ...christmas, from: '2026-12-27', until: '2026-12-27' };
    const time = [at('2026-12-21T00:00:00Z'), at('2026-12-29T00:00:00Z')] as const;
    const without = calendar.businessTimeBetween(...time, berlin);
    expect(calendar.businessTimeBetween(...time, { ...berlin, holidays: [sunday] })).toBe(without);
  });

  it('stay closed from before New Year until after it when a yearly holiday says so', () => {
    const site = { ...berlin, holidays: [{ ...christmas, from: '12-24', until: '01-06' }] };
    expect(iso(calendar.nextOpening(site, at('2026-12-24T08:00:00Z')))).toBe('2027-01-07T08:00:00.000Z');
  });

  it('go on past midnight, for the guests of the evening, also into a holiday', () => {
    const bar = {
      hours: Array.from({ length: 7 }, () => [{ from: 22 * 60, to: 26 * 60 }]),
      timeZone: 'Asia/Kathmandu',
    };
    const newYear = { ...christmas, from: '2027-01-01', until: '2027-01-01' };
    const site = { ...bar, holidays: [newYear] };
    // 01:30 on New Year's morning belongs to the evening before; that evening's own hours are the holiday's.
    expect(calendar.isOpen(site, at('2026-12-31T19:45:00Z'))).toBe(true);
    expect(calendar.isOpen(site, at('2027-01-01T19:45:00Z'))).toBe(false);
    expect(calendar.openSlots(site, { from: at('2026-12-31T12:00:00Z'), to: at('2027-01-02T12:00:00Z') })).toEqual([
      { from: at('2026-12-31T16:15:00Z'), to: at('2026-12-31T20:15:00Z') },
    ]);
  });

  it('do not count an hour that a clock change skips, and count one twice that comes twice', () => {
    const night = {
      hours: Array.from({ length: 7 }, () => [{ from: 120, to: 180 }]),
      timeZone: 'Europe/Berlin',
      holidays: [],
    };
    const between = (from: string, to: string) => calendar.businessTimeBetween(at(from), at(to), night) / HOUR;
    expect(between('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z')).toBe(0);
    expect(between('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z')).toBe(2);
  });

  it('that do not exist are never open', () => {
    const none = { hours: [], timeZone: 'UTC', holidays: [] };
    expect(calendar.isOpen(none, 0)).toBe(false);
    expect(calendar.nextOpening(none, 0)).toBeNull();
    expect(calendar.businessTimeBetween(0, HOUR, none)).toBe(HOUR);
  });

  it('are offered as free slots around what is booked', () => {
    const booked = [{ from: at('2026-01-05T09:30:00Z'), to: at('2026-01-05T11:00:00Z') }];
    const question = { from: at('2026-01-05T08:01:00Z'), days: 1, minutes: 60, booked };
    const slots = (more: { every?: number } = {}) =>
      calendar.freeSlots(berlin, { ...question, ...more }).map(({ from }) => iso(from)?.slice(5, 16));
    expect(slots()).toEqual(['01-05T11:00', '01-05T12:00', '01-05T13:00', '01-05T14:00', '01-05T15:00', '01-06T08:00']);
    expect(slots({ every: 30 }).slice(0, 3)).toEqual(['01-05T08:30', '01-05T11:00', '01-05T11:30']);
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
