import type { Holiday } from '@solodesk/core';
import { z } from 'zod';
import { dayHours, openingSpan } from '../opening-hours.ts';
import { localized, text } from './text-rules.ts';

const YEARLY = /^\d\d-\d\d$/;

/** `2026-12-24`, or `12-24` for every year. */
const date = z
  .string()
  .regex(/^(?:\d{4}-)?\d\d-\d\d$/, 'must be a date such as "2026-12-24", or "12-24" for every year')
  .refine((value) => isDay(value), 'is a day that does not exist');

const holiday = z
  .strictObject({
    date: date.describe('The day, such as "2026-12-24"; "12-24" for every year.'),
    until: date.optional().describe('The last day, when there are several; written as "date" is.'),
    name: localized(text(80)).describe('What people call it, a language each; it is told while you are closed.'),
    hours: dayHours.optional().describe('Hours of a half day, such as ["09:00-12:00"]. Left out: closed.'),
  })
  .superRefine(({ date: from, until = from }, context) => {
    if (YEARLY.test(from) !== YEARLY.test(until)) {
      const message = 'must be written as "date" is: both with the year, or both without';
      context.addIssue({ code: 'custom', path: ['until'], message });
    } else if (!YEARLY.test(from) && until < from) {
      context.addIssue({ code: 'custom', path: ['until'], message: 'must not be before "date"' });
    }
  });

/** Days with other hours than their weekday. */
export const holidays = z
  .array(holiday)
  .max(200)
  .default([])
  .describe('Days on which you are closed or keep other hours. Of two that name a day the first counts.');

type HolidayEntry = z.infer<typeof holiday>;

export function holidayFrom({ date: from, until = from, name, hours = [] }: HolidayEntry): Holiday {
  return { from, until, name, hours: hours.map((span) => openingSpan(span)) };
}

/** Whether the calendar has such a day; the 29th of February counts as a yearly one. */
function isDay(value: string): boolean {
  const iso = YEARLY.test(value) ? `2024-${value}` : value;
  const at = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso);
}
