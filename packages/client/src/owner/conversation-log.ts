import type { OwnerEvent } from '@solodesk/protocol/owner';
import type { ConversationLog } from './owner-state.ts';

/** So many events of a conversation are kept, however long it is and however far one reads in it: three pages. */
export const MOST_KEPT = 300;

/**
 * Where a page of a log is read. `again` is where one is already, with what was missed; `newest` goes to its end, wherever one is.
 * The others name a `seq`.
 */
export type LogPlace = 'again' | 'newest' | { before: number } | { after: number } | { around: number };

/** What the server answers for a place. */
export interface LogPage {
  events: readonly OwnerEvent[];
  /** Older events than these exist. */
  more: boolean;
  /** The newest event that is known of in the conversation. */
  lastSeq: number;
}

/**
 * Joins events that happened into a log and keeps it contiguous. An event that is there already is dropped, by its `seq`, unless it
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
    if (event.seq > last) {
      // Beyond what is read: it comes when one reads on.
      if (log.newer) continue;
      if (event.seq === last + 1) {
        (events ??= [...log.events]).push(event);
        last = event.seq;
      } else {
        gap = true;
      }
    } else if (event.type === 'erased' && first !== undefined && event.seq >= first) {
      const at = event.seq - first;
      if (log.events[at]?.type !== 'erased') (events ??= [...log.events])[at] = event;
    }
  }
  return { log: events ? bounded({ ...log, events }, log.held ? 'oldest' : 'newest') : log, gap };
}

/**
 * Joins a page that was read from the server. A log with a hole would say what did not happen: a page that does not touch the log
 * replaces it if it was asked to, and else is left out. What is too much goes at the end that is farther from the page.
 */
export function joinPage<L extends ConversationLog>(log: L, page: LogPage, place: LogPlace): L {
  const events = [...page.events].sort((a, b) => a.seq - b.seq);
  const [from, to] = [events[0]?.seq, events.at(-1)?.seq];
  const [first, last] = [log.events[0]?.seq, log.events.at(-1)?.seq];
  if (from === undefined || to === undefined) return joinNothing(log, page, place);
  const isNewer = (end: number) => end < page.lastSeq;
  if (typeof place === 'object' && 'around' in place) {
    return { ...log, events, more: page.more, newer: isNewer(to), held: true };
  }
  const touches = first !== undefined && last !== undefined && from <= last + 1 && to >= first - 1;
  const joined = () => ({ ...log, events: merged(log.events, events), more: from <= first! ? page.more : log.more });
  if (typeof place === 'object') {
    // One has gone elsewhere since it was asked for.
    if (!touches) return log;
    if ('before' in place) return bounded(joined(), 'oldest');
    return bounded({ ...joined(), newer: isNewer(Math.max(last!, to)) }, 'newest');
  }
  if (log.held && place === 'again' && last !== undefined) {
    if (log.newer) return log;
    if (touches) return bounded(joined(), 'oldest');
    return to > last ? { ...log, newer: true } : log;
  }
  if (touches) return bounded({ ...joined(), newer: false }, 'newest');
  // An answer that was overtaken by live events must not throw them away.
  if (last !== undefined && to < last) return log;
  return { ...log, events, more: page.more, newer: false };
}

function joinNothing<L extends ConversationLog>(log: L, { more, lastSeq }: LogPage, place: LogPlace): L {
  const last = log.events.at(-1)?.seq;
  if (last === undefined) return { ...log, more };
  return typeof place === 'object' && 'after' in place ? { ...log, newer: last < lastSeq } : log;
}

function merged(known: readonly OwnerEvent[], page: readonly OwnerEvent[]): OwnerEvent[] {
  const bySeq = new Map<number, OwnerEvent>();
  for (const event of known) bySeq.set(event.seq, event);
  for (const event of page) bySeq.set(event.seq, event);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

function bounded<L extends ConversationLog>(log: L, keep: 'oldest' | 'newest'): L {
  if (log.events.length <= MOST_KEPT) return log;
  return keep === 'oldest'
    ? { ...log, events: log.events.slice(0, MOST_KEPT), newer: true }
    : { ...log, events: log.events.slice(-MOST_KEPT), more: true };
}
