import type { OverduePromise } from '../../ports/promise-store.ts';
import { alertEntries } from './alert-owner.ts';
import type { Desk } from '../desk.ts';
import { conversationPlace } from '../satisfaction/unhappy-alerts.ts';

/** Promises of one turn. */
const MOST = 100;

/**
 * Breaks the promises whose time is over, and tells the owner of each. What is told is planned first: whoever is stopped in between
 * plans it again, which changes nothing.
 * @returns how many were broken
 */
export async function breakPromises(desk: Desk): Promise<number> {
  const now = desk.clock.now();
  let broken = 0;
  for (;;) {
    const overdue = await desk.store.overduePromises(now, MOST);
    if (overdue.length === 0) return broken;
    for (const promise of overdue) await tellOf(desk, promise);
    // Only what was told of: what has come due besides is the next turn's.
    broken += await desk.store.breakPromises(
      overdue.map(({ key }) => key),
      now,
    );
  }
}

async function tellOf(desk: Desk, { site: id, key, conversationKey, dueAt }: OverduePromise): Promise<void> {
  const site = desk.sites.get(id);
  const [row] = site === null ? [] : await desk.store.rows(id, [conversationKey]);
  if (site === null || row === undefined) return;
  const { timeZone } = site;
  const entries = await alertEntries(desk, site, {
    ...{ kind: 'promise', key: `promise_broken:${key}`, of: row.conversation.id },
    place: conversationPlace(id, row.conversation.id),
    words: (locale, sentAt) => ({
      what: 'promise',
      by: desk.calendar.describe(dueAt, { now: sentAt, timeZone, locale }),
    }),
  });
  await desk.store.planOutbox(id, entries);
}
