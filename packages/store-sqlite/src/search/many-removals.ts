import type { Database } from 'better-sqlite3';

/** The indexes of records that can be imported, and so be taken back by the ten thousand. */
const INDEXES = ['search_contact', 'search_shop_order'];
/** Pages of an index that one step puts together, at most: some milliseconds. */
const STEP_PAGES = 64;
/** `merge` counts as one change by itself; what is less than two did nothing (SQLite's FTS5, "The 'merge' Command"). */
const NOTHING = 2;

/**
 * Takes many rows out of the search indexes. With `secure-delete` each term of each row is cut out of its page at once, by
 * reading all rows before it that have the term: 70,000 rows took minutes. Here they are marked as gone, and the
 * indexes are put together anew afterwards, step by step, which leaves out what is marked.
 */
export interface ManyRemovals {
  /** Within a transaction: what `remove` takes out is only marked. Nobody else sees the index without `secure-delete`. */
  mark<T>(remove: () => T): T;
  /** Within a transaction: one step. True when nothing that was marked is left in the indexes. `task` is the same for all steps. */
  clean(task: number): boolean;
}

export function createManyRemovals(db: Database): ManyRemovals {
  // Whether an index was asked to begin is part of the transaction, and forgotten when the process ends: then it begins again.
  db.exec('CREATE TEMP TABLE cleaning (task INTEGER, place INTEGER, PRIMARY KEY (task, place)) WITHOUT ROWID');
  const begin = db.prepare<[number, number]>('INSERT OR IGNORE INTO temp.cleaning VALUES (?, ?)');
  const end = db.prepare<[number]>('DELETE FROM temp.cleaning WHERE task = ?');
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  const indexes = INDEXES.map((name) => ({
    // No parameters: a number that is bound is no integer to SQLite, and FTS5 takes no other.
    loose: db.prepare(`INSERT INTO ${name} (${name}, rank) VALUES ('secure-delete', 0)`),
    secure: db.prepare(`INSERT INTO ${name} (${name}, rank) VALUES ('secure-delete', 1)`),
    // A negative number takes all parts of the index into it, a positive one goes on with that.
    first: db.prepare(`INSERT INTO ${name} (${name}, rank) VALUES ('merge', -${STEP_PAGES})`),
    next: db.prepare(`INSERT INTO ${name} (${name}, rank) VALUES ('merge', ${STEP_PAGES})`),
  }));

  return {
    mark: (remove) => {
      for (const { loose } of indexes) loose.run();
      const result = remove();
      // Writes down what was marked, as it was when it was, before it takes effect.
      for (const { secure } of indexes) secure.run();
      return result;
    },

    clean: (task) => {
      for (const [place, { first, next }] of indexes.entries()) {
        const begins = begin.run(task, place).changes > 0;
        const before = changes.get() ?? 0;
        (begins ? first : next).run();
        if ((changes.get() ?? 0) - before >= NOTHING) return false;
      }
      end.run(task);
      return true;
    },
  };
}
