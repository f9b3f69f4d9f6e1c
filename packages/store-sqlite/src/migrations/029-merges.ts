import type { Migration } from './migration.ts';

/**
 * Contacts that became one, with all that undoing it needs: `state` is JSON of the rows as they were and of what was moved.
 * A verified loser's own id, address and number go on finding the winner: the next import names them again.
 * The indexes on `contact` find who is not verified by what they said, for suggestions alone.
 */
export const merges: Migration = {
  version: 29,
  since: '0.2.0',
  sql: `
    CREATE TABLE contact_merge (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      site INTEGER NOT NULL,
      winner INTEGER NOT NULL,
      loser INTEGER NOT NULL,
      at INTEGER NOT NULL,
      loser_id TEXT,
      loser_email TEXT,
      loser_phone TEXT,
      state TEXT NOT NULL
    );
    CREATE INDEX contact_merge_id ON contact_merge (site, loser_id) WHERE loser_id IS NOT NULL;
    CREATE INDEX contact_merge_email ON contact_merge (site, loser_email) WHERE loser_email IS NOT NULL;
    CREATE INDEX contact_merge_phone ON contact_merge (site, loser_phone) WHERE loser_phone IS NOT NULL;
    CREATE INDEX contact_merge_winner ON contact_merge (winner);
    CREATE INDEX contact_merge_loser ON contact_merge (loser);
    CREATE INDEX contact_said_email ON contact (site, email) WHERE verified = 0 AND email IS NOT NULL;
    CREATE INDEX contact_said_phone ON contact (site, phone) WHERE verified = 0 AND phone IS NOT NULL;
  `,
};
