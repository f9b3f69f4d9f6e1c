import type { Migration } from './migration.ts';

/**
 * The bot's words about something sensitive, of which there are few: whether a message is one of those that they answer is then no
 * search through the fifty events behind it.
 */
export const sensitiveWords: Migration = {
  version: 27,
  since: '0.2.0',
  sql: `
    CREATE INDEX event_sensitive ON event (conversation, seq) WHERE type = 1 AND instr(reason, '"sensitive":true') > 0;
  `,
};
