import type { Database } from 'better-sqlite3';
import { contactTerms, orderTerms, unfollowing } from './search-functions.ts';

type Row = Readonly<Record<string, string | number | null>>;

interface Change {
  before: string | null;
  after: string | null;
}

/** The tables whose rows come, and are taken back, by the ten thousand: what makes a row's terms, and of which columns. */
const INDEXED = {
  contact: { termsOf: (row: Row) => contactTerms(row as never), columns: ['name', 'email', 'phone', 'own_id', 'id'] },
  shop_order: {
    termsOf: (row: Row) => orderTerms(row as never),
    columns: ['number', 'email', 'status_text', 'lines'],
  },
};
type IndexedTable = keyof typeof INDEXED;

/**
 * Writes the indexes of contacts and orders after many rows, for all of them. One after the other they would be written down by FTS5 with
 * each row (migration 47), and then put together again and again.
 */
export class RecordIndex {
  readonly #db: Database;
  readonly #tables;

  constructor(db: Database) {
    this.#db = db;
    this.#tables = {
      contact: prepare(db, 'contact'),
      shop_order: prepare(db, 'shop_order'),
    };
  }

  /**
   * Within a transaction. `work` notes each row that it changes; the indexes follow when it is done.
   * @param write is given what writes the indexes, for what has to stand around it
   */
  gather<T>(work: () => T, write: (follow: () => void) => void = (follow) => follow()): T {
    this.#forget();
    try {
      const result = unfollowing(this.#db, work);
      write(() => this.#follow());
      return result;
    } finally {
      this.#forget();
    }
  }

  /** A row before and after a change; null where there is none. Rows of other tables have no index here. */
  note(table: string, key: number, before: Row | null, after: Row | null): void {
    if (!isIndexed(table)) return;
    const { columns, termsOf } = INDEXED[table];
    if (before !== null && after !== null && columns.every((column) => before[column] === after[column])) return;
    const { changes, low } = this.#tables[table];
    const known = changes.get(key);
    // What the index has of a row is of before the first change.
    if (known !== undefined) known.after = after && termsOf(after);
    else if (before === null || key > (low.get() ?? 0)) {
      changes.set(key, { before: before && termsOf(before), after: after && termsOf(after) });
    }
  }

  #follow(): void {
    for (const { changes, add, remove } of Object.values(this.#tables)) {
      // FTS5 gathers only what comes in the order of its rows.
      for (const [key, { before, after }] of [...changes].sort(([one], [other]) => one - other)) {
        if (before === after) continue;
        if (before !== null) remove.run(key, before);
        if (after !== null) add.run(key, after);
      }
    }
  }

  #forget(): void {
    for (const { changes } of Object.values(this.#tables)) changes.clear();
  }
}

function isIndexed(table: string): table is IndexedTable {
  return table in INDEXED;
}

function prepare(db: Database, table: IndexedTable) {
  return {
    changes: new Map<number, Change>(),
    add: db.prepare<[number, string]>(`INSERT INTO search_${table} (rowid, terms) VALUES (?, ?)`),
    remove: db.prepare<[number, string]>(
      `INSERT INTO search_${table} (search_${table}, rowid, terms) VALUES ('delete', ?, ?)`,
    ),
    /** Rows up to here are of before the index, and not in it yet. */
    low: db.prepare<[], number>(`SELECT low FROM search_progress WHERE kind = '${table}'`).pluck(),
  };
}
