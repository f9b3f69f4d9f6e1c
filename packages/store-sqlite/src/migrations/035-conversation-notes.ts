import type { Migration } from './migration.ts';

/** The owner's remarks beside conversations: no events, as visitors hear of those. */
export const conversationNotes: Migration = {
  version: 35,
  since: '0.2.0',
  sql: `
    CREATE TABLE conversation_note (
      conversation INTEGER NOT NULL,
      site INTEGER NOT NULL,
      id TEXT NOT NULL,
      by TEXT NOT NULL,
      text TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (conversation, id)
    ) WITHOUT ROWID;
  `,
};
