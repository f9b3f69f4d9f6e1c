import type { InsightRun, InsightStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import { InsightWriter } from './insight-writer.ts';
import { unpackRow } from './result-row.ts';
import type { ResultRow } from './result-row.ts';

const COLUMNS = 'kind, period, version, model, made_at AS madeAt, body';
/** What is not published yet is nobody's to read. */
const COUNTS = `NOT EXISTS (
  SELECT 1 FROM insight_draft d WHERE d.site = r.site AND d.kind = r.kind AND d.period = r.period AND d.version = r.version)`;

/** A version that takes back what was found before has nothing to be read. */
const TAKEN_BACK = 'null';

/** @param stopwatch milliseconds from any moment */
export function createInsightStore(
  db: Database,
  group: GroupCommit,
  sites: SiteKeys,
  stopwatch: () => number,
): InsightStore {
  const newest = db.prepare<[number, string, string], ResultRow>(
    `SELECT ${COLUMNS} FROM insight_result r
     WHERE site = ? AND kind = ? AND period = ? AND ${COUNTS} ORDER BY version DESC LIMIT 1`,
  );
  const newestVersion = db
    .prepare<[number, string, string], number>(
      `SELECT version FROM insight_result r
       WHERE site = ? AND kind = ? AND period = ? AND ${COUNTS} ORDER BY version DESC LIMIT 1`,
    )
    .pluck();
  // Of the rows of a group, SQLite gives the columns beside max() from the row that has it.
  const list = db.prepare<[number, string, string, string], ResultRow>(
    `SELECT kind, period, max(version) AS version, model, made_at AS madeAt, body FROM insight_result r
     WHERE site = ? AND kind = ? AND period BETWEEN ? AND ? AND ${COUNTS} GROUP BY period HAVING body <> '${TAKEN_BACK}' ORDER BY period`,
  );
  const periods = db
    .prepare<[number, string], string>(
      // Of a long body only how long it is is read.
      `SELECT period FROM (
         SELECT period, max(version), octet_length(body) = ${TAKEN_BACK.length} AND body = '${TAKEN_BACK}' AS isTakenBack
         FROM insight_result r WHERE site = ? AND kind = ? AND ${COUNTS} GROUP BY period)
       WHERE NOT isTakenBack ORDER BY period`,
    )
    .pluck();
  const run = db.prepare<[number], InsightRun>(
    'SELECT last_day AS lastDay, model, read_at AS readAt, ended_at AS endedAt FROM insight_run WHERE site = ?',
  );
  const note = db.prepare<[number, string, string, number, number]>(
    `INSERT INTO insight_run (site, last_day, model, read_at, ended_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (site) DO UPDATE SET last_day = excluded.last_day, model = excluded.model, read_at = excluded.read_at, ended_at = excluded.ended_at`,
  );
  const noteRun = (site: string, { lastDay, model, readAt, endedAt }: InsightRun) =>
    void note.run(sites.make(site), lastDay, model, readAt, endedAt);
  const writer = new InsightWriter(db, { group, sites, stopwatch, newest, newestVersion });
  return {
    insightResult: (site, kind, period) =>
      reading(() => {
        const found = newest.get(sites.find(site) ?? 0, kind, period);
        return found === undefined || found.body === TAKEN_BACK ? null : unpackRow(found);
      }),
    insightResults: (site, kind, { from, to }) =>
      reading(() => list.all(sites.find(site) ?? 0, kind, from, to).map(unpackRow)),
    insightPeriods: (site, kind) => reading(() => periods.all(sites.find(site) ?? 0, kind)),
    saveInsights: (site, drafts, at, ended) =>
      writer.save(site, drafts, at, ended === undefined ? () => undefined : () => noteRun(site, ended)),
    insightRun: (site) => reading(() => run.get(sites.find(site) ?? 0) ?? null),
    noteInsightRun: (site, ended) => group.write(() => noteRun(site, ended)),
  };
}
