import type { InsightResult, InsightRun, InsightStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../storage-failure.ts';

const COLUMNS = 'kind, period, version, model, made_at AS madeAt, body';

export function createInsightStore(db: Database, group: GroupCommit, sites: SiteKeys): InsightStore {
  const newest = db.prepare<[number, string, string], InsightResult>(
    `SELECT ${COLUMNS} FROM insight_result WHERE site = ? AND kind = ? AND period = ? ORDER BY version DESC LIMIT 1`,
  );
  // Of the rows of a group, SQLite gives the columns beside max() from the row that has it.
  const list = db.prepare<[number, string, string, string], InsightResult>(
    `SELECT kind, period, max(version) AS version, model, made_at AS madeAt, body FROM insight_result
     WHERE site = ? AND kind = ? AND period BETWEEN ? AND ? GROUP BY period ORDER BY period`,
  );
  const periods = db
    .prepare<[number, string], string>(
      'SELECT DISTINCT period FROM insight_result WHERE site = ? AND kind = ? ORDER BY period',
    )
    .pluck();
  const insert = db.prepare<[number, string, string, number, string, number, string]>(
    'INSERT INTO insight_result (site, kind, period, version, model, made_at, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const run = db.prepare<[number], InsightRun>(
    'SELECT last_day AS lastDay, model, read_at AS readAt, ended_at AS endedAt FROM insight_run WHERE site = ?',
  );
  const note = db.prepare<[number, string, string, number, number]>(
    `INSERT INTO insight_run (site, last_day, model, read_at, ended_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (site) DO UPDATE SET last_day = excluded.last_day, model = excluded.model, read_at = excluded.read_at, ended_at = excluded.ended_at`,
  );
  return {
    insightResult: (site, kind, period) => reading(() => newest.get(sites.find(site) ?? 0, kind, period) ?? null),
    insightResults: (site, kind, { from, to }) => reading(() => list.all(sites.find(site) ?? 0, kind, from, to)),
    insightPeriods: (site, kind) => reading(() => periods.all(sites.find(site) ?? 0, kind)),
    saveInsights: (site, drafts, at) =>
      group.write(() => {
        const key = sites.make(site);
        let saved = 0;
        for (const { kind, period, model, body } of drafts) {
          const before = newest.get(key, kind, period);
          if (before?.body === body && before.model === model) continue;
          insert.run(key, kind, period, (before?.version ?? 0) + 1, model, at, body);
          saved++;
        }
        return saved;
      }),
    insightRun: (site) => reading(() => run.get(sites.find(site) ?? 0) ?? null),
    noteInsightRun: (site, { lastDay, model, readAt, endedAt }) =>
      group.write(() => void note.run(sites.make(site), lastDay, model, readAt, endedAt)),
  };
}
