import type { Migration } from './migration.ts';

/** What pages report, where visitors came from, and the owner's presence switch. */
export const trackedEvents: Migration = {
  version: 2,
  since: '0.1.0',
  sql: `
    ALTER TABLE visitor ADD COLUMN referrer TEXT;

    CREATE TABLE tracked (
      id INTEGER PRIMARY KEY,
      visitor INTEGER NOT NULL,
      client_id TEXT NOT NULL,
      name TEXT NOT NULL,
      props TEXT NOT NULL,
      at INTEGER NOT NULL,
      page TEXT NOT NULL
    );
    CREATE UNIQUE INDEX tracked_client_id ON tracked (visitor, client_id);

    CREATE TABLE presence (site TEXT PRIMARY KEY, mode TEXT NOT NULL) WITHOUT ROWID;
  `,
};
