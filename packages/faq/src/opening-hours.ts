import type { OpeningSpan } from '@solodesk/core';
import { z } from 'zod';

/** As in ISO 8601, Monday first. */
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];

const SPAN = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/;
const MIDNIGHT = 1440;

/** The hours of one day, in order. */
export const dayHours = z
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
      if (to - from === MIDNIGHT && from > 0) {
        const message = 'must end after it begins; a whole day is "00:00-24:00"';
        context.addIssue({ code: 'custom', path: [index], message });
      } else if (from < last.to) {
        const message =
          last.to > MIDNIGHT ? 'must come before the hours past midnight' : `must begin after "${last.text}" ends`;
        context.addIssue({ code: 'custom', path: [index], message });
      }
      last = { text, to };
    }
  });

/** Opening hours a day; a day that is not named is closed. */
export const openingHours = z
  .strictObject({
    mon: dayHours.optional(),
    tue: dayHours.optional(),
    wed: dayHours.optional(),
    thu: dayHours.optional(),
    fri: dayHours.optional(),
    sat: dayHours.optional(),
    sun: dayHours.optional(),
  })
  .superRefine((week, context) => {
    // What reaches past midnight must not reach into the next day's own hours.
    for (const [index, day] of DAYS.entries()) {
      const next = DAYS[(index + 1) % 7] ?? 'mon';
      const night = week[day]?.at(-1);
      const morning = week[next]?.[0];
      if (night === undefined || morning === undefined) continue;
      if (openingSpan(night).to - MIDNIGHT <= openingSpan(morning).from) continue;
      const message = `must begin after "${night}" of the day before ends`;
      context.addIssue({ code: 'custom', path: [next, 0], message });
    }
  })
  .describe(
    'Opening hours in the time zone of the site; a day that is not named is closed. "22:00-02:00" goes on past midnight.',
  );

/** @param text checked by the schema: `09:00-17:00`; what ends before it begins ends on the next day */
export function openingSpan(text: string): OpeningSpan {
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = (SPAN.exec(text) ?? []).slice(1).map(Number);
  const from = fromHour * 60 + fromMinute;
  const to = toHour * 60 + toMinute;
  return { from, to: to <= from ? to + MIDNIGHT : to };
}
