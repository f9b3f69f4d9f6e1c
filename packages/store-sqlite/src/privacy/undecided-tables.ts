import type { Database } from 'better-sqlite3';
import { TABLE_DECISIONS } from './table-decisions.ts';

/** Tables of the schema, without SQLite's own and the ones that an FTS5 index keeps for itself. */
export function tablesOf(db: Database): string[] {
  return db
    .prepare<[], string>(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')`)
    .pluck()
    .all()
    .filter((name) => !name.startsWith('sqlite_'));
}

/** Columns by which a row is of a person. */
const LINKS = ['visitor', 'conversation', 'contact', 'ticket'];

/** Tables of which nobody has decided what becomes of them when a person is erased, and what speaks against a decision. */
export function undecidedTables(db: Database): string[] {
  return tablesOf(db).filter((table) => {
    const decision = TABLE_DECISIONS[table];
    if (decision === undefined) return true;
    const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    return decision.nobody === true && columns.some((column) => LINKS.includes(column));
  });
}
