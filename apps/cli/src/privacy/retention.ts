import type { ExpiredCounts, Retention } from '@solodesk/core';
import { keepToRetention, rehearseRetention } from '@solodesk/core/use-cases';
import { expireBackups, oldBackups } from '@solodesk/store-sqlite';
import { filesIn, siteOf, withStore } from '../import/site-store.ts';
import type { Places } from '../places.ts';

export interface RetentionSummary {
  site: string;
  days: Retention;
  /** What went, or would; null when the day's work was done before. */
  removed: ExpiredCounts | null;
  /** Backups that went, or would. */
  backups: string[];
  dryRun: boolean;
}

/** Takes out what is too old, as the server does once a day, or says what would go. */
export async function retain(places: Places, wanted: string | null, dryRun: boolean): Promise<RetentionSummary> {
  const site = await siteOf(places, wanted);
  const clock = { now: () => Date.now() };
  const removed = await withStore(places, async (store) => {
    if (dryRun) return rehearseRetention({ store, clock }, site.id, site.retention);
    const gone = await keepToRetention({ store, clock, files: filesIn(places, store) }, site);
    if (gone !== null) await store.scrub();
    return gone;
  });
  const { backups: days } = site.retention;
  const backups = (dryRun ? oldBackups : expireBackups)(places.database, days, clock.now()).map(({ file }) => file);
  return { site: site.id, days: site.retention, removed, backups, dryRun };
}

export function retentionText({ site, days, removed, backups, dryRun }: RetentionSummary): string {
  const lines =
    removed === null
      ? [`What is too old was taken out of "${site}" today already.`]
      : [
          `${dryRun ? 'This would be' : 'This was'} taken out of "${site}":`,
          ...Object.entries(removed).map(
            ([kind, rows]) =>
              `  ${kind.padEnd(12)}${String(rows).padStart(8)}  older than ${days[kind as keyof Retention]} days`,
          ),
        ];
  const kept = (Object.keys(days) as (keyof Retention)[]).filter((kind) => days[kind] === null);
  if (kept.length > 0) lines.push(`Kept until somebody erases it: ${kept.join(', ')} ("retention" in site.json).`);
  for (const file of backups) lines.push(`  ${dryRun ? 'would remove' : 'removed'} ${file}`);
  return lines.join('\n');
}
