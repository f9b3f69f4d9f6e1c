import type { Desk } from '../desk.ts';

const DAY = 86_400_000;
/**
 * How long what was sent is remembered, so that the same thing is not sent again. What could plan it again (a repeated request, a
 * process that died) does so within days.
 */
export const REMEMBERED_DAYS = 30;
/** Small enough to keep nobody waiting; a sweep takes some of them. */
const PORTION = 500;
const PORTIONS = 10;

/** Forgets entries of the outbox that are long done. What was given up stays until somebody sends it again or dismisses it. */
export async function forgetDoneEntries({ store, clock }: Pick<Desk, 'store' | 'clock'>): Promise<void> {
  const before = clock.now() - REMEMBERED_DAYS * DAY;
  for (let portion = 0; portion < PORTIONS; portion++) {
    if ((await store.pruneOutbox(before, PORTION)) < PORTION) return;
  }
}
