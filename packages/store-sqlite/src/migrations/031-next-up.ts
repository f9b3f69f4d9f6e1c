import type { Migration } from './migration.ts';

/**
 * The owner's queue. It is read from what is there; kept is only what was put away. `kind` is a place in `QUEUE_KINDS`, `subject` a
 * conversation's key, a ticket's number or an appointment's key, `until` NULL for what is done.
 */
export const nextUp: Migration = {
  version: 31,
  since: '0.2.0',
  sql: `
    CREATE TABLE queue_mark (
      site INTEGER NOT NULL,
      kind INTEGER NOT NULL,
      subject INTEGER NOT NULL,
      stamp INTEGER NOT NULL,
      until INTEGER,
      at INTEGER NOT NULL,
      PRIMARY KEY (site, kind, subject)
    ) WITHOUT ROWID;
    CREATE INDEX queue_mark_at ON queue_mark (site, at);
    CREATE INDEX ticket_due ON ticket (site, due_at, key) WHERE state IN ('new', 'open') AND due_at IS NOT NULL;
  `,
};
