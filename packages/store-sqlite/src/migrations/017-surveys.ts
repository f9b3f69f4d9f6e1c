import type { Migration } from './migration.ts';

/**
 * What people are asked (how it was, or a survey), and what they said.
 *
 * - `token` is the hash of the token in the link of a mail; `address` is where that mail went.
 * - `mailed_at` also says that it is settled that no mail goes: `address` is NULL then.
 * - The indexes find whom somebody may not be asked again, the questions that wait for a mail, and the scores of a time.
 */
export const surveys: Migration = {
  version: 17,
  since: '0.2.0',
  sql: `
    CREATE TABLE survey_request (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      site INTEGER NOT NULL,
      id TEXT NOT NULL UNIQUE,
      survey TEXT NOT NULL,
      visitor INTEGER,
      contact INTEGER,
      conversation INTEGER,
      ticket INTEGER,
      locale TEXT NOT NULL,
      asked_at INTEGER NOT NULL,
      mailed_at INTEGER,
      address TEXT,
      token TEXT UNIQUE,
      first_answered_at INTEGER,
      answered_at INTEGER,
      skipped_at INTEGER,
      channel TEXT,
      score INTEGER,
      word TEXT NOT NULL DEFAULT '',
      answers TEXT NOT NULL DEFAULT '{}'
    );
    CREATE INDEX survey_visitor ON survey_request (visitor, asked_at) WHERE visitor IS NOT NULL;
    CREATE INDEX survey_contact ON survey_request (contact, asked_at) WHERE contact IS NOT NULL;
    CREATE INDEX survey_address ON survey_request (address, asked_at) WHERE address IS NOT NULL;
    CREATE INDEX survey_to_mail ON survey_request (asked_at, key)
      WHERE survey = 'satisfaction' AND mailed_at IS NULL AND answered_at IS NULL AND skipped_at IS NULL;
    CREATE INDEX survey_scores ON survey_request (site, first_answered_at) WHERE score IS NOT NULL;
    CREATE INDEX survey_name ON survey_request (site, survey, answered_at);
    CREATE INDEX survey_conversation ON survey_request (conversation) WHERE conversation IS NOT NULL;
  `,
};
