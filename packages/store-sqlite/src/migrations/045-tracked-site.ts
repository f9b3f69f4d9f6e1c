import type { Migration } from './migration.ts';

/** Whose site an event of a page is of, so that the newest of one site are found without reading those of all others. */
export const trackedSite: Migration = {
  version: 45,
  since: '0.2.0',
  sql: `
    ALTER TABLE tracked ADD COLUMN site INTEGER NOT NULL DEFAULT 0;
    UPDATE tracked SET site = coalesce((SELECT site FROM visitor WHERE key = tracked.visitor), 0);
    CREATE INDEX tracked_site ON tracked (site, id);
  `,
};
