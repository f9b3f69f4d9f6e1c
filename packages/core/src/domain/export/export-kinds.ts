/** Everything that a site may be left with, as tables; the names of files. */
export const EXPORT_KINDS = [
  'customers',
  'orders',
  'products',
  'conversations',
  'messages',
  'notes',
  'files',
  'page_views',
  'tickets',
  'ticket_history',
  'appointments',
  'scores',
  'mails',
  'promises',
  'answer_times',
  'moves',
  'unanswered',
  'feedback',
  'spend',
  'faqs',
  'canned_replies',
  'known_problems',
  'figures',
  'page_votes',
  'consents',
  'looks',
  'erasures',
  'imports',
] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/**
 * A row of an export: the same names in each row of a kind, in the same order. Moments are ISO 8601 in UTC, amounts minor
 * units of their currency; what has parts (an order's lines) is JSON in a table and itself in JSON.
 */
export type FlatRow = Readonly<Record<string, FlatValue>>;
export type FlatValue = string | number | boolean | null | readonly unknown[] | Readonly<Record<string, unknown>>;

/** @param moment of UTC milliseconds in words, as this package has no dates of its own */
export type MomentWriter = (moment: number) => string;
