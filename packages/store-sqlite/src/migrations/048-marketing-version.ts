import type { Migration } from './migration.ts';

/** Which text was agreed to by who allowed messages of marketing; null where that is not known. */
export const marketingVersion: Migration = {
  version: 48,
  since: '0.2.0',
  sql: `ALTER TABLE contact_profile ADD COLUMN marketing_version TEXT;`,
};
