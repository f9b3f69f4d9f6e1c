import type { OpeningSpan, OpeningTimes } from '@solodesk/core';

const MINUTE = 60_000;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the wall shows at a moment, by the engine's own zone data and nobody's arithmetic. */
function onTheWall(at: number, timeZone: string): { date: string; weekday: number; minute: number } {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    weekday: WEEKDAYS.indexOf(part('weekday')),
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

function hoursOf(site: OpeningTimes, date: string, weekday: number): readonly OpeningSpan[] {
  for (const { from, until, hours } of site.holidays) {
    const day = from.length === 5 ? date.slice(5) : date;
    const wraps = from > until;
    if (wraps ? day >= from || day <= until : day >= from && day <= until) return hours;
  }
  return site.hours[weekday] ?? [];
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 1440 * MINUTE).toISOString().slice(0, 10);
}

/**
 * Whether a site is open in the minute of `at`, found by looking at the wall: an oracle that shares nothing with the calendar
 * that it checks, and is a thousand times slower.
 */
export function slowlyOpen(site: OpeningTimes, at: number): boolean {
  const { date, weekday, minute } = onTheWall(at, site.timeZone);
  const has = (spans: readonly OpeningSpan[], shown: number) =>
    spans.some(({ from, to }) => from <= shown && shown < to);
  return (
    has(hoursOf(site, date, weekday), minute) || has(hoursOf(site, dayBefore(date), (weekday + 6) % 7), minute + 1440)
  );
}

/** The minutes from `from` to `to` (full minutes) in which a site is open. */
export function slowMinutes(site: OpeningTimes, from: number, to: number): number[] {
  const open: number[] = [];
  for (let at = from; at < to; at += MINUTE) if (slowlyOpen(site, at)) open.push(at);
  return open;
}
