import type { Migration } from './migration.ts';

/** Known problems with their texts as JSON, and who wants to hear when they are fixed. */
export const knownProblems: Migration = {
  version: 14,
  since: '0.1.0',
  sql: `
    CREATE TABLE known_problem (
      key INTEGER PRIMARY KEY,
      site INTEGER NOT NULL,
      id TEXT NOT NULL UNIQUE,
      created_at INTEGER NOT NULL,
      text TEXT NOT NULL,
      words TEXT NOT NULL,
      fixed_at INTEGER,
      fixed_text TEXT NOT NULL
    );
    CREATE INDEX known_problem_of_site ON known_problem (site);
    CREATE TABLE problem_waiter (
      problem INTEGER NOT NULL,
      visitor INTEGER NOT NULL,
      email TEXT,
      locale TEXT NOT NULL,
      at INTEGER NOT NULL,
      told_at INTEGER,
      PRIMARY KEY (problem, visitor)
    );
    CREATE INDEX problem_waiter_untold ON problem_waiter (problem) WHERE told_at IS NULL;
  `,
};
