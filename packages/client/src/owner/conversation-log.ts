import type { OwnerEvent } from '@solodesk/protocol/owner';
import type { ConversationLog } from './owner-state.ts';

/**
 * Joins events into a log and keeps it contiguous. An event that is there already is dropped, by its `seq`, unless it
 * is the tombstone of one. Joining in any order and any number of times gives the same log.
 *
 * @returns the log, and `gap` when some events lie beyond a hole and were left out: then the conversation must be read
 */
export function joinEvents<L extends ConversationLog>(
  log: L,
  incoming: readonly OwnerEvent[],
): { log: L; gap: boolean } {
  const first = log.events[0]?.seq;
  let last = log.events.at(-1)?.seq ?? 0;
  let events: OwnerEvent[] | null = null;
  let gap = false;
  for (const event of [...incoming].sort((a, b) => a.seq - b.seq)) {
    if (event.seq === last + 1) {
      (events ??= [...log.events]).push(event);
      last = event.seq;
    } else if (event.seq > last) {
      gap = true;
    } else if (event.type === 'erased' && first !== undefined && event.seq >= first) {
      const at = event.seq - first;
      if (log.events[at]?.type !== 'erased') (events ??= [...log.events])[at] = event;
    }
  }
  return { log: events ? { ...log, events } : log, gap };
}

/**
 * Joins a page that was read from the server: the newest events, or those before the log's first. A page that does not
 * touch the log replaces it, since a log with a hole would say what did not happen.
 */
export function joinPage<L extends ConversationLog>(log: L, page: readonly OwnerEvent[], more: boolean): L {
  const sorted = [...page].sort((a, b) => a.seq - b.seq);
  const from = sorted[0]?.seq;
  const to = sorted.at(-1)?.seq;
  const first = log.events[0]?.seq;
  const last = log.events.at(-1)?.seq;
  if (from === undefined || to === undefined) return log.events.length === 0 ? { ...log, more } : log;
  if (first === undefined || last === undefined || from > last + 1 || to < first - 1) {
    // An answer that was overtaken by live events must not throw them away.
    if (last !== undefined && to < last) return log;
    return { ...log, events: sorted, more };
  }
  const bySeq = new Map<number, OwnerEvent>();
  for (const event of log.events) bySeq.set(event.seq, event);
  for (const event of sorted) bySeq.set(event.seq, event);
  const events = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  return { ...log, events, more: from <= first ? more : log.more };
}
