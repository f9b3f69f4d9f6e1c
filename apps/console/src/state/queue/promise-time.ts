import { dayKey, formatDateTime, formatTime, formatWeekday } from '@solodesk/ui';
import type { Locale } from '../wire-types.ts';
import type { Texts } from '../../texts/index.ts';

const DAY_MS = 86_400_000;

/**
 * A time with its day, where that is not today: "16:00", "tomorrow 16:00", "Tue 16:00"; with the date when it is a week
 * away or more. All in UTC milliseconds.
 *
 * @param timeZone IANA zone; the browser's own when left out
 */
export function promiseTime(at: number, now: number, locale: Locale, t: Texts, timeZone?: string): string {
  const time = formatTime(at, locale, timeZone);
  // Calendar days: those of 23 and 25 hours do not matter.
  const days = (Date.parse(dayKey(at, timeZone)) - Date.parse(dayKey(now, timeZone))) / DAY_MS;
  if (days === 0) return time;
  if (days === 1) return t.inbox.tomorrow(time);
  if (days === -1) return t.inbox.yesterday(time);
  if (days > 1 && days < 7) return `${formatWeekday(at, locale, timeZone)} ${time}`;
  return formatDateTime(at, locale, timeZone);
}
