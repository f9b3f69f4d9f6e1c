import { RECORD_KINDS } from '@solodesk/core';
import type { RecordKind, RecordOutcome, RecordWrite, SavedRecord } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
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
  columns(record: T): Columns;
}

/** In `batch_row`: the batch changed nothing of this row. */
export const UNCHANGED = '';

export type Counts = Record<Exclude<RecordOutcome, 'repeated'>, number>;

/** Writes records inside of a transaction, and for a batch what was there before. */
export class RecordWriter {
  readonly tables: Readonly<Record<RecordKind, RecordTable>>;
  readonly #trace;
  readonly #isTraced;
  readonly #count;

  constructor(db: Database) {
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
    const saved = all.map((steps): SavedRecord<T> => {
      const before = steps.find();
      if (before !== null && this.#wasWritten(kind, before.key, write)) return { outcome: 'repeated', record: before };
      const { outcome, record } = this.#put(kind, write, steps, before);
      counts[outcome]++;
      return { outcome, record };
    });
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
    const columns = { ...steps.columns(record), written_by: write.batch };
    if (before === null) {
      const key = this.tables[kind].insert(columns);
      this.#remember(kind, key, write, null);
      return { outcome: 'new', record: { ...record, key } };
    }
    if (alike(steps.columns(before), columns)) {
      this.#remember(kind, before.key, write, UNCHANGED);
      return { outcome: 'same', record: before };
    }
    // Read again only where it is needed: the columns have what the record does not, the batch that wrote it last.
    if (write.batch !== null) {
      this.#remember(kind, before.key, write, JSON.stringify(this.tables[kind].read(before.key)));
    }
    this.tables[kind].update(before.key, columns);
    return { outcome: 'changed', record };
  }

  #wasWritten(kind: RecordKind, key: number, { batch }: RecordWrite): boolean {
    return batch !== null && this.#isTraced.get(batch, RECORD_KINDS.indexOf(kind), key) !== undefined;
  }

  #remember(kind: RecordKind, key: number, { batch }: RecordWrite, before: string | null): void {
    if (batch !== null) this.#trace.run(batch, RECORD_KINDS.indexOf(kind), key, before);
  }
}

function alike(before: Columns, after: Columns): boolean {
  return Object.keys(before).every((name) => before[name] === after[name]);
}
