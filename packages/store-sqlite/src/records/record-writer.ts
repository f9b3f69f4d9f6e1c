import { RECORD_KINDS } from '@solodesk/core';
import type { RecordKind, RecordOutcome, RecordWrite, SavedRecord } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { RecordIndex } from '../search/record-index.ts';
import { CONTACT_FIELDS } from './contact-rows.ts';
import { FEEDBACK_FIELDS } from './feedback-fields.ts';
import { ORDER_FIELDS } from './order-rows.ts';
import { PRODUCT_FIELDS } from './product-rows.ts';
import { createRecordTable } from './record-table.ts';
import type { Columns, RecordTable } from './record-table.ts';

const SPEND_FIELDS = ['site', 'channel', 'month', 'currency', 'amount', 'written_by'];

/** How one record is found, made anew (with the key 0 when there was none) and put into columns. */
export interface RecordSteps<T extends { readonly key: number }> {
  find(): T | null;
  make(before: T | null): T;
  /** An object of its own, which the caller may add to. */
  columns(record: T): { [name: string]: Columns[string] };
  /** Writes what stands beside the record, in other tables. Whether that changed anything. */
  beside?(record: T): boolean;
}

/** In `batch_row`: the batch changed nothing of this row. */
export const UNCHANGED = '';

export type Counts = Record<Exclude<RecordOutcome, 'repeated'>, number>;

/** Writes records inside of a transaction, and for a batch what was there before. */
export class RecordWriter {
  readonly tables: Readonly<Record<RecordKind, RecordTable>>;
  readonly #index: RecordIndex;
  readonly #trace;
  readonly #isTraced;
  readonly #count;

  constructor(db: Database, index: RecordIndex) {
    this.#index = index;
    this.tables = {
      customers: createRecordTable(db, 'contact', CONTACT_FIELDS),
      orders: createRecordTable(db, 'shop_order', ORDER_FIELDS),
      products: createRecordTable(db, 'product', PRODUCT_FIELDS),
      spend: createRecordTable(db, 'marketing_spend', SPEND_FIELDS),
      feedback: createRecordTable(db, 'feedback', FEEDBACK_FIELDS),
    };
    // What was there before the batch is what was there before its first change; a mark of no change gives way to it.
    this.#trace = db.prepare<[number, number, number, string | null]>(`
      INSERT INTO batch_row (batch, kind, key, before) VALUES (?, ?, ?, ?)
      ON CONFLICT (batch, kind, key) DO UPDATE SET before = excluded.before
      WHERE before = '${UNCHANGED}' AND excluded.before <> '${UNCHANGED}'`);
    this.#isTraced = db
      .prepare<[number, number, number], number>('SELECT 1 FROM batch_row WHERE batch = ? AND kind = ? AND key = ?')
      .pluck();
    this.#count = db.prepare<[number, number, number, number]>(
      'UPDATE record_batch SET added = added + ?, changed = changed + ?, same = same + ? WHERE key = ?',
    );
  }

  /** Saves records of the batch's own kind, each once a batch. */
  saveAll<T extends { readonly key: number }>(
    kind: RecordKind,
    write: RecordWrite,
    all: readonly RecordSteps<T>[],
  ): SavedRecord<T>[] {
    const counts: Counts = { new: 0, changed: 0, same: 0 };
    const save = (steps: RecordSteps<T>): SavedRecord<T> => {
      const before = steps.find();
      if (before !== null && this.#wasWritten(kind, before.key, write)) return { outcome: 'repeated', record: before };
      const { outcome, record } = this.#put(kind, write, steps, before);
      counts[outcome]++;
      return { outcome, record };
    };
    const saved = this.#index.gather(() => all.map(save));
    if (write.batch !== null) this.#count.run(counts.new, counts.changed, counts.same, write.batch);
    return saved;
  }

  /** Saves a contact that another record names: as often as it is named. */
  note<T extends { readonly key: number }>(write: RecordWrite, steps: RecordSteps<T>): T {
    return this.#put('customers', write, steps, steps.find()).record;
  }

  #put<T extends { readonly key: number }>(
    kind: RecordKind,
    write: RecordWrite,
    steps: RecordSteps<T>,
    before: T | null,
  ): { outcome: keyof Counts; record: T } {
    const record = steps.make(before);
    const saved = this.#save(kind, write, steps, before, record);
    const changedBeside = steps.beside?.(saved.record) ?? false;
    return saved.outcome === 'same' && changedBeside ? { ...saved, outcome: 'changed' } : saved;
  }

  #save<T extends { readonly key: number }>(
    kind: RecordKind,
    write: RecordWrite,
    steps: RecordSteps<T>,
    before: T | null,
    record: T,
  ): { outcome: keyof Counts; record: T } {
    const columns = steps.columns(record);
    const table = this.tables[kind];
    if (before === null) {
      columns['written_by'] = write.batch;
      const key = table.insert(columns);
      this.#index.note(table.name, key, null, columns);
      this.#remember(kind, key, write, null);
      return { outcome: 'new', record: { ...record, key } };
    }
    const old = steps.columns(before);
    const changed = Object.keys(columns).filter((name) => old[name] !== columns[name]);
    if (changed.length === 0) {
      this.#remember(kind, before.key, write, UNCHANGED);
      return { outcome: 'same', record: before };
    }
    // Read again only where it is needed: the columns have what the record does not, the batch that wrote it last.
    if (write.batch !== null) {
      this.#remember(kind, before.key, write, JSON.stringify(table.read(before.key)));
    }
    const news: Record<string, Columns[string]> = { written_by: write.batch };
    for (const name of changed) news[name] = columns[name] ?? null;
    table.update(before.key, news);
    this.#index.note(table.name, before.key, old, columns);
    return { outcome: 'changed', record };
  }

  #wasWritten(kind: RecordKind, key: number, { batch }: RecordWrite): boolean {
    return batch !== null && this.#isTraced.get(batch, RECORD_KINDS.indexOf(kind), key) !== undefined;
  }

  #remember(kind: RecordKind, key: number, { batch }: RecordWrite, before: string | null): void {
    if (batch !== null) this.#trace.run(batch, RECORD_KINDS.indexOf(kind), key, before);
  }
}
