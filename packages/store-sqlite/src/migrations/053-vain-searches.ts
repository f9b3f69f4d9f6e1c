import type { Migration } from './migration.ts';

/**
 * What was searched in the help centre in vain stands among the unanswered questions, with words and moment of its own and no conversation. `key` is
 * no event's number any more, as there is none; it is used once, so that what was put away by it does not put a later question away.
 */
export const vainSearches: Migration = {
  version: 53,
  since: '0.2.0',
  sql: `
    CREATE TABLE question (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      site INTEGER NOT NULL,
      conversation INTEGER,
      seq INTEGER NOT NULL,
      at INTEGER,
      text TEXT,
      locale TEXT NOT NULL,
      kind TEXT NOT NULL,
      guesses TEXT NOT NULL,
      status TEXT NOT NULL DEFAULT 'open'
    );
    INSERT INTO question (key, site, conversation, seq, locale, kind, guesses, status)
      SELECT key, site, conversation, seq, locale, kind, guesses, status FROM unanswered;
    DROP TABLE unanswered;
    ALTER TABLE question RENAME TO unanswered;
    CREATE INDEX unanswered_status ON unanswered (site, status, key);
    CREATE INDEX unanswered_offered ON unanswered (conversation, key) WHERE kind = 'suggested';
    CREATE INDEX unanswered_searched ON unanswered (site, key) WHERE conversation IS NULL;
  `,
};
