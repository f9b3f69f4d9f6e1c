import type { Migration } from './migration.ts';

/**
 * Sites, visitors, conversations with their logs, accounts.
 *
 * - A visitor has one conversation, so the conversation has its visitor's number: no index, no look-up between them.
 * - `event` is append-only and ordered by its rowid, which is the console's cursor. A table clustered by
 *   (conversation, seq) needs one index less and was slower by a third: its inserts land all over the file.
 * - `conversation` is rewritten by each message, so none of its indexes holds what each message changes. Open ones are
 *   few (idle ones close by themselves): they are found by a partial index and sorted when asked for.
 * - `event.type` is a place in `ENTRY_TYPES` (event-rows.ts).
 * - The bot's reason is a column: a row of its own beside the event would be one more insert in each reply.
 */
export const base: Migration = {
  version: 1,
  since: '0.0.1',
  sql: `
    CREATE TABLE site (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);

    CREATE TABLE visitor (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      site INTEGER NOT NULL,
      id TEXT NOT NULL,
      token_hash TEXT NOT NULL UNIQUE,
      created_at INTEGER NOT NULL,
      locale TEXT NOT NULL,
      time_zone TEXT,
      user_id TEXT,
      verified INTEGER NOT NULL,
      claims TEXT NOT NULL,
      page_url TEXT,
      page_title TEXT,
      consent_version TEXT,
      consent_at INTEGER,
      blocked TEXT NOT NULL
    );

    CREATE TABLE conversation (
      key INTEGER PRIMARY KEY,
      site INTEGER NOT NULL,
      id TEXT NOT NULL UNIQUE,
      created_at INTEGER NOT NULL,
      version INTEGER NOT NULL,
      state TEXT NOT NULL,
      last_seq INTEGER NOT NULL,
      last_at INTEGER NOT NULL,
      bot_due TEXT NOT NULL,
      unsure_streak INTEGER NOT NULL,
      owner_name TEXT,
      waiting_since INTEGER,
      last_visitor_at INTEGER NOT NULL,
      promised_for INTEGER,
      locale TEXT NOT NULL,
      time_zone TEXT,
      preview TEXT NOT NULL,
      preview_from TEXT,
      unread INTEGER NOT NULL,
      owner_seen_seq INTEGER NOT NULL,
      visitor_seen_seq INTEGER NOT NULL
    );
    CREATE INDEX conversation_open ON conversation (site) WHERE state <> 'closed';
    CREATE INDEX conversation_closed ON conversation (site, last_at) WHERE state = 'closed';
    CREATE INDEX conversation_waiting ON conversation (site, waiting_since) WHERE waiting_since IS NOT NULL;

    CREATE TABLE event (
      id INTEGER PRIMARY KEY,
      site INTEGER NOT NULL,
      conversation INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      at INTEGER NOT NULL,
      type INTEGER NOT NULL,
      text TEXT,
      client_id TEXT,
      extra TEXT,
      reason TEXT
    );
    CREATE UNIQUE INDEX event_place ON event (conversation, seq);
    CREATE UNIQUE INDEX event_client_id ON event (conversation, client_id, type) WHERE client_id IS NOT NULL;
    CREATE INDEX event_cursor ON event (site, id);

    CREATE TABLE account (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      email TEXT NOT NULL,
      email_folded TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      password_hash TEXT NOT NULL,
      created_at INTEGER NOT NULL
    );
    CREATE TABLE membership (
      account INTEGER NOT NULL,
      site TEXT NOT NULL,
      role TEXT NOT NULL,
      PRIMARY KEY (account, site)
    ) WITHOUT ROWID;
    CREATE TABLE session (
      token_hash TEXT PRIMARY KEY,
      account INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE setup_token (token_hash TEXT PRIMARY KEY, expires_at INTEGER NOT NULL) WITHOUT ROWID;

    CREATE TABLE heartbeat (beats INTEGER NOT NULL);
    INSERT INTO heartbeat VALUES (0);
  `,
};
