import type { Migration } from './migration.ts';

/**
 * What the list of tickets asks at each opening, without reading the tickets: how many are in a state, and which hold a word. The
 * partial indexes of migration 11 do not hold the state that their conditions name, so that counting by them read every row.
 */
export const ticketList: Migration = {
  version: 39,
  since: '0.2.0',
  sql: `
    DROP INDEX ticket_all;
    CREATE INDEX ticket_state ON ticket (site, state);
    CREATE INDEX ticket_words ON ticket (site, updated_at DESC, key DESC, state, search);
  `,
};
