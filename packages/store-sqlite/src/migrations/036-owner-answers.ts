import type { Migration } from './migration.ts';

/** Finds what owners said without reading what everybody did. A visitor's or the bot's message costs it one comparison. */
export const ownerAnswers: Migration = {
  version: 36,
  since: '0.2.0',
  sql: `CREATE INDEX event_owner ON event (site, id) WHERE type = 2 AND text IS NOT NULL;`,
};
