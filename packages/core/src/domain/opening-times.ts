import type { Localized } from './locale.ts';

/**
 * A time of a day in the site's zone, minutes from midnight, `to` exclusive. `to` above 1,440 reaches into the next day
 * (`22:00-02:00` is 1320 to 1560) and belongs to the day on which it begins.
 */
export interface OpeningSpan {
  from: number;
  to: number;
}

/** A day, or days in a row, with other hours than its weekday has. */
export interface Holiday {
  /** `2026-12-24`, or `12-24` for every year; in the site's zone. */
  from: string;
  /** The last day, as `from` is written; the same for a single day. A yearly one may reach over New Year. */
  until: string;
  /** What people call it; languages may be missing. */
  name: Localized<string>;
  /** Hours of those days; empty: closed. */
  hours: readonly OpeningSpan[];
}

/** All that says when somebody is there. */
export interface OpeningTimes {
  /** Index 0 is Monday, as in ISO 8601. Empty array: closed. */
  hours: readonly (readonly OpeningSpan[])[];
  holidays: readonly Holiday[];
  /** IANA zone. */
  timeZone: string;
}

/**
 * The holiday on a date, the first that names it: write half days before the weeks that they lie in.
 * @param date `2026-12-24`
 */
export function holidayOn(holidays: readonly Holiday[], date: string): Holiday | null {
  const yearly = date.slice(5);
  return (
    holidays.find(({ from, until }) => {
      const day = from.length === yearly.length ? yearly : date;
      // Written this way, dates are ordered as their texts are.
      return from <= until ? from <= day && day <= until : day >= from || day <= until;
    }) ?? null
  );
}

/** Whether there is any hour at all at which somebody is there by the week's hours. */
export function everOpen({ hours }: Pick<OpeningTimes, 'hours'>): boolean {
  return hours.some((day) => day.length > 0);
}
