import type { Migration } from './migration.ts';

/** Entries of the outbox that are done are forgotten some time after that: this finds them by when it was. */
export const doneEntries: Migration = {
  version: 19,
  since: '0.1.0',
  sql: `
    CREATE INDEX job_done ON job (max(due_at, coalesce(sent_at, 0))) WHERE state = 'done' AND outbox_key IS NOT NULL;
  `,
};
