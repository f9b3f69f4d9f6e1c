import type { Migration } from './migration.ts';

/**
 * The outbox shares the table of jobs, and with it leases, attempts and dead letters: a row is either a conversation's job
 * or an entry (`conversation` null, `outbox_key` and `payload` set). The payload of what is done is dropped: the row
 * stays for its key alone, so that the same thing is not sent again.
 *
 * - `begun` counts attempts to send whose end is not known.
 */
export const outbox: Migration = {
  version: 8,
  since: '0.1.0',
  sql: `
    CREATE TABLE job_and_outbox (
      key INTEGER PRIMARY KEY,
      site INTEGER NOT NULL,
      conversation INTEGER,
      kind TEXT NOT NULL,
      outbox_key TEXT,
      payload TEXT,
      id TEXT NOT NULL,
      state TEXT NOT NULL,
      due_at INTEGER NOT NULL,
      gap_ms INTEGER NOT NULL,
      again_at INTEGER,
      attempts INTEGER NOT NULL,
      lease TEXT,
      lease_until INTEGER NOT NULL,
      begun INTEGER NOT NULL DEFAULT 0,
      sent_at INTEGER,
      sent_seq INTEGER NOT NULL,
      error TEXT NOT NULL,
      dead_at INTEGER NOT NULL
    );
    INSERT INTO job_and_outbox (key, site, conversation, kind, id, state, due_at, gap_ms, again_at, attempts, lease,
      lease_until, sent_at, sent_seq, error, dead_at)
    SELECT key, site, conversation, kind, id, state, due_at, gap_ms, again_at, attempts, lease,
      lease_until, sent_at, sent_seq, error, dead_at FROM job;
    DROP TABLE job;
    ALTER TABLE job_and_outbox RENAME TO job;
    CREATE UNIQUE INDEX job_slot ON job (conversation, kind) WHERE conversation IS NOT NULL;
    CREATE UNIQUE INDEX job_outbox ON job (site, kind, outbox_key) WHERE outbox_key IS NOT NULL;
    CREATE INDEX job_due ON job (max(due_at, lease_until)) WHERE state = 'due';
    CREATE INDEX job_dead ON job (site, dead_at) WHERE state = 'dead';
    CREATE INDEX job_held ON job (lease) WHERE lease IS NOT NULL;
  `,
};
