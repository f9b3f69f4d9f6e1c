import type { DateTime } from 'luxon';
import { DAY_PATTERN, dayOf } from './chinese-days.ts';
import { DURATION, TIME_PATTERN, durationOf, timeOf } from './chinese-times.ts';
import { toldAsPast } from './chinese-told-past.ts';
import type { FoundMoment } from './found-moment.ts';
import { lastDayOfMonth } from './told-past.ts';

/** Where a moment may begin: a span of time, a day, or a time of day alone. */
const BEGINNING = new RegExp(`${DURATION}|${DAY_PATTERN}|${TIME_PATTERN}`, 'gu');
const TIME_BEHIND = new RegExp(`[的,，\\s]{0,2}(?:${TIME_PATTERN})`, 'uy');
const TO = /^\s*(?:到|至|[-~—–])\s*$/u;

/** @param now of the visitor, in their zone */
export function findChineseDates(text: string, now: DateTime): FoundMoment[] {
  const found: FoundMoment[] = [];
  const beginning = new RegExp(BEGINNING);
  for (let match = beginning.exec(text); match !== null; match = beginning.exec(text)) {
    const start = match.index;
    const parts = match.groups ?? {};
    const named = dayOf(parts, now);
    const behind = named === 'none' || named === null ? null : timeBehind(text, beginning.lastIndex);
    const isDay = named !== 'none' && named !== null;
    const isPast = isDay && toldAsPast(text, start, behind?.end ?? beginning.lastIndex);
    const day = isPast ? pastOf(parts, named, now) : named;
    const last = found.at(-1);
    // "周一到周三" and "明天10点到12点" are one stretch of time each.
    const begun = last && last.until === undefined && TO.test(text.slice(last.end, start)) ? last : null;
    const moment =
      begun && day === 'none' ? timeAfter(begun.moment, parts) : momentOf(day, behind?.parts ?? parts, now);
    if (moment === null) continue;
    const end = behind?.end ?? beginning.lastIndex;
    beginning.lastIndex = end;
    if (begun) {
      const next = parts['weekday'] !== undefined && moment.moment <= begun.moment ? { weeks: 1 } : {};
      begun.until = moment.moment.plus(next);
      begun.end = end;
      continue;
    }
    found.push({ start, end, ...moment });
  }
  return found;
}

/** The last day of such a name, where `dayOf` gives the next or the nearest. */
function pastOf(parts: Parts, day: DateTime, now: DateTime): DateTime {
  if (day.startOf('day') < now.startOf('day')) return day;
  // Who means today says so.
  if (parts['weekday'] !== undefined) return parts['weekStep'] === undefined ? day.minus({ weeks: 1 }) : day;
  if (parts['dayAlone'] !== undefined) return day > now ? lastDayOfMonth(day, now) : day;
  const isOfAnyYear = parts['month'] !== undefined && parts['year'] === undefined;
  return isOfAnyYear && day > now ? day.minus({ years: 1 }) : day;
}

function timeBehind(text: string, at: number): { parts: Parts; end: number } | null {
  const behind = new RegExp(TIME_BEHIND);
  behind.lastIndex = at;
  const match = behind.exec(text);
  return match && timeOf(match.groups ?? {}) !== null ? { parts: match.groups ?? {}, end: behind.lastIndex } : null;
}

type Parts = Record<string, string | undefined>;

function momentOf(
  day: DateTime | 'none' | null,
  parts: Parts,
  now: DateTime,
): Pick<FoundMoment, 'moment' | 'timeIsCertain'> | null {
  if (day === null) return null;
  if (parts['timeUnit'] !== undefined) {
    const moment = durationOf(parts, now);
    return moment && { moment, timeIsCertain: true };
  }
  const time = timeOf(parts);
  if (day === 'none') return time?.alone ? { moment: nextTime(time, now), timeIsCertain: time.certain } : null;
  const { hour, minute, certain } = time ?? { hour: 12, minute: 0, certain: false };
  return { moment: day.set({ hour, minute, second: 0, millisecond: 0 }), timeIsCertain: certain };
}

/** The time at which a stretch ends that began at `start`: of the same day, and in the same half of it where that is open. */
function timeAfter(start: DateTime, parts: Parts): Pick<FoundMoment, 'moment' | 'timeIsCertain'> | null {
  const time = timeOf(parts);
  if (time === null) return null;
  const moment = start.set({ hour: time.hour, minute: time.minute });
  const later = time.open && moment <= start ? moment.plus({ hours: 12 }) : moment;
  return { moment: later > start ? later : later.plus({ days: 1 }), timeIsCertain: time.certain };
}

/** A time without a day: today's, or the next one that is still to come. */
function nextTime({ hour, minute, open }: { hour: number; minute: number; open: boolean }, now: DateTime): DateTime {
  const today = now.set({ hour, minute, second: 0, millisecond: 0 });
  if (today >= now.startOf('minute')) return today;
  const evening = today.plus({ hours: 12 });
  if (open && hour < 12 && evening >= now) return evening;
  return now.plus({ days: 1 }).set({ hour, minute, second: 0, millisecond: 0 });
}
