import type { Migration } from './migration.ts';

/** Who may be in danger stands before everybody else who waits. */
export const urgent: Migration = {
  version: 7,
  since: '0.1.0',
  sql: `
    ALTER TABLE conversation ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0;
    DROP INDEX conversation_waiting;
    CREATE INDEX conversation_waiting ON conversation (site, urgent DESC, waiting_since) WHERE waiting_since IS NOT NULL;
  `,
};
