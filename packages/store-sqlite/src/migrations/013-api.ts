import type { Migration } from './migration.ts';

/** Keys of other systems, and answers that are given again to who repeats a request (`status` is null while it is under way). */
export const api: Migration = {
  version: 13,
  since: '0.1.0',
  sql: `
    CREATE TABLE api_key (
      key INTEGER PRIMARY KEY,
      site INTEGER NOT NULL,
      id TEXT NOT NULL,
      hash TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      hint TEXT NOT NULL,
      scopes TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      last_used_at INTEGER,
      revoked_at INTEGER
    );
    CREATE UNIQUE INDEX api_key_id ON api_key (site, id);

    CREATE TABLE api_request (
      site INTEGER NOT NULL,
      api_key TEXT NOT NULL,
      key TEXT NOT NULL,
      digest TEXT NOT NULL,
      at INTEGER NOT NULL,
      status INTEGER,
      body TEXT,
      PRIMARY KEY (site, api_key, key)
    ) WITHOUT ROWID;
    CREATE INDEX api_request_at ON api_request (at);
  `,
};
