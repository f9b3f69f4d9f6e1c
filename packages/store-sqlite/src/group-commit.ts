import type { Log } from '@solodesk/core';
import { DeskError } from '@solodesk/core';
import type { Database, Statement } from 'better-sqlite3';
import { storageFailure, unavailable } from './database/storage-failure.ts';

interface Pending {
  /** It only asks whether it can be written. */
  readonly isProbe: boolean;
  readonly work: () => unknown;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommitOptions {
  log: Log;
  /** Before the works of a transaction, inside it. */
  onBegin: () => void;
  /** What was learned inside of the transaction is not true. */
  onRollback: () => void;
  /** How long a locked database is tried again before those who wait are told. Milliseconds. */
  patience?: number;
  /** Most writes that may wait at a time. */
  capacity?: number;
}

/** Most writes of one transaction, so that a flood does not keep the event loop for long. */
const GROUP_SIZE = 500;
/** Pause between attempts at a locked database. Milliseconds. */
const RETRY_PAUSE = 50;
/** So long a refusal speaks against the storage, unless something was written since. Whoever was refused tries again within that. Milliseconds. */
const REFUSAL_COUNTS = 60_000;
/** Writes that must succeed before a full disk is taken for cured: small ones go where no message does. A lock lets nobody through. */
const CURED_AFTER = { full: 10, busy: 1 };

/**
 * Gathers what is written within one turn of the event loop into one transaction: one sync for all of them. A write
 * resolves after the commit. One that throws is refused alone: the others are written without it.
 */
export class GroupCommit {
  readonly #db: Database;
  readonly #options: GroupCommitOptions;
  readonly #patience: number;
  readonly #capacity: number;
  readonly #begin: Statement;
  readonly #commit: Statement;
  readonly #rollback: Statement;
  #queue: Pending[] = [];
  #scheduled = false;
  /** Since when the database has been locked; null when it is not known to be. */
  #lockedSince: number | null = null;
  /** Whether room was looked for since the last success. */
  #soughtRoom = false;
  /** What the storage refused last, and how many writes it must take until that is over; null when it is. */
  #refusal: { at: number; error: unknown; cure: number } | null = null;
  #closed = false;

  constructor(db: Database, options: GroupCommitOptions) {
    this.#db = db;
    this.#options = options;
    this.#patience = options.patience ?? 3_000;
    this.#capacity = options.capacity ?? 10_000;
    this.#begin = db.prepare('BEGIN IMMEDIATE');
    this.#commit = db.prepare('COMMIT');
    this.#rollback = db.prepare('ROLLBACK');
  }

  /**
   * Runs `work` inside the next transaction. It may run more than once (always on a clean state), and must not be
   * asynchronous. Resolves to its result once that is on disk.
   * @throws DeskError `unavailable` when it cannot be written now; then nothing of it is stored.
   */
  write<T>(work: () => T): Promise<T> {
    return this.#enqueue(work, false);
  }

  /**
   * Whether it can be written: a tiny write may still fit where no message does, so what was refused lately counts as well.
   * @param beat a real write: an empty transaction succeeds on a full disk too
   * @throws DeskError `unavailable`
   */
  async check(beat: () => void): Promise<void> {
    const refused = this.#refusal;
    if (refused !== null && performance.now() - refused.at < REFUSAL_COUNTS) throw unavailable(refused.error);
    await this.#enqueue(beat, true);
  }

  #enqueue<T>(work: () => T, isProbe: boolean): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#closed || this.#queue.length >= this.#capacity) {
        reject(new DeskError('unavailable', this.#closed ? 'the store is closed' : 'too many writes are waiting'));
        return;
      }
      this.#queue.push({ isProbe, work, resolve, reject });
      this.#schedule();
    });
  }

  /** Takes no more writes; resolves when those that were given are settled. */
  async close(): Promise<void> {
    this.#closed = true;
    while (this.#queue.length > 0) await new Promise<void>((resolve) => setTimeout(resolve, 5));
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(this.#flush);
  }

  readonly #flush = (): void => {
    this.#scheduled = false;
    const group = this.#queue.splice(0, GROUP_SIZE);
    try {
      const results = this.#transact(group);
      this.#lockedSince = null;
      this.#soughtRoom = false;
      this.#recover(group);
      for (let i = 0; i < group.length; i++) group[i]?.resolve(results[i] as never);
    } catch (error) {
      this.#failed(group, error);
    }
    if (this.#queue.length > 0) this.#schedule();
  };

  /** Runs the group until it is committed; members that throw leave it. Returns the results of those that remain in it. */
  #transact(group: Pending[]): unknown[] {
    while (group.length > 0) {
      this.#begin.run();
      try {
        this.#options.onBegin();
        const results: unknown[] = [];
        const refused = runAll(group, results);
        if (refused === null) {
          this.#commit.run();
          return results;
        }
        this.#undo();
        const [offender] = group.splice(results.length, 1);
        offender?.reject(refused.error);
      } catch (error) {
        this.#undo();
        throw error;
      }
    }
    return [];
  }

  #recover(written: readonly Pending[]): void {
    if (this.#refusal === null) return;
    this.#refusal.cure -= written.filter(({ isProbe }) => !isProbe).length;
    if (this.#refusal.cure <= 0) this.#refusal = null;
  }

  #undo(): void {
    this.#options.onRollback();
    // After some errors (a full disk) SQLite has rolled back by itself.
    if (this.#db.inTransaction) this.#rollback.run();
  }

  #failed(group: Pending[], error: unknown): void {
    if (storageFailure(error) !== 'busy') {
      if (storageFailure(error) === 'full' && this.#makesRoom()) this.#queue = group.concat(this.#queue);
      else this.#refuse(group, error);
      return;
    }
    this.#lockedSince ??= performance.now();
    if (performance.now() - this.#lockedSince < this.#patience) {
      this.#queue = group.concat(this.#queue);
      this.#scheduled = true;
      setTimeout(this.#flush, RETRY_PAUSE);
      return;
    }
    this.#lockedSince = null;
    this.#refuse(group.concat(this.#queue.splice(0)), error);
  }

  /** Empties the write-ahead log into the database, once a shortage: what was rewritten often needs less room there. */
  #makesRoom(): boolean {
    if (this.#soughtRoom) return false;
    this.#soughtRoom = true;
    try {
      this.#db.pragma('wal_checkpoint(TRUNCATE)');
      return true;
    } catch (error) {
      this.#options.log.warn({ err: error }, 'the write-ahead log could not be emptied');
      return false;
    }
  }

  #refuse(group: readonly Pending[], error: unknown): void {
    const failure = storageFailure(error);
    if (failure !== null) this.#refusal = { at: performance.now(), error, cure: CURED_AFTER[failure] };
    this.#options.log.error({ err: error, writes: group.length }, 'the database could not be written');
    for (const pending of group) pending.reject(unavailable(error));
  }
}

/** Null when all went through; else the error of the one at `results.length`. Failures of the storage are everybody's: thrown. */
function runAll(group: readonly Pending[], results: unknown[]): { error: unknown } | null {
  for (const pending of group) {
    try {
      results.push(pending.work());
    } catch (error) {
      if (storageFailure(error) !== null) throw error;
      return { error };
    }
  }
  return null;
}
