import type { WidgetSite } from '@solodesk/protocol/visitor';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** How far a zone's clock is ahead of UTC at a moment, in milliseconds. */
function offset(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at);
  const n = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(n('year'), n('month') - 1, n('day'), n('hour'), n('minute'));
  return local - Math.floor(at / MINUTE) * MINUTE;
}

/**
 * When the desk opens next; null when it is open, or never opens.
 *
 * @param now UTC milliseconds, as is the answer
 */
export function opensAt({ hours, timeZone }: Pick<WidgetSite, 'hours' | 'timeZone'>, now: number): number | null {
  const localNow = now + offset(now, timeZone);
  const midnight = Math.floor(localNow / DAY) * DAY;
  for (let ahead = 0; ahead <= 7; ahead++) {
    const day = midnight + ahead * DAY;
    // 1970 began on a Thursday; weeks here begin on a Monday.
    const spans = [...(hours[(day / DAY + 3) % 7] ?? [])].sort((a, b) => a.from - b.from);
    for (const { from, to } of spans) {
      const opens = day + from * MINUTE;
      if (localNow >= opens && localNow < day + to * MINUTE) return null;
      // The zone's offset may change until then: ask for the one of that time.
      if (opens > localNow) return opens - offset(opens - offset(now, timeZone), timeZone);
    }
  }
  return null;
}
