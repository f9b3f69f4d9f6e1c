import { dayAt } from '../dialogue/forms/calendar-day.ts';
import type { Locale } from '../locale.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS: Record<Locale, readonly string[]> = {
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
};

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The time on the wall at a moment in a zone, `HH:MM`; in UTC when the engine does not know the zone. */
export function clockAt(moment: number, timeZone: string): string {
  let clock = clocks.get(timeZone);
  if (clock === undefined) clocks.set(timeZone, (clock = clockFormat(timeZone)));
  return clock.format(moment);
}

/** `Thu 3 Dec`; 12月3日 周四. @param day `YYYY-MM-DD` */
export function dayWords(day: string, locale: Locale): string {
  const [, month = 1, date = 1] = day.split('-').map(Number);
  const weekday = WEEKDAYS[locale][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  return locale === 'zh' ? `${month}月${date}日 ${weekday}` : `${weekday} ${date} ${MONTHS[month - 1] ?? month}`;
}

/** `Thu 3 Dec, 10:00`; 12月3日 周四 10:00. */
export function shortMoment(moment: number, timeZone: string, locale: Locale): string {
  const day = dayWords(dayAt(moment, timeZone), locale);
  return `${day}${locale === 'zh' ? ' ' : ', '}${clockAt(moment, timeZone)}`;
}

/** With the year and the zone, as a mail says it that is read on another day: `Thu 3 Dec 2026, 10:00 (Europe/Berlin)`. */
export function fullMoment(moment: number, timeZone: string, locale: Locale): string {
  const day = dayAt(moment, timeZone);
  const year = day.slice(0, 4);
  const clock = clockAt(moment, timeZone);
  return locale === 'zh'
    ? `${year}年${dayWords(day, locale)} ${clock}（${timeZone}）`
    : `${dayWords(day, locale)} ${year}, ${clock} (${timeZone})`;
}

/** Britain writes the hour with two digits, midnight as 00. */
function clockFormat(timeZone: string): Intl.DateTimeFormat {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  } catch (error) {
    if (error instanceof RangeError) return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
    throw error;
  }
}
