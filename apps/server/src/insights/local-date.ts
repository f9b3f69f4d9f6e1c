import { DateTime } from 'luxon';

/** `2026-11-27`: the date on a wall in a time zone. */
export const dateIn = (at: number, zone: string): string => DateTime.fromMillis(at, { zone }).toISODate() ?? '';

/** The date before one. */
export const dayBefore = (date: string): string =>
  DateTime.fromISO(date, { zone: 'utc' }).minus({ days: 1 }).toISODate() ?? '';
