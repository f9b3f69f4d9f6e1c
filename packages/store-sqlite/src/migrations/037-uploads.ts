import type { Migration } from './migration.ts';

/** What is known of the files of conversations; their content lies beside the database. A visitor's conversation has the visitor's number. */
export const uploads: Migration = {
  version: 37,
  since: '0.2.0',
  sql: `
    CREATE TABLE upload (
      key INTEGER PRIMARY KEY,
      site INTEGER NOT NULL,
      id TEXT NOT NULL UNIQUE,
      conversation INTEGER NOT NULL,
      from_owner INTEGER NOT NULL,
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      width INTEGER,
      height INTEGER,
      at INTEGER NOT NULL,
      seq INTEGER
    );
    CREATE INDEX upload_conversation ON upload (conversation, at);
    CREATE INDEX upload_unsent ON upload (at) WHERE seq IS NULL;
  `,
};
