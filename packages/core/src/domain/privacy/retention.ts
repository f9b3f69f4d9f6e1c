/** What is kept for a time, each by its own count of days. */
export const RETENTION_CLASSES = [
  /** Closed conversations with all that was said in them. */
  'messages',
  /** Closed requests: they become figures. */
  'tickets',
  /** Words and names with scores: the scores become figures. */
  'scores',
  /** Words, names and links of what was said elsewhere: mood, category and rating stay as figures. */
  'feedback',
  /** What the shop's pages reported. */
  'pageEvents',
  /** Mails and calls that were given up. */
  'mails',
  /** Who looked at whom. */
  'accessLog',
  /** Receipts of erasures. */
  'receipts',
] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

/** Days from the last change; null: until somebody erases it. */
export type Retention = Readonly<Record<RetentionClass, number | null>> & {
  /** Backups that the program itself has made. */
  readonly backups: number;
};

export const DEFAULT_RETENTION: Retention = {
  // What was given up waits for the owner, who may send it again.
  ...{ messages: null, tickets: null, scores: null, feedback: null, pageEvents: null, mails: null },
  ...{ accessLog: 365, receipts: 1_095, backups: 30 },
};

const DAY_MS = 86_400_000;

/** Until when what was last changed is too old. UTC milliseconds; null: nothing is. */
export function expiredBefore(days: number | null, now: number): number | null {
  return days === null ? null : now - days * DAY_MS;
}

export type ExpiredCounts = Readonly<Partial<Record<RetentionClass, number>>>;

/** One day's work on one site. */
export interface RetentionRun {
  /** In the site's zone, `2026-11-27`. */
  readonly day: string;
  readonly startedAt: number;
  /** Null while it is under way, or broke off. */
  readonly finishedAt: number | null;
  readonly removed: ExpiredCounts;
}
