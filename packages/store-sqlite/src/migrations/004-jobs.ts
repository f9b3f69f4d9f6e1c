import type { Migration } from './migration.ts';

/**
 * What is owed to the world outside, and how the people at the desk are reached.
 *
 * - `job` has one row a conversation and kind, used over and over: it is written only where somebody waits for a person.
 * - `state` is due, done or dead. A row that is held (`lease`) is due again when `lease_until` has passed.
 */
export const jobs: Migration = {
  version: 4,
  since: '0.1.0',
  sql: `
    CREATE TABLE job (
      key INTEGER PRIMARY KEY,
      site INTEGER NOT NULL,
      conversation INTEGER NOT NULL,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      state TEXT NOT NULL,
      due_at INTEGER NOT NULL,
      gap_ms INTEGER NOT NULL,
      again_at INTEGER,
      attempts INTEGER NOT NULL,
      lease TEXT,
      lease_until INTEGER NOT NULL,
      sent_at INTEGER,
      sent_seq INTEGER NOT NULL,
      error TEXT NOT NULL,
      dead_at INTEGER NOT NULL
    );
    CREATE UNIQUE INDEX job_slot ON job (conversation, kind);
    CREATE INDEX job_due ON job (max(due_at, lease_until)) WHERE state = 'due';
    CREATE INDEX job_dead ON job (site, dead_at) WHERE state = 'dead';

    CREATE TABLE notice_settings (
      account INTEGER PRIMARY KEY,
      mail INTEGER NOT NULL,
      address TEXT,
      locale TEXT
    );
    CREATE TABLE push_device (
      endpoint TEXT PRIMARY KEY,
      account INTEGER NOT NULL,
      p256dh TEXT NOT NULL,
      auth TEXT NOT NULL,
      label TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      last_push TEXT
    ) WITHOUT ROWID;
    CREATE INDEX push_device_account ON push_device (account, created_at);
  `,
};
