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
