import type { Migration } from './migration.ts';

/** What a conversation with the bot was about last, so that a follow-up question is understood after a restart as well. */
export const dialogueContext: Migration = {
  version: 6,
  since: '0.1.0',
  sql: 'ALTER TABLE conversation ADD COLUMN context TEXT;',
};
