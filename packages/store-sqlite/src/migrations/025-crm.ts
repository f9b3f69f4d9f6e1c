import type { Migration } from './migration.ts';

/**
 * What the owner notes of contacts, and which mails went out; what a customer's timeline reads in the order of time.
 *
 * - A contact without a row in `contact_profile` has nothing noted. Tags are rows, so that a tag finds its contacts.
 * - `sent_mail` is written when a mail was handed over: its entry in the outbox forgets to whom it went. `about` is that
 *   entry's key, and nothing of what the mail said.
 */
export const crm: Migration = {
  version: 25,
  since: '0.2.0',
  sql: `
    CREATE TABLE contact_profile (
      contact INTEGER PRIMARY KEY,
      attributes TEXT NOT NULL DEFAULT '{}',
      marketing_at INTEGER,
      marketing_how TEXT
    );
    CREATE TABLE contact_tag (
      site INTEGER NOT NULL,
      tag TEXT NOT NULL,
      contact INTEGER NOT NULL,
      PRIMARY KEY (site, tag, contact)
    ) WITHOUT ROWID;
    CREATE INDEX contact_tag_contact ON contact_tag (contact);

    CREATE TABLE sent_mail (
      key INTEGER PRIMARY KEY,
      site INTEGER NOT NULL,
      address TEXT NOT NULL,
      at INTEGER NOT NULL,
      about TEXT NOT NULL
    );
    CREATE INDEX sent_mail_address ON sent_mail (site, address, at);
    CREATE INDEX tracked_time ON tracked (visitor, at, id);
  `,
};
