import type { Migration } from './migration.ts';

/**
 * What was spent on marketing, and what the nightly batch found.
 *
 * - `insight_result` keeps every version of a result: `version` counts up where the rows changed after it was made, or the model
 *   did. `period` is a day, week, month or quarter as people write it (`2026-11-27`, `2026-W48`, `2026-11`, `2026-Q4`).
 * - `insight_run` is the last day of each site that was worked through whole, in the site's own zone: from the day after it the next
 *   run goes on, and a day that is there is not run again by the clock.
 */
export const insights: Migration = {
  version: 32,
  since: '0.2.0',
  sql: `
    CREATE TABLE marketing_spend (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      site INTEGER NOT NULL,
      channel TEXT NOT NULL,
      month TEXT NOT NULL,
      currency TEXT NOT NULL,
      amount INTEGER NOT NULL,
      written_by INTEGER
    );
    CREATE UNIQUE INDEX marketing_spend_place ON marketing_spend (site, month, channel, currency);
    CREATE TABLE insight_result (
      site INTEGER NOT NULL,
      kind TEXT NOT NULL,
      period TEXT NOT NULL,
      version INTEGER NOT NULL,
      model TEXT NOT NULL,
      made_at INTEGER NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (site, kind, period, version)
    ) WITHOUT ROWID;
    CREATE TABLE insight_run (
      site INTEGER PRIMARY KEY,
      last_day TEXT NOT NULL,
      model TEXT NOT NULL,
      ended_at INTEGER NOT NULL
    );
  `,
};
