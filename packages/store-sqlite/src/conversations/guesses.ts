import { afterGuess, afterReturn } from '@solodesk/core';
import type { GuessLevel, GuessStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';

/** Buckets that nobody has touched for so long are full again, whatever their size. Milliseconds. */
const FORGET_AFTER = 7 * 86_400_000;

/** Each guess looks and takes within one transaction, so that many at once are no more than there are. */
export function createGuessStore(db: Database, group: GroupCommit, sites: SiteKeys): GuessStore {
  const find = db.prepare<[number, string], GuessLevel>(
    'SELECT remaining AS "left", at, last FROM guess_level WHERE site = ? AND bucket = ?',
  );
  const save = db.prepare(`
    INSERT INTO guess_level (site, bucket, remaining, at, last) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET remaining = excluded.remaining, at = excluded.at, last = excluded.last`);
  const forget = db.prepare('DELETE FROM guess_level WHERE at < ?');
  const keep = (site: number, bucket: string, { left, at, last }: GuessLevel) => save.run(site, bucket, left, at, last);

  return {
    spendGuess: (site, { id, at, buckets }) =>
      group.write(() => {
        const key = sites.make(site);
        forget.run(at - FORGET_AFTER);
        const next = buckets.map((bucket) => ({
          bucket: bucket.key,
          level: afterGuess(find.get(key, bucket.key) ?? null, bucket, { id, at }),
        }));
        if (next.some(({ level }) => level === null)) return false;
        for (const { bucket, level } of next) if (level !== null) keep(key, bucket, level);
        return true;
      }),
    returnGuess: (site, { id, buckets }) =>
      group.write(() => {
        const key = sites.make(site);
        for (const bucket of buckets) {
          const level = find.get(key, bucket.key);
          if (level !== undefined) keep(key, bucket.key, afterReturn(level, bucket, id));
        }
      }),
  };
}
