import type { Migration } from './migration.ts';

/** Words that the owner keeps to be said again. `texts` is JSON, by language. */
export const cannedReplies: Migration = {
  version: 34,
  since: '0.2.0',
  sql: `
    CREATE TABLE canned_reply (
      site INTEGER NOT NULL,
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      texts TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (site, id)
    ) WITHOUT ROWID;
  `,
};
