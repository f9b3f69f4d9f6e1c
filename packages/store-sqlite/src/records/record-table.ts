import type { Database, Statement } from 'better-sqlite3';

type Value = string | number | null;
export type Columns = Readonly<Record<string, Value>>;

/** Statements that are kept for a table, one for each choice of columns that were changed together. */
const MOST_UPDATES = 50;

/** Rows of one table, written column by column; `written_by` is the batch that wrote a row last. */
export interface RecordTable {
  readonly name: string;
  insert(columns: Columns): number;
  /** Those columns only that are given: an index without any of them is left alone. */
  update(key: number, columns: Columns): void;
  remove(key: number): void;
  /** All columns but the key; undefined when there is no such row. */
  read(key: number): Columns | undefined;
}

/** @param names of all columns but `key`. */
export function createRecordTable(db: Database, table: string, names: readonly string[]): RecordTable {
  const insert = db.prepare(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  );
  const updates = new Map<string, Statement>();
  const updateOf = (given: readonly string[]): Statement => {
    const set = given.map((name) => `${name} = @${name}`).join(', ');
    let update = updates.get(set);
    if (update === undefined) {
      update = db.prepare(`UPDATE ${table} SET ${set} WHERE key = @key`);
      if (updates.size >= MOST_UPDATES) updates.clear();
      updates.set(set, update);
    }
    return update;
  };
  const remove = db.prepare<[number]>(`DELETE FROM ${table} WHERE key = ?`);
  const read = db.prepare<[number], Columns>(`SELECT ${names.join(', ')} FROM ${table} WHERE key = ?`);
  return {
    name: table,
    insert: (columns) => Number(insert.run(columns).lastInsertRowid),
    update: (key, columns) => void updateOf(Object.keys(columns)).run({ ...columns, key }),
    remove: (key) => void remove.run(key),
    read: (key) => read.get(key),
  };
}
