import type { Migration } from './migration.ts';

/**
 * Which day's old rows were taken out, who looked at whom, and every consent text there was. `view_log.visitor` is also the number of
 * the visitor's conversation.
 */
export const privacyLog: Migration = {
  version: 26,
  since: '0.2.0',
  sql: `
    CREATE TABLE retention_run (
      site INTEGER NOT NULL,
      day TEXT NOT NULL,
      started_at INTEGER NOT NULL,
      finished_at INTEGER,
      removed TEXT NOT NULL DEFAULT '{}',
      PRIMARY KEY (site, day)
    ) WITHOUT ROWID;
    CREATE TABLE view_log (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      site INTEGER NOT NULL,
      at INTEGER NOT NULL,
      account INTEGER NOT NULL,
      by TEXT NOT NULL,
      kind TEXT NOT NULL,
      contact INTEGER,
      visitor INTEGER,
      detail TEXT NOT NULL
    );
    CREATE INDEX view_log_site ON view_log (site, key);
    CREATE INDEX view_log_contact ON view_log (contact, key) WHERE contact IS NOT NULL;
    CREATE INDEX view_log_visitor ON view_log (visitor, key) WHERE visitor IS NOT NULL;
    CREATE TABLE consent_text (
      site INTEGER NOT NULL,
      version TEXT NOT NULL,
      text TEXT NOT NULL,
      since INTEGER NOT NULL,
      PRIMARY KEY (site, version, text)
    ) WITHOUT ROWID;
    -- What is too old is looked for once a day.
    CREATE INDEX ticket_settled ON ticket (site, updated_at) WHERE state = 'closed';
    CREATE INDEX tracked_at ON tracked (at);
  `,
};
