import type { ErasedRows } from '@solodesk/core';
import type { Database, Statement } from 'better-sqlite3';
import type { PersonRows } from './person-rows.ts';
import { TABLE_DECISIONS } from './table-decisions.ts';

interface PreparedStep {
  readonly table: string;
  readonly kind: 'erased' | 'anonymised';
  readonly shared: boolean;
  readonly count: Statement<[object], number>;
  readonly read: Statement<[object], Record<string, unknown>>;
  readonly run: Statement<[object]>;
}

/** Columns with hashes of tokens, and the lease of a process. */
const SECRETS = ['token_hash', 'token', 'lease'];

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
          shared: 'erase' in step && step.shared === true,
          count: db.prepare<[object], number>(`SELECT count(*) FROM ${table} WHERE ${where}`).pluck(),
          read: db.prepare<[object], Record<string, unknown>>(`SELECT * FROM ${table} WHERE ${where}`),
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

  /** The rows themselves, without what opens a door and without what others are named in. */
  read({ parameters }: PersonRows): Record<string, unknown[]> {
    const tables: Record<string, unknown[]> = {};
    for (const { table, read, shared } of this.#steps) {
      if (shared) continue;
      const rows = read.all({ ...parameters, at: 0 }).map((row) => {
        const open = Object.entries(row).filter(([column]) => !SECRETS.includes(column));
        return Object.fromEntries(open.map(([column, value]) => [column, readable(value)]));
      });
      if (rows.length > 0) tables[table] = [...(tables[table] ?? []), ...rows];
    }
    return tables;
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

/** What is stored as JSON, as JSON; anything else as it is. */
function readable(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch (error) {
    // Somebody's own words that begin like it.
    if (error instanceof SyntaxError) return value;
    throw error;
  }
}
