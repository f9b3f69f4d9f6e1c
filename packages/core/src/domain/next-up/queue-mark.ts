import type { QueueItem, QueuePlace } from './queue-item.ts';

/** Something was put away: until a moment, or (`until` null) done. */
export interface QueueMark {
  readonly place: QueuePlace;
  /** The item's as the owner saw it. */
  readonly stamp: number;
  readonly until: number | null;
  /** When it was put away. UTC milliseconds. */
  readonly at: number;
}

/** So long before a promise breaks, what was put away comes back. */
const BACK_BEFORE_DUE_MS = 30 * 60_000;

/**
 * Whether an item that was put away stays away. It comes back when its time has come, when something new has happened to it,
 * and before a promise about it breaks: nobody waits in silence because of a key that was pressed.
 * @returns until when (null: until something happens), or false for what is to be done now
 */
export function putAway(item: QueueItem, mark: QueueMark | undefined, now: number): { until: number | null } | false {
  if (mark === undefined || mark.stamp !== item.stamp) return false;
  const until = backAt(item, mark);
  return until !== null && now >= until ? false : { until };
}

function backAt({ subject, dueAt }: QueueItem, mark: QueueMark): number | null {
  // Who has seen an appointment off does not want to be told that it begins.
  if (dueAt === null || (subject.kind === 'appointment' && mark.until === null)) return mark.until;
  const before = dueAt - BACK_BEFORE_DUE_MS;
  // Put away when it pressed already: the owner knows.
  if (before <= mark.at) return mark.until;
  return mark.until === null ? before : Math.min(mark.until, before);
}
