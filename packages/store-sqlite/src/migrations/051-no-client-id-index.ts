import type { Migration } from './migration.ts';

/**
 * A repeat is known by the visitor's own log, which is kept in mind while it is written (`client-ids.ts`). The index by client id was
 * more than half of the pages that a message wrote, unless all clients gave ids in the order of time.
 */
export const noClientIdIndex: Migration = {
  version: 51,
  since: '0.2.0',
  sql: 'DROP INDEX event_client_id;',
};
