import type { OpeningSpan } from '@solodesk/core';
import { z } from 'zod';

/** As in ISO 8601, Monday first. */
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];

const SPAN = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/;

const day = z
  .array(
    z
      .string()
      .regex(
        /^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/,
        'must be a span such as "09:00-17:00" (24 hours, two digits each)',
      ),
  )
  .max(12)
  .superRefine((spans, context) => {
    let last = { text: '', to: 0 };
    for (const [index, text] of spans.entries()) {
      const { from, to } = openingSpan(text);
      if (to <= from) {
        const message = 'must end after it begins; write hours past midnight as two spans, the second on the next day';
        context.addIssue({ code: 'custom', path: [index], message });
      } else if (from < last.to) {
        context.addIssue({ code: 'custom', path: [index], message: `must begin after "${last.text}" ends` });
      }
      last = { text, to };
    }
  });

/** Opening hours a day; a day that is not named is closed. */
export const openingHours = z
  .strictObject({
    mon: day.optional(),
    tue: day.optional(),
    wed: day.optional(),
    thu: day.optional(),
    fri: day.optional(),
    sat: day.optional(),
    sun: day.optional(),
  })
  .describe('Opening hours in the time zone of the site; a day that is not named is closed.');

/** @param text checked by the schema: `09:00-17:00` */
export function openingSpan(text: string): OpeningSpan {
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = (SPAN.exec(text) ?? []).slice(1).map(Number);
  return { from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute };
}
