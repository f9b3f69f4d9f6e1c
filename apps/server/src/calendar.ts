import type { Calendar, Locale, Site } from '@solodesk/core';
import { DateTime, IANAZone } from 'luxon';

/** A site without opening hours answers at any time; this bounds the search on one that is closed all week. */
const MAX_DAYS = 400;

const DAY_WORDS: Record<Locale, { today: string; tomorrow: string }> = {
  en: { today: 'today', tomorrow: 'tomorrow' },
  zh: { today: '今天', tomorrow: '明天' },
};

/** Opening hours and words for moments, on Luxon: days are counted on the wall clock, so daylight saving comes out right. */
export const calendar: Calendar = {
  addBusinessTime(from, businessMs, site) {
    if (site.hours.every((day) => day.length === 0)) return from + businessMs;
    let left = businessMs;
    let day = DateTime.fromMillis(from, { zone: zoneOr(site.timeZone, 'UTC') }).startOf('day');
    for (let n = 0; n < MAX_DAYS; n++, day = day.plus({ days: 1 })) {
      for (const span of spans(day, site)) {
        const start = Math.max(span.start, from);
        if (start >= span.end) continue;
        if (start + left <= span.end) return start + left;
        left -= span.end - start;
      }
    }
    // Hardly ever open: not sooner than what was searched.
    return Math.max(from + businessMs, day.toMillis());
  },

  describe(moment, { now, timeZone, locale }) {
    const zone = zoneOr(timeZone, 'UTC');
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

/** Opening spans of a day in UTC milliseconds. `24:00` and hours that a clock change swallows come out as the next moment. */
function spans(day: DateTime, site: Pick<Site, 'hours'>): { start: number; end: number }[] {
  return (site.hours[day.weekday - 1] ?? []).map(({ from, to }) => ({
    start: atMinute(day, from),
    end: atMinute(day, to),
  }));
}

function atMinute(day: DateTime, minute: number): number {
  if (minute === 24 * 60) return day.plus({ days: 1 }).toMillis();
  const hour = Math.floor(minute / 60);
  return day.set({ hour, minute: minute - hour * 60 }).toMillis();
}

function zoneOr(zone: string, fallback: string): string {
  return IANAZone.isValidZone(zone) ? zone : fallback;
}
