import type { Migration } from './migration.ts';

/** "Did this help?" of the help centre: counts by day, and nothing about who said it. */
export const pageVotes: Migration = {
  version: 5,
  since: '0.1.0',
  sql: `
    CREATE TABLE page_vote (
      site INTEGER NOT NULL,
      day TEXT NOT NULL,
      page TEXT NOT NULL,
      locale TEXT NOT NULL,
      yes INTEGER NOT NULL,
      no INTEGER NOT NULL,
      PRIMARY KEY (site, day, page, locale)
    ) WITHOUT ROWID;
  `,
};
