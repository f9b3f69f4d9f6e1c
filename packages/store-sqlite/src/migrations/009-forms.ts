import type { Migration } from './migration.ts';

/** The form that a visitor is filling in, so that it survives a restart, a reload and a week. */
export const forms: Migration = {
  version: 9,
  since: '0.1.0',
  sql: 'ALTER TABLE conversation ADD COLUMN form TEXT;',
};
