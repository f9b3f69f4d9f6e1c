import type { MovedCounts } from '@solodesk/core';

/** A table whose rows point at a contact by their column `contact`, and the name of its rows' own key. */
export interface MovedTable {
  readonly table: string;
  readonly key: string;
  /** What a person is told of it; null: nothing. */
  readonly kind: keyof MovedCounts | null;
}

/** All that is moved from one contact to another when the two become one. */
export const MOVED_TABLES: readonly MovedTable[] = [
  { table: 'visitor_contact', key: 'visitor', kind: 'visitors' },
  { table: 'shop_order', key: 'key', kind: 'orders' },
  { table: 'ticket', key: 'key', kind: 'tickets' },
  { table: 'appointment', key: 'key', kind: 'appointments' },
  { table: 'survey_request', key: 'key', kind: 'surveys' },
  { table: 'view_log', key: 'key', kind: null },
  { table: 'life_move', key: 'key', kind: null },
  { table: 'life_mail', key: 'key', kind: null },
];

/** Tables with a column `contact` whose rows are put together with the winner's, not moved. */
export const JOINED_TABLES: readonly string[] = ['contact_tag', 'contact_profile'];

/** Tables with a column `contact` that are worked out anew for both, by triggers. */
export const DERIVED_TABLES: readonly string[] = ['life_stage'];
