import type { ExpiredCounts, RetentionClass, RetentionRun, RetentionStore } from '@solodesk/core';
import type { Database, Statement } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import { EXPIRED } from './expired-rows.ts';
import type { PersonEraser } from './person-eraser.ts';

/** Rows of one transaction, and conversations between two looks at whether to go on. */
const SLICE = 200;
const CONVERSATIONS = 20;
/** Somebody who has had a day for so long has died over it. Milliseconds. */
const ABANDONED_MS = 3_600_000;

export function createRetentionStore(
  db: Database,
  group: GroupCommit,
  sites: SiteKeys,
  eraser: PersonEraser,
): RetentionStore {
  const statements = prepare(db);
  const steps = Object.fromEntries(
    Object.entries(EXPIRED).map(([kind, all]) => [
      kind,
      all.map(({ table, key, where, set }) => ({
        count: db.prepare<[object], number>(`SELECT count(*) FROM ${table} WHERE ${where}`).pluck(),
        run: db.prepare<[object]>(
          `${set === undefined ? `DELETE FROM ${table}` : `UPDATE ${table} SET ${set}`}
           WHERE ${key} IN (SELECT ${key} FROM ${table} WHERE ${where} ORDER BY ${key} LIMIT ${SLICE})`,
        ),
      })),
    ]),
  ) as Record<Exclude<RetentionClass, 'messages'>, { count: Statement<[object], number>; run: Statement<[object]> }[]>;

  const nextExpired = (site: string, before: number) =>
    reading(() => statements.conversations.all(sites.find(site) ?? 0, before, CONVERSATIONS));
  const expireConversations = async (site: string, before: number, at: number): Promise<number> => {
    const old = await nextExpired(site, before);
    for (const key of old) await eraser.dropConversation(site, key, at);
    return old.length;
  };

  return {
    nextExpired,
    countExpired: (site, kind, before) =>
      reading(() => {
        const siteKey = sites.find(site) ?? 0;
        if (kind === 'messages') return statements.count.get(siteKey, before) ?? 0;
        // The last step is about the rows that the class is named after.
        return steps[kind].at(-1)?.count.get({ site: siteKey, before }) ?? 0;
      }),

    async expire(site, kind, before, at) {
      if (kind === 'messages') return expireConversations(site, before, at);
      let gone = 0;
      for (const { run } of steps[kind]) {
        gone += await group.write(() => run.run({ site: sites.find(site) ?? 0, before }).changes);
        if (gone > 0) break;
      }
      return gone;
    },

    claimRetention: (site, day, now) =>
      group.write(() => statements.claim.run(sites.make(site), day, now, now - ABANDONED_MS).changes === 1),
    finishRetention: (site, day, at, removed) =>
      group.write(() => void statements.finish.run(at, JSON.stringify(removed), sites.find(site), day)),
    retentionRuns: (site, limit) =>
      reading(() =>
        statements.runs
          .all(sites.find(site) ?? 0, limit)
          .map(({ removed, ...run }): RetentionRun => ({ ...run, removed: JSON.parse(removed) as ExpiredCounts })),
      ),
  };
}

function prepare(db: Database) {
  const old = `site = ? AND state = 'closed' AND last_at < ?`;
  return {
    conversations: db
      .prepare<[number, number, number], number>(
        `SELECT key FROM conversation WHERE ${old} ORDER BY last_at, key LIMIT ?`,
      )
      .pluck(),
    count: db.prepare<[number, number], number>(`SELECT count(*) FROM conversation WHERE ${old}`).pluck(),
    claim: db.prepare<[number, string, number, number]>(`
      INSERT INTO retention_run (site, day, started_at) VALUES (?, ?, ?)
      ON CONFLICT (site, day) DO UPDATE SET started_at = excluded.started_at
      WHERE finished_at IS NULL AND started_at <= ?`),
    finish: db.prepare('UPDATE retention_run SET finished_at = ?, removed = ? WHERE site = ? AND day = ?'),
    runs: db.prepare<[number, number], Omit<RetentionRun, 'removed'> & { removed: string }>(`
      SELECT day, started_at AS startedAt, finished_at AS finishedAt, removed FROM retention_run
      WHERE site = ? ORDER BY day DESC LIMIT ?`),
  };
}
