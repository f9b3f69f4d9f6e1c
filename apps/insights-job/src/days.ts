import { DateTime } from 'luxon';

/** A day of the site's own zone. */
export interface LocalDay {
  /** `2026-11-27` */
  readonly date: string;
  /** UTC milliseconds; `to` is exclusive. A day has 23 or 25 hours where the clock is changed. */
  readonly from: number;
  readonly to: number;
  /** Days since 1970. */
  readonly number: number;
}

export const PERIOD_KINDS = ['day', 'week', 'month', 'quarter'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A period as people write it, with its days. */
export interface Period {
  readonly kind: PeriodKind;
  /** `2026-11-27`, `2026-W48`, `2026-11`, `2026-Q4` */
  readonly name: string;
  readonly first: string;
  readonly last: string;
}

export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

export function dateOf(at: number, zone: string): string {
  return DateTime.fromMillis(at, { zone }).toISODate() ?? '';
}

/** @throws RangeError for what is no date */
export function localDay(date: string, zone: string): LocalDay {
  const start = DateTime.fromISO(date, { zone });
  if (!start.isValid || !/^\d{4}-\d{2}-\d{2}$/.test(date))
    throw new RangeError(`"${date}" is no day such as 2026-11-27`);
  return {
    date,
    from: start.startOf('day').toMillis(),
    to: start.plus({ days: 1 }).startOf('day').toMillis(),
    number: dayNumber(date),
  };
}

/** Days in order, both included. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (
    let day = DateTime.fromISO(first, { zone: 'utc' });
    (day.toISODate() ?? '') <= last;
    day = day.plus({ days: 1 })
  ) {
    days.push(day.toISODate() ?? '');
  }
  return days;
}

export function dayAfter(date: string, days = 1): string {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toISODate() ?? '';
}

/** The period of a kind that a day lies in. */
export function periodOf(kind: PeriodKind, date: string): Period {
  const day = DateTime.fromISO(date, { zone: 'utc' });
  const name = {
    day: date,
    week: day.toFormat("kkkk-'W'WW"),
    month: day.toFormat('yyyy-MM'),
    quarter: day.toFormat("yyyy-'Q'q"),
  }[kind];
  return {
    kind,
    name,
    first: day.startOf(kind).toISODate() ?? '',
    last: day.endOf(kind).toISODate() ?? '',
  };
}

/** A period by its name. @throws RangeError for what is none */
export function readPeriod(name: string): Period {
  const week = /^(\d{4})-W(\d{2})$/.exec(name);
  const quarter = /^(\d{4})-Q([1-4])$/.exec(name);
  if (/^\d{4}-\d{2}-\d{2}$/.test(name) && !Number.isNaN(dayNumber(name))) return checked(periodOf('day', name), name);
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(name)) return periodOf('month', `${name}-01`);
  if (week !== null) {
    const monday = DateTime.fromISO(`${name}-1`, { zone: 'utc' });
    if (monday.isValid) return periodOf('week', monday.toISODate() ?? '');
  }
  if (quarter !== null)
    return periodOf('quarter', `${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, '0')}-01`);
  throw new RangeError(`"${name}" is no period such as 2026-11-27, 2026-W48, 2026-11 or 2026-Q4`);
}

function checked(period: Period, name: string): Period {
  if (period.first !== name) throw new RangeError(`"${name}" is no day`);
  return period;
}
