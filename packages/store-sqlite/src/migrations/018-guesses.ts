import type { Migration } from './migration.ts';

/** What is left of the guesses at what others should not know (whose order is it?), by bucket. */
export const guesses: Migration = {
  version: 18,
  since: '0.1.0',
  sql: `
    CREATE TABLE guess_level (
      site INTEGER NOT NULL,
      bucket TEXT NOT NULL,
      remaining REAL NOT NULL,
      at INTEGER NOT NULL,
      last TEXT NOT NULL,
      PRIMARY KEY (site, bucket)
    ) WITHOUT ROWID;
    CREATE INDEX guess_level_old ON guess_level (at);
  `,
};
