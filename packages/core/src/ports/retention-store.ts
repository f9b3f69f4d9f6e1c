import type { ExpiredCounts, RetentionClass, RetentionRun } from '../domain/privacy/retention.ts';

/** What is too old, and the days on which it was taken out. */
export interface RetentionStore {
  /** How many rows of a class (conversations, tickets, scores, events, entries, looks, receipts) were last changed before a moment. */
  countExpired(site: string, kind: RetentionClass, before: number): Promise<number>;
  /** Numbers of the closed conversations that `expire` takes out next: what lies outside of the store goes before them. */
  nextExpired(site: string, before: number): Promise<number[]>;
  /** Takes out some of them, the oldest first, in transactions that hold up nobody. How many; 0 at the end. */
  expire(site: string, kind: RetentionClass, before: number, at: number): Promise<number>;
  /**
   * Takes a day's work on a site. False when it is done, or somebody else has had it for less than an hour: so each day is done
   * once, and what broke off is done again.
   */
  claimRetention(site: string, day: string, now: number): Promise<boolean>;
  finishRetention(site: string, day: string, at: number, removed: ExpiredCounts): Promise<void>;
  /** The newest first. */
  retentionRuns(site: string, limit: number): Promise<RetentionRun[]>;
}
