import type { Migration } from './migration.ts';

/** What the people at the desk want to hear of: alerts, the morning's digest, the report. */
export const newsSettings: Migration = {
  version: 42,
  since: '0.2.0',
  sql: `
    CREATE TABLE news_settings (
      account INTEGER PRIMARY KEY,
      score INTEGER NOT NULL,
      feedback INTEGER NOT NULL,
      promise INTEGER NOT NULL,
      digest_hour INTEGER,
      digest_empty INTEGER NOT NULL,
      report INTEGER NOT NULL
    );
  `,
};
