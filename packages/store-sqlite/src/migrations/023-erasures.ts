import type { Migration } from './migration.ts';

/** Receipts of erasures: what became of rows and files, never whose they were. `rows` and the lists are JSON. */
export const erasures: Migration = {
  version: 23,
  since: '0.2.0',
  sql: `
    CREATE TABLE erasure (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      site INTEGER NOT NULL,
      id TEXT NOT NULL UNIQUE,
      at INTEGER NOT NULL,
      by TEXT NOT NULL,
      rows TEXT NOT NULL,
      files INTEGER NOT NULL DEFAULT 0,
      conversations TEXT NOT NULL,
      tickets TEXT NOT NULL,
      visitors TEXT NOT NULL
    );
    CREATE INDEX erasure_site ON erasure (site, key);
  `,
};
