import type { Migration } from './migration.ts';

/**
 * Requests that somebody has to settle.
 *
 * - What is listed, sorted or swept by is a column; the rest of a ticket is JSON in `body`, `search` is what it is found by.
 * - `conversation.tickets` holds the numbers of those that are not closed, so that a message asks nothing where there are none.
 */
export const tickets: Migration = {
  version: 11,
  since: '0.2.0',
  sql: `
    CREATE TABLE ticket_number (site INTEGER PRIMARY KEY, last INTEGER NOT NULL);
    CREATE TABLE ticket (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      site INTEGER NOT NULL,
      number INTEGER NOT NULL,
      id TEXT NOT NULL UNIQUE,
      conversation INTEGER,
      contact INTEGER,
      version INTEGER NOT NULL,
      state TEXT NOT NULL,
      category TEXT NOT NULL,
      priority INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      due_at INTEGER,
      solved_at INTEGER,
      rescore_at INTEGER,
      body TEXT NOT NULL,
      search TEXT NOT NULL
    );
    CREATE UNIQUE INDEX ticket_name ON ticket (site, number);
    CREATE INDEX ticket_conversation ON ticket (conversation, number) WHERE conversation IS NOT NULL;
    CREATE INDEX ticket_contact ON ticket (contact) WHERE contact IS NOT NULL;
    CREATE INDEX ticket_open ON ticket (site, priority DESC, key) WHERE state IN ('new', 'open');
    CREATE INDEX ticket_waiting ON ticket (site, priority DESC, key) WHERE state = 'waiting';
    CREATE INDEX ticket_solved ON ticket (site, updated_at DESC, key DESC) WHERE state IN ('solved', 'closed');
    CREATE INDEX ticket_all ON ticket (site, updated_at DESC, key DESC);
    CREATE INDEX ticket_closing ON ticket (solved_at, key) WHERE state = 'solved';
    CREATE INDEX ticket_rising ON ticket (rescore_at, key) WHERE rescore_at IS NOT NULL;

    CREATE TABLE ticket_event (
      key INTEGER PRIMARY KEY,
      ticket INTEGER NOT NULL,
      at INTEGER NOT NULL,
      by TEXT NOT NULL,
      what TEXT NOT NULL
    );
    CREATE INDEX ticket_event_place ON ticket_event (ticket, key);

    ALTER TABLE conversation ADD COLUMN tickets TEXT NOT NULL DEFAULT '';
  `,
};
