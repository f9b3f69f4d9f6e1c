import type { Database } from 'better-sqlite3';
import { EVENT_COLUMNS } from './event-rows.ts';
import type { EventRow } from './event-rows.ts';

/** Ids that are kept; one takes 20 to 33 bytes of the heap (measured with 5 to 10,000 ids in a log), all some 30 MB. */
const CAPACITY = 1_000_000;
/** What a conversation takes besides, in ids. */
const CONVERSATION = 8;

/**
 * Knows a repeated message: the client ids of the logs that were written last, as hashes. An index by client id would know
 * them too, but each message would write a page of it, half of all that a message writes: ids lie anywhere in it.
 *
 * What is kept of a log holds ALL of its ids, so that "not among them" is certain. "Among them" is not (two ids may have one
 * hash, or an event may have been erased), and the log itself is asked. So only an event that came without being added here could
 * make a repeat pass: the writer sees it by the last event's number and has everything forgotten. Other processes may erase
 * what they like; conversations are never merged (people are), nor is a visitor's number given twice.
 */
export class ClientIds {
  readonly #capacity: number;
  readonly #ofLog;
  readonly #stored;
  /** By conversation; those that wrote last at the end. */
  readonly #kept = new Map<number, Set<number>>();
  /** What the transaction has added so far. */
  readonly #added: { conversation: number; hash: number }[] = [];
  #size = 0;

  constructor(db: Database, capacity = CAPACITY) {
    this.#capacity = capacity;
    this.#ofLog = db
      .prepare<[number], string>('SELECT client_id FROM event WHERE conversation = ? AND client_id IS NOT NULL')
      .pluck();
    // Who repeats a message repeats one of the last: the log is read from its end.
    this.#stored = db
      .prepare<[number, string, number], EventRow>(
        `SELECT ${EVENT_COLUMNS} FROM event WHERE conversation = ? AND client_id = ? AND type = ? ORDER BY seq DESC LIMIT 1`,
      )
      .raw();
  }

  /** At the start of each transaction. @param isAlone nobody else has added events since the last one */
  begin(isAlone: boolean): void {
    this.#added.length = 0;
    if (isAlone) return;
    this.#kept.clear();
    this.#size = 0;
  }

  /** What the transaction added is not stored. It would do no harm, but cost a look at the log when it comes again. */
  rollback(): void {
    for (const { conversation, hash } of this.#added)
      if (this.#kept.get(conversation)?.delete(hash) === true) this.#size--;
    this.#added.length = 0;
  }

  /** The event of this type that has this client id, inside of a transaction. */
  find(conversation: number, clientId: string, type: number): EventRow | undefined {
    if (!this.#of(conversation).has(hashOf(clientId))) return undefined;
    return this.#stored.get(conversation, clientId, type);
  }

  /** Must be told of each event with a client id that is written. */
  add(conversation: number, clientId: string): void {
    const ids = this.#of(conversation);
    const hash = hashOf(clientId);
    if (ids.has(hash)) return;
    ids.add(hash);
    this.#size++;
    this.#added.push({ conversation, hash });
    this.#makeRoom(conversation);
  }

  /** The conversation is gone. */
  forget(conversation: number): void {
    const ids = this.#kept.get(conversation);
    if (ids === undefined) return;
    this.#kept.delete(conversation);
    this.#size -= ids.size + CONVERSATION;
  }

  #of(conversation: number): Set<number> {
    const known = this.#kept.get(conversation);
    if (known !== undefined) {
      this.#kept.delete(conversation);
      this.#kept.set(conversation, known);
      return known;
    }
    const ids = new Set<number>();
    for (const clientId of this.#ofLog.iterate(conversation)) ids.add(hashOf(clientId));
    this.#kept.set(conversation, ids);
    this.#size += ids.size + CONVERSATION;
    this.#makeRoom(conversation);
    return ids;
  }

  /** Lets go of those that have not written for the longest; never of the one that writes. */
  #makeRoom(writing: number): void {
    for (const conversation of this.#kept.keys()) {
      if (this.#size <= this.#capacity || conversation === writing) return;
      this.forget(conversation);
    }
  }
}

/** FNV-1a (draft-eastlake-fnv) over code units, as a number that V8 keeps without a box. */
function hashOf(clientId: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < clientId.length; i++) hash = Math.imul(hash ^ clientId.charCodeAt(i), 0x01000193);
  return hash;
}
