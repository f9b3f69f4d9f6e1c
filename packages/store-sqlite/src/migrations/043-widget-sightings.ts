import type { Migration } from './migration.ts';

/** Origins of the pages that asked for a site's widget, each with its last time (UTC ms). */
export const widgetSightings: Migration = {
  version: 43,
  since: '0.2.0',
  sql: `
    CREATE TABLE widget_sighting (
      site INTEGER NOT NULL,
      origin TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (site, origin)
    ) WITHOUT ROWID;
  `,
};
