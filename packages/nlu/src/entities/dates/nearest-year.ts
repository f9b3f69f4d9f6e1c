import type { DateTime } from 'luxon';

/** A date without a year is the nearest one: customers speak of the parcel of last week as well as of that of the next. */
export function nearestYear(moment: DateTime, now: DateTime): DateTime {
  const years = [now.year - 1, now.year, now.year + 1].map((year) => moment.set({ year }));
  return years.reduce((best, other) => (distance(other, now) < distance(best, now) ? other : best));
}

function distance(moment: DateTime, now: DateTime): number {
  return Math.abs(moment.toMillis() - now.toMillis());
}
