import type { Migration } from './migration.ts';

/** What the owner keeps of the ticket list: filters under a name. `sieve` is JSON. */
export const ticketViews: Migration = {
  version: 33,
  since: '0.2.0',
  sql: `
    CREATE TABLE ticket_view (
      site INTEGER NOT NULL,
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      sieve TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (site, id)
    ) WITHOUT ROWID;
  `,
};
