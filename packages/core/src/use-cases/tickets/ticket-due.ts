import type { TicketSieve } from '../../domain/ticket/ticket-view.ts';
import type { Desk } from '../desk.ts';

/** Before which moment what is late, or due today, is due. UTC milliseconds; undefined: whenever. */
export function dueBefore(
  { clock, calendar }: Pick<Desk, 'clock' | 'calendar'>,
  timeZone: string,
  due: TicketSieve['due'],
): number | undefined {
  if (due === undefined) return undefined;
  const now = clock.now();
  return due === 'late' ? now : calendar.wallTime(now, { timeZone, days: 1, hour: 0 });
}
