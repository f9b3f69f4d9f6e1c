import type { Migration } from './migration.ts';

/** Second factors with their recovery codes, and what the list of sessions says of each. */
export const secondFactor: Migration = {
  version: 21,
  since: '0.1.0',
  sql: `
    CREATE TABLE second_factor (
      account INTEGER PRIMARY KEY,
      secret TEXT NOT NULL,
      since INTEGER,
      last_step INTEGER NOT NULL
    );
    CREATE TABLE recovery_code (
      account INTEGER NOT NULL,
      code_hash TEXT NOT NULL,
      PRIMARY KEY (account, code_hash)
    ) WITHOUT ROWID;
    ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';
    ALTER TABLE session ADD COLUMN last_seen_at INTEGER NOT NULL DEFAULT 0;
    UPDATE session SET last_seen_at = created_at;
    CREATE INDEX session_account ON session (account);
  `,
};
