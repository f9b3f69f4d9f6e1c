import type { Database } from 'better-sqlite3';

type Value = string | number | null;
export type Columns = Readonly<Record<string, Value>>;

/** Rows of one table, written column by column; `written_by` is the batch that wrote a row last. */
export interface RecordTable {
  insert(columns: Columns): number;
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
  const update = db.prepare(
    `UPDATE ${table} SET ${names.map((name) => `${name} = @${name}`).join(', ')} WHERE key = @key`,
  );
  const remove = db.prepare<[number]>(`DELETE FROM ${table} WHERE key = ?`);
  const read = db.prepare<[number], Columns>(`SELECT ${names.join(', ')} FROM ${table} WHERE key = ?`);
  return {
    insert: (columns) => Number(insert.run(columns).lastInsertRowid),
    update: (key, columns) => void update.run({ ...columns, key }),
    remove: (key) => void remove.run(key),
    read: (key) => read.get(key),
  };
}
