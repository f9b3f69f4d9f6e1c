import type { Migration } from './migration.ts';

/**
 * Promises that an answer will come, and how long people waited for the owner. Few rows: only who waits for a person gets one.
 * What an index finds of `promise` is what is open; a conversation has one open promise at most.
 */
export const promises: Migration = {
  version: 12,
  since: '0.1.0',
  sql: `
    CREATE TABLE promise (
      key INTEGER PRIMARY KEY,
      site INTEGER NOT NULL,
      conversation INTEGER NOT NULL,
      made_at INTEGER NOT NULL,
      due_at INTEGER NOT NULL,
      kept_at INTEGER,
      broken_at INTEGER,
      withdrawn_at INTEGER
    );
    CREATE UNIQUE INDEX promise_open ON promise (conversation)
      WHERE kept_at IS NULL AND broken_at IS NULL AND withdrawn_at IS NULL;
    CREATE INDEX promise_due ON promise (due_at)
      WHERE kept_at IS NULL AND broken_at IS NULL AND withdrawn_at IS NULL;
    CREATE INDEX promise_of_site ON promise (site, made_at);
    CREATE TABLE reply_time (
      key INTEGER PRIMARY KEY,
      site INTEGER NOT NULL,
      conversation INTEGER NOT NULL,
      asked_at INTEGER NOT NULL,
      answered_at INTEGER NOT NULL
    );
    CREATE INDEX reply_time_of_site ON reply_time (site);
  `,
};
