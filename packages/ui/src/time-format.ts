export type UiLocale = 'en' | 'zh';

/** Chinese as it is read on the mainland; English with a 24-hour clock, which needs no "a.m.". */
const TAGS: Record<UiLocale, string> = { en: 'en-GB', zh: 'zh-CN' };

/** Building a formatter takes about 50 µs; a long log asks for thousands. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: UiLocale, timeZone: string | undefined, kind: string, options: Intl.DateTimeFormatOptions) {
  const key = `${kind} ${locale} ${timeZone ?? ''}`;
  let found = formatters.get(key);
  if (!found) {
    const zone = timeZone !== undefined && isKnownZone(timeZone) ? timeZone : timeZone && 'UTC';
    formatters.set(key, (found = new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: zone })));
  }
  return found;
}

/** Whether this browser can tell the time there. Of one that it does not know times are given in UTC: a name must not break a screen. */
export function isKnownZone(timeZone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone }) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * "14:02".
 *
 * @param at UTC milliseconds
 * @param timeZone IANA zone; the browser's own when left out
 */
export function formatTime(at: number, locale: UiLocale, timeZone?: string): string {
  return formatter(locale, timeZone, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** The calendar day in the zone, as a key that can be compared: "2026-11-23". */
export function dayKey(at: number, timeZone?: string): string {
  const parts = formatter('en', timeZone, 'key', { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(
    at,
  );
  const value = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${value('year')}-${value('month')}-${value('day')}`;
}

/** "Today", "Yesterday", "Mon 16 November", or with its year when that is another one; in either language. */
export function formatDay(at: number, now: number, locale: UiLocale, timeZone?: string): string {
  const day = dayKey(at, timeZone);
  if (day === dayKey(now, timeZone)) return locale === 'zh' ? '今天' : 'Today';
  if (nextDay(day) === dayKey(now, timeZone)) return locale === 'zh' ? '昨天' : 'Yesterday';
  const thisYear = day.slice(0, 4) === dayKey(now, timeZone).slice(0, 4);
  const kind = thisYear ? 'day' : 'day-year';
  return formatter(locale, timeZone, kind, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    ...(thisYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** "Tue", "周二": for days at most a week away. */
export function formatWeekday(at: number, locale: UiLocale, timeZone?: string): string {
  return formatter(locale, timeZone, 'weekday', { weekday: 'short' }).format(at);
}

/** The day after, on the calendar: days of 23 and 25 hours do not matter to it. */
function nextDay(key: string): string {
  return new Date(Date.parse(`${key}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** "2026-11-23 14:02", for lists and files. */
export function formatDateTime(at: number, locale: UiLocale, timeZone?: string): string {
  return `${dayKey(at, timeZone)} ${formatTime(at, locale, timeZone)}`;
}
