import type { Migration } from './migration.ts';

/** What was asked for when a time was booked, as JSON. */
export const appointmentDetails: Migration = {
  version: 20,
  since: '0.1.0',
  sql: `ALTER TABLE appointment ADD COLUMN details TEXT NOT NULL DEFAULT '[]';`,
};
