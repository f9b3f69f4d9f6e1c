import type { Database, Statement } from 'better-sqlite3';

/** Most messages that go in one transaction: what they cost the index holds up the chats. */
const SLICE = 100;

/**
 * Takes out what was said, slice by slice. Its words are written over in their own place first: while rows go, SQLite moves
 * others from page to page, and what it moves stays on the old page until something else needs the room.
 */
export class EventEraser {
  readonly #blank: Statement<[object]>;
  readonly #remove: Statement<[object]>;

  /** @param which events go, of the table `event`; by parameters of its own */
  constructor(db: Database, which: string) {
    const slice = `id IN (SELECT id FROM event WHERE ${which} ORDER BY conversation, seq LIMIT ${SLICE})`;
    const spaces = (column: string) =>
      `CASE WHEN ${column} IS NULL THEN NULL ELSE replace(hex(zeroblob(length(CAST(${column} AS BLOB)))), '00', ' ') END`;
    this.#blank = db.prepare(`
      UPDATE event SET text = ${spaces('text')}, extra = ${spaces('extra')}, reason = ${spaces('reason')} WHERE ${slice}`);
    this.#remove = db.prepare(`DELETE FROM event WHERE ${slice}`);
  }

  /** Inside of a transaction; how many there were, 0 at the end. */
  next(parameters: object): number {
    this.#blank.run(parameters);
    return this.#remove.run(parameters).changes;
  }
}
