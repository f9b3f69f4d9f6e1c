import type { Conversation } from '@solodesk/core';
import type { Database } from 'better-sqlite3';

/** Conversations that are kept; one takes about 0.5 KB. */
const CAPACITY = 2_000;
/** How long reads trust the cache before they ask whether another process has written. Milliseconds. */
const TRUST = 20;

/**
 * The state of the conversations that were written or read last: a message and its answer read it four times. Another
 * process may write as well, so each transaction asks first (`data_version` changes when somebody else has committed):
 * versions are only ever compared with the truth.
 */
export class ConversationCache {
  readonly #dataVersion;
  readonly #onForeignWrite: () => void;
  readonly #kept = new Map<number, Conversation>();
  #seenVersion: number | undefined;
  #checkedAt = -Infinity;

  /** @param onForeignWrite another process has written: what else is remembered may be untrue as well */
  constructor(db: Database, onForeignWrite: () => void) {
    this.#onForeignWrite = onForeignWrite;
    this.#dataVersion = db.prepare<[], number>('PRAGMA data_version').pluck();
  }

  /** Forgets everything if another process has written since the last call. */
  check(): void {
    const version = this.#dataVersion.get();
    if (version !== this.#seenVersion) {
      this.#kept.clear();
      this.#onForeignWrite();
    }
    this.#seenVersion = version;
    this.#checkedAt = performance.now();
  }

  /** As far as it is known, and at most 20 ms behind other processes. */
  recent(key: number): Conversation | undefined {
    if (performance.now() - this.#checkedAt > TRUST) this.check();
    return this.#kept.get(key);
  }

  /** Inside of a transaction that began with `check`. */
  get(key: number): Conversation | undefined {
    return this.#kept.get(key);
  }

  put(conversation: Conversation): void {
    // Those that go are the ones that were put first; a busy one comes back with its next message.
    this.#kept.delete(conversation.key);
    this.#kept.set(conversation.key, conversation);
    if (this.#kept.size <= CAPACITY) return;
    for (const oldest of this.#kept.keys()) {
      this.#kept.delete(oldest);
      return;
    }
  }

  forget(key: number): void {
    this.#kept.delete(key);
  }

  clear(): void {
    this.#kept.clear();
  }
}
