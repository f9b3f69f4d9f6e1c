import type { Migration } from './migration.ts';

/**
 * Versions of results that do not count yet. What the batch found of a day can be more than one short transaction writes: the last one
 * takes them all out of here. Where a run was broken off before it, the next one deletes them. `writer` names the run.
 */
export const insightDrafts: Migration = {
  version: 46,
  since: '0.2.0',
  sql: `
    CREATE TABLE insight_draft (
      site INTEGER NOT NULL,
      kind TEXT NOT NULL,
      period TEXT NOT NULL,
      version INTEGER NOT NULL,
      writer TEXT NOT NULL,
      PRIMARY KEY (site, kind, period, version)
    ) WITHOUT ROWID;
  `,
};
