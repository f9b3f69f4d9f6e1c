import type { OpeningTimes } from '../../domain/opening-times.ts';
import { localDay } from '../../domain/priority/local-day.ts';
import type { Calendar } from '../../ports/calendar.ts';

export type SnoozeChoice = 'hour' | 'tomorrow' | 'monday';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** When a day begins on which the site does not open. */
const MORNING_HOUR = 9;

/**
 * When something comes back: in an hour, or when the site opens tomorrow or next Monday (at nine where it does not open that day).
 * @param now UTC milliseconds
 */
export function snoozeUntil(
  choice: SnoozeChoice,
  site: OpeningTimes & { readonly timeZone: string },
  calendar: Pick<Calendar, 'nextOpening' | 'wallTime'>,
  now: number,
): number {
  if (choice === 'hour') return now + HOUR;
  const { timeZone } = site;
  const days = choice === 'tomorrow' ? 1 : daysToMonday(localDay(now, timeZone));
  const opens = calendar.nextOpening(site, calendar.wallTime(now, { timeZone, days, hour: 0 }));
  const over = calendar.wallTime(now, { timeZone, days: days + 1, hour: 0 });
  const morning = calendar.wallTime(now, { timeZone, days, hour: MORNING_HOUR });
  // A site that never closes opens at midnight, which is no morning.
  const isMorning = opens !== null && opens < over && opens > calendar.wallTime(now, { timeZone, days, hour: 0 });
  return isMorning ? opens : morning;
}

/** 1 to 7: the Monday after this day. @param day `2026-11-27` */
function daysToMonday(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // The first day of 1970 was a Thursday; Monday is 0 here.
  const weekday = (Date.UTC(year, month - 1, date) / DAY + 3) % 7;
  return 7 - weekday;
}
