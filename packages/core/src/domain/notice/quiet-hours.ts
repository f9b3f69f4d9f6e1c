/** Minutes from midnight in the site's zone; `to` before `from` is the next morning. Equal ones are no time at all. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60;

/**
 * When a quiet time that is running ends; null when none is. In a night whose clocks change the end is an hour off at most:
 * whoever waits for it looks again then.
 * @param now UTC milliseconds
 */
export function quietUntil({ from, to }: QuietHours, now: number, timeZone: string): number | null {
  const local = minuteOfDay(now, timeZone);
  const length = (to - from + DAY) % DAY;
  const passed = (local - from + DAY) % DAY;
  if (passed >= length) return null;
  return now - (now % MINUTE) + (length - passed) * MINUTE;
}

function minuteOfDay(now: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const of = (type: 'hour' | 'minute') => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return of('hour') * 60 + of('minute');
}
