import type { Holiday } from '../api/holidays-api.ts';
import type { Locale } from '../wire-types.ts';

const DAY_MS = 86_400_000;
const YEAR_DAYS = 366;
const TAGS: Record<Locale, string> = { en: 'en-GB', zh: 'zh-CN' };

/** Dates are calendar days; midnight in UTC stands for one. */
const at = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
const iso = (moment: number) => new Date(moment).toISOString().slice(0, 10);

export const isYearly = ({ date }: Pick<Holiday, 'date'>): boolean => date.length === 5;

/** Whether the calendar has such a day; that of a 29th of February depends on the year. */
const exists = (date: string) => !Number.isNaN(at(date)) && iso(at(date)) === date;

/** How many days a holiday has. A yearly one may reach over New Year. */
export function lengthOf({ date, until = date }: Holiday): number {
  const [from, to] = date.length === 5 ? [`2024-${date}`, `2024-${until}`] : [date, until];
  const days = Math.round((at(to) - at(from)) / DAY_MS) + 1;
  return days > 0 ? days : days + YEAR_DAYS;
}

/**
 * The days of a holiday from `today` on: those of the year in which it is not over yet. A dated one has its own, also when
 * they are over.
 * @param today `2026-11-27`
 */
export function daysOf(holiday: Holiday, today: string): { first: string; last: string } {
  const { date, until = date } = holiday;
  if (!isYearly(holiday)) return { first: date, last: until };
  const wraps = until < date;
  const year = Number(today.slice(0, 4));
  // Eight years: the 29th of February is left out by 2100.
  for (let first = year - 1; first <= year + 8; first += 1) {
    const days = { first: `${first}-${date}`, last: `${wraps ? first + 1 : first}-${until}` };
    if (days.last >= today && exists(days.first) && exists(days.last)) return days;
  }
  return { first: `${year}-${date}`, last: `${year}-${until}` };
}

/** Those to come by their day, then those that are over, the last one first. */
export function inOrder(holidays: readonly Holiday[], today: string): Holiday[] {
  const days = new Map(holidays.map((each) => [each, daysOf(each, today)]));
  const isOver = (each: Holiday) => days.get(each)!.last < today;
  return [...holidays].sort((a, b) => {
    if (isOver(a) !== isOver(b)) return isOver(a) ? 1 : -1;
    const order = days.get(a)!.first < days.get(b)!.first ? -1 : 1;
    return isOver(a) ? -order : order;
  });
}

/** Of two that name a day the first counts: what is shorter goes before what is longer, a half day before its week. */
export function withHoliday(holidays: readonly Holiday[], added: Holiday): Holiday[] {
  const place = holidays.findIndex((each) => lengthOf(each) > lengthOf(added));
  return place < 0 ? [...holidays, added] : [...holidays.slice(0, place), added, ...holidays.slice(place)];
}

export const isSameDays = (a: Holiday, b: Holiday): boolean =>
  a.date === b.date && (a.until ?? a.date) === (b.until ?? b.date);

/** "25–26 December", "12月25日至26日"; of a dated one with its year. */
export function dateWords(holiday: Holiday, locale: Locale, today: string): string {
  const { first, last } = daysOf(holiday, today);
  const format = new Intl.DateTimeFormat(TAGS[locale], {
    ...{ day: 'numeric', month: 'long', timeZone: 'UTC' },
    ...(!isYearly(holiday) && { year: 'numeric', weekday: 'short' }),
  });
  if (first === last) return format.format(at(first));
  // Of a range in Chinese, Intl makes figures with slashes.
  if (locale === 'zh') return `${format.format(at(first))}至${format.format(at(last))}`;
  return format.formatRange(at(first), at(last));
}

/** What is in the fields of the form. */
export interface HolidayFields {
  name: Partial<Record<Locale, string>>;
  first: string;
  last: string;
  yearly: boolean;
  /** Null: closed all day. */
  hours: { from: string; to: string }[] | null;
}

export const NO_FIELDS: HolidayFields = { name: {}, first: '', last: '', yearly: false, hours: null };

export function fieldsOf(holiday: Holiday, today: string): HolidayFields {
  const { first, last } = daysOf(holiday, today);
  const hours = (holiday.hours ?? []).map((span) => {
    const [from = '', to = ''] = span.split('-');
    return { from, to };
  });
  return {
    name: { ...holiday.name },
    ...{ first, last: last === first ? '' : last, yearly: isYearly(holiday) },
    hours: hours.length > 0 ? hours : null,
  };
}

export type HolidayFault = 'name' | 'first' | 'last' | 'hours';

/** What is wrong with the fields; null when nothing is. */
export function faultOf({ name, first, last, yearly, hours }: HolidayFields): HolidayFault | null {
  if (!Object.values(name).some((text) => text?.trim())) return 'name';
  if (!exists(first)) return 'first';
  if (last !== '' && (!exists(last) || last < first || (yearly && at(last) - at(first) >= 365 * DAY_MS))) return 'last';
  const isSpan = ({ from, to }: { from: string; to: string }) => from !== '' && to !== '' && from !== to;
  return hours === null || hours.every(isSpan) ? null : 'hours';
}

/** The holiday that good fields say. */
export function holidayOf({ name, first, last, yearly, hours }: HolidayFields): Holiday {
  const written = (date: string) => (yearly ? date.slice(5) : date);
  const names = Object.entries(name).flatMap(([locale, text]) => (text?.trim() ? [[locale, text.trim()]] : []));
  return {
    date: written(first),
    ...(last !== '' && last !== first && { until: written(last) }),
    name: Object.fromEntries(names),
    ...(hours !== null && { hours: hours.map(({ from, to }) => `${from}-${to}`) }),
  };
}
