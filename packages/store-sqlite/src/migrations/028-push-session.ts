import type { Migration } from './migration.ts';

/** By which session a device asked for pushes: who signs it out must silence it as well. The hash of its token. */
export const pushSession: Migration = {
  version: 28,
  since: '0.2.0',
  sql: 'ALTER TABLE push_device ADD COLUMN session TEXT;',
};
