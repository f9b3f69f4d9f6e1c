import type { Migration } from './migration.ts';

/** When the owner is left in peace; minutes from midnight in the site's zone. */
export const quietHours: Migration = {
  version: 15,
  since: '0.1.0',
  sql: `
    ALTER TABLE notice_settings ADD COLUMN quiet_from INTEGER;
    ALTER TABLE notice_settings ADD COLUMN quiet_to INTEGER;
  `,
};
