import { localDay } from '../../domain/priority/local-day.ts';
import { RETENTION_CLASSES, expiredBefore } from '../../domain/privacy/retention.ts';
import type { ExpiredCounts, Retention, RetentionClass } from '../../domain/privacy/retention.ts';
import type { Site } from '../../domain/site.ts';
import type { Desk } from '../desk.ts';

type Parts = Pick<Desk, 'store' | 'clock'>;
type Whole = Parts & Pick<Desk, 'files'>;

/** What would be taken out of a site now; classes that are kept until they are erased are left out. */
export async function rehearseRetention(
  { store, clock }: Parts,
  site: string,
  retention: Retention,
): Promise<ExpiredCounts> {
  const counts: Partial<Record<RetentionClass, number>> = {};
  for (const kind of RETENTION_CLASSES) {
    const before = expiredBefore(retention[kind], clock.now());
    if (before !== null) counts[kind] = await store.countExpired(site, kind, before);
  }
  return counts;
}

/**
 * Takes out what is too old, once a day of the site: also when the server was down at that time, and again from where it was
 * when it broke off.
 * @param goesOn asked between two transactions; whoever stops here goes on after an hour.
 * @returns what was taken out; null when the day is done, or not ours.
 */
export async function keepToRetention(
  { store, clock, files }: Whole,
  site: Pick<Site, 'id' | 'timeZone' | 'retention'>,
  goesOn: () => boolean = () => true,
): Promise<ExpiredCounts | null> {
  const now = clock.now();
  const day = localDay(now, site.timeZone);
  if (!(await store.claimRetention(site.id, day, now))) return null;
  const removed: Partial<Record<RetentionClass, number>> = {};
  for (const kind of RETENTION_CLASSES) {
    const before = expiredBefore(site.retention[kind], now);
    if (before === null) continue;
    removed[kind] = 0;
    for (let gone = -1; gone !== 0; removed[kind] += gone) {
      if (!goesOn()) return null;
      if (kind === 'messages') await files.removeFilesOf(site.id, await store.nextExpired(site.id, before));
      gone = await store.expire(site.id, kind, before, now);
    }
  }
  await store.finishRetention(site.id, day, clock.now(), removed);
  return removed;
}
