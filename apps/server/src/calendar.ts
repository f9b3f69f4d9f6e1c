import { everOpen, holidayOn } from '@solodesk/core';
import type { Calendar, Locale, OpeningSpan, OpeningTimes, TimeSlot } from '@solodesk/core';
import { DateTime } from 'luxon';
import { isTimeZone } from './time-zone.ts';
import { wallClock } from './wall-clock.ts';
import type { WallClock } from './wall-clock.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Bounds every search on a site that is hardly ever open. */
const MAX_DAYS = 400;

const DAY_WORDS: Record<Locale, { today: string; tomorrow: string }> = {
  en: { today: 'today', tomorrow: 'tomorrow' },
  zh: { today: '今天', tomorrow: '明天' },
};

/** Opening hours and words for moments; zones, their clock changes and the names of days are Luxon's. */
export const calendar: Calendar = {
  isOpen: (site, at) => opening(site, at, at + 1).next().done !== true,

  nextOpening(site, at) {
    if (!everOpen(site) && site.holidays.every(({ hours }) => hours.length === 0)) return null;
    for (const { from } of opening(site, at, at + MAX_DAYS * DAY)) return Math.max(from, at);
    return null;
  },

  openSlots(site, time) {
    const slots: TimeSlot[] = [];
    for (const { from, to } of opening(site, time.from, time.to)) {
      slots.push({ from: Math.max(from, time.from), to: Math.min(to, time.to) });
    }
    return slots;
  },

  holidayAt: (site, at) => holidayOn(site.holidays, DateTime.fromMillis(at, { zone: zoneOf(site) }).toISODate() ?? ''),

  addBusinessTime(from, businessMs, site) {
    if (!everOpen(site)) return from + businessMs;
    const searched = from + MAX_DAYS * DAY;
    let left = businessMs;
    for (const span of opening(site, from, searched)) {
      const start = Math.max(span.from, from);
      if (start + left <= span.to) return start + left;
      left -= span.to - start;
    }
    // Hardly ever open: not sooner than what was searched.
    return Math.max(from + businessMs, searched);
  },

  businessTimeBetween(from, to, site) {
    if (to <= from) return 0;
    if (!everOpen(site)) return to - from;
    let sum = 0;
    for (const slot of calendar.openSlots(site, { from, to })) sum += slot.to - slot.from;
    return sum;
  },

  freeSlots(site, { from, days, minutes, every = minutes, booked }) {
    const length = minutes * MINUTE;
    const until = from + days * DAY;
    const taken = [...booked].sort((a, b) => a.from - b.from);
    const free: TimeSlot[] = [];
    // A slot that begins in time may end after it.
    for (const open of opening(site, from, until + length)) {
      for (let start = open.from; start + length <= open.to && start < until; start += every * MINUTE) {
        if (start < from || taken.some((slot) => slot.from < start + length && start < slot.to)) continue;
        free.push({ from: start, to: start + length });
      }
    }
    return free;
  },

  wallTime: (at, { timeZone, days, hour }) =>
    DateTime.fromMillis(at, { zone: zoneOf({ timeZone }) })
      .startOf('day')
      .plus({ days })
      .set({ hour })
      .toMillis(),

  hourAt: (at, timeZone) => DateTime.fromMillis(at, { zone: zoneOf({ timeZone }) }).hour,

  describe(moment, { now, timeZone, locale }) {
    const zone = zoneOf({ timeZone });
    const at = DateTime.fromMillis(moment, { zone }).setLocale(locale);
    const days = Math.round(at.startOf('day').diff(DateTime.fromMillis(now, { zone }).startOf('day'), 'days').days);
    const time = `${at.toFormat('HH:mm')}${ZONE_WORDS[locale](at)}`;
    if (days === 0) return `${DAY_WORDS[locale].today} ${time}`;
    if (days === 1) return `${DAY_WORDS[locale].tomorrow} ${time}`;
    return `${at.toFormat(locale === 'zh' ? 'M月d日（cccc）' : 'cccc, d LLLL, ')}${time}`;
  },
};

/** The offset is always named: visitor, owner and site may each live by another clock, and all read the same text. */
const ZONE_WORDS: Record<Locale, (at: DateTime) => string> = {
  en: (at) => ` (${offsetName(at)})`,
  zh: (at) => `（${offsetName(at)}）`,
};

function offsetName(at: DateTime): string {
  return at.offset === 0 ? 'UTC' : `UTC${at.toFormat('Z')}`;
}

/** When a site is open, in order, from the slot that holds `from` or follows it, as long as slots begin before `to`; whole, and joined where they touch. */
function* opening(site: OpeningTimes, from: number, to: number): Generator<TimeSlot> {
  let last: TimeSlot | null = null;
  for (const slot of pieces(site, from, to)) {
    if (last !== null && slot.from <= last.to) last.to = Math.max(last.to, slot.to);
    else {
      if (last !== null && last.to > from) yield last;
      if (slot.from >= to) return;
      last = { ...slot };
    }
  }
  if (last !== null && last.to > from) yield last;
}

/** The same before they are joined. Some days more at both ends: a slot that is cut at midnight shall come whole. */
function* pieces(site: OpeningTimes, from: number, to: number): Generator<TimeSlot> {
  const clock = wallClock(zoneOf(site));
  let carried: OpeningSpan[] = [];
  for (let date = clock.dateOf(from) - 2 * DAY; date <= clock.dateOf(to) + 2 * DAY; date += DAY) {
    const spans = hoursOn(site, date);
    yield* onTheWall(clock, date, [...carried, ...spans]);
    carried = spans.filter((span) => span.to > 1440).map((span) => ({ from: 0, to: span.to - 1440 }));
  }
}

function onTheWall(clock: WallClock, date: number, spans: readonly OpeningSpan[]): TimeSlot[] {
  return spans
    .flatMap((span) => clock.moments(date, { from: span.from, to: Math.min(span.to, 1440) }))
    .sort((a, b) => a.from - b.from);
}

/** @param date midnight of a calendar day, as if it were in UTC */
function hoursOn(site: OpeningTimes, date: number): readonly OpeningSpan[] {
  const day = DateTime.fromMillis(date, { zone: 'utc' });
  const holiday = site.holidays.length === 0 ? null : holidayOn(site.holidays, day.toISODate() ?? '');
  return holiday ? holiday.hours : (site.hours[day.weekday - 1] ?? []);
}

function zoneOf({ timeZone }: { timeZone: string }): string {
  return isTimeZone(timeZone) ? timeZone : 'UTC';
}
