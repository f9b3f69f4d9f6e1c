import type { Migration } from './migration.ts';

/**
 * Client ids, by which a repeat is known, come before the conversation: those of our clients begin with the time at which they were made
 * (`timeOrderedId`), so that what all people write about now lies on the last page. By conversation each message wrote a
 * page of its own, which was half of all pages that messages write.
 */
export const clientIdOrder: Migration = {
  version: 50,
  since: '0.2.0',
  sql: `
    DROP INDEX event_client_id;
    CREATE UNIQUE INDEX event_client_id ON event (client_id, conversation, type) WHERE client_id IS NOT NULL;
  `,
};
