import type { OpenSpan } from '@solodesk/analytics';
import { everOpen, holidayOn } from '@solodesk/core';
import type { OpeningTimes } from '@solodesk/core';
import { DateTime } from 'luxon';
import { dayAfter } from './days.ts';

/** How long a talk may be looked back at for its time in business hours. Days. */
const MOST_DAYS = 60;

/**
 * When a site was open between two moments, by the hours that it has now. Where it has no hours at all every hour counts. What is
 * longer than two months is looked at in its last two months.
 */
export function openSpans(site: OpeningTimes, from: number, to: number): readonly OpenSpan[] {
  if (!everOpen(site)) return [{ from, to }];
  const zone = site.timeZone;
  const last = DateTime.fromMillis(to, { zone }).toISODate() ?? '';
  const earliest = DateTime.fromMillis(Math.max(from, to - MOST_DAYS * 86_400_000), { zone }).minus({ days: 1 });
  const spans: { from: number; to: number }[] = [];
  for (let date = earliest.toISODate() ?? ''; date <= last; date = dayAfter(date)) {
    const day = DateTime.fromISO(date, { zone });
    const hours = holidayOn(site.holidays, date)?.hours ?? site.hours[day.weekday - 1] ?? [];
    for (const span of hours) {
      // By the clock on the wall, which is why hours and minutes are set instead of added.
      const at = (minutes: number) =>
        day
          .plus({ days: Math.floor(minutes / 1440) })
          .set({ hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60, second: 0, millisecond: 0 })
          .toMillis();
      spans.push({ from: at(span.from), to: at(span.to) });
    }
  }
  return withoutOverlap(spans);
}

function withoutOverlap(spans: { from: number; to: number }[]): readonly OpenSpan[] {
  const joined: { from: number; to: number }[] = [];
  for (const span of spans.sort((one, other) => one.from - other.from)) {
    const before = joined.at(-1);
    if (before !== undefined && span.from <= before.to) before.to = Math.max(before.to, span.to);
    else joined.push({ ...span });
  }
  return joined;
}
