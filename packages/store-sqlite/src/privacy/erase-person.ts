import type { ErasedRows } from '@solodesk/core';
import type { Database, Statement } from 'better-sqlite3';
import type { PersonRows } from './person-rows.ts';
import { TABLE_DECISIONS } from './table-decisions.ts';

interface PreparedStep {
  readonly table: string;
  readonly kind: 'erased' | 'anonymised';
  readonly count: Statement<[object], number>;
  readonly run: Statement<[object]>;
}

/** Most messages that go in one transaction: what they cost the index holds up the chats. */
const SLICE = 100;

/**
 * Takes out what was said, slice by slice. Its words are written over in their own place first: while rows go, SQLite moves
 * others from page to page, and what it moves stays on the old page until something else needs the room.
 */
export class WordEraser {
  readonly #blank: Statement<[object]>;
  readonly #remove: Statement<[object]>;

  constructor(db: Database) {
    const slice = `id IN (
      SELECT id FROM event WHERE conversation IN (SELECT value FROM json_each(@visitors)) AND (@all OR id NOT IN (
        SELECT max(id) FROM event WHERE conversation IN (SELECT value FROM json_each(@visitors)) GROUP BY conversation
      )) ORDER BY conversation, seq LIMIT ${SLICE})`;
    const spaces = (column: string) => `replace(hex(zeroblob(length(CAST(${column} AS BLOB)))), '00', ' ')`;
    this.#blank = db.prepare(`
      UPDATE event SET text = ${spaces('text')}, extra = ${spaces('extra')}, reason = ${spaces('reason')} WHERE ${slice}`);
    this.#remove = db.prepare(`DELETE FROM event WHERE ${slice}`);
  }

  /**
   * Inside of a transaction; how many there were, 0 at the end.
   * @param all otherwise the newest of each conversation stays: a transaction numbers its events after the last one there is,
   *   so that one may go only together with the tombstone that comes after it.
   */
  next(visitorKeys: readonly number[], all: boolean): number {
    const which = { visitors: JSON.stringify(visitorKeys), all: all ? 1 : 0 };
    this.#blank.run(which);
    return this.#remove.run(which).changes;
  }
}

/** The statements of all decisions, so that what is counted beforehand is what is done. */
export class ErasureSteps {
  readonly #steps: readonly PreparedStep[];

  constructor(db: Database) {
    this.#steps = Object.entries(TABLE_DECISIONS).flatMap(([table, { steps = [] }]) =>
      steps.map((step): PreparedStep => {
        const where = 'erase' in step ? step.erase : step.anonymise.where;
        return {
          table,
          kind: 'erase' in step ? 'erased' : 'anonymised',
          count: db.prepare<[object], number>(`SELECT count(*) FROM ${table} WHERE ${where}`).pluck(),
          run: db.prepare(
            'erase' in step
              ? `DELETE FROM ${table} WHERE ${where}`
              : `UPDATE ${table} SET ${step.anonymise.set} WHERE ${where}`,
          ),
        };
      }),
    );
  }

  rehearse({ parameters }: PersonRows, at: number): ErasedRows[] {
    return this.#all((step) => step.count.get({ ...parameters, at }) ?? 0);
  }

  /** Inside of a transaction. */
  run({ parameters }: PersonRows, at: number): ErasedRows[] {
    return this.#all((step) => step.run.run({ ...parameters, at }).changes);
  }

  #all(changesOf: (step: PreparedStep) => number): ErasedRows[] {
    const rows = new Map<string, { table: string; erased: number; anonymised: number }>();
    for (const step of this.#steps) {
      const row = rows.get(step.table) ?? { table: step.table, erased: 0, anonymised: 0 };
      rows.set(step.table, row);
      row[step.kind] += changesOf(step);
    }
    return [...rows.values()].filter(({ erased, anonymised }) => erased + anonymised > 0);
  }
}
