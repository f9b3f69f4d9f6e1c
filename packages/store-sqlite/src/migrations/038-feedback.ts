import type { Migration } from './migration.ts';

/** What people said of the business elsewhere, each known by its source and the id that it has there. */
export const feedback: Migration = {
  version: 38,
  since: '0.2.0',
  sql: `
    CREATE TABLE feedback (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      site INTEGER NOT NULL,
      source TEXT NOT NULL,
      id TEXT NOT NULL,
      text TEXT NOT NULL,
      author TEXT,
      email TEXT,
      link TEXT,
      rating INTEGER,
      at INTEGER NOT NULL,
      received_at INTEGER NOT NULL,
      locale TEXT NOT NULL,
      mood TEXT NOT NULL,
      score REAL NOT NULL,
      category TEXT NOT NULL,
      written_by INTEGER
    );
    CREATE UNIQUE INDEX feedback_id ON feedback (site, source, id);
    CREATE INDEX feedback_time ON feedback (site, at, key);
    CREATE INDEX feedback_mood ON feedback (site, mood, at, key);
    CREATE INDEX feedback_email ON feedback (site, email) WHERE email IS NOT NULL;
  `,
};
