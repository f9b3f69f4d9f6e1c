import type { RecordBatch, RecordKind, RecordOutcome } from '../domain/records/record-batch.ts';
import type { BatchStore, RecordWrite, SavedRecord } from '../ports/record-store.ts';

interface Row {
  readonly key: number;
  readonly site: string;
}

/** How one record is found and made anew; `make` gives it the key 0 when there was none. */
export interface RecordSteps<T extends Row> {
  find(): T | null;
  make(before: T | null): T;
  /** Writes what stands beside the record: gives what takes that back, and says whether it did; null where nothing changed. */
  beside?(record: T): (() => boolean) | null;
}

interface Trace {
  readonly kind: RecordKind;
  readonly key: number;
  /** What was there before; undefined when the batch changed nothing. */
  readonly before: Row | null | undefined;
  /** What the batch left there. */
  after: Row;
  beside?: () => boolean;
}

export interface MemoryBatches {
  store: BatchStore;
  /** Saves a record of the batch's own kind. */
  save<T extends Row>(kind: RecordKind, write: RecordWrite, steps: RecordSteps<T>): SavedRecord<T>;
  /** Saves a contact that another record names. */
  note<T extends Row>(write: RecordWrite, steps: RecordSteps<T>): SavedRecord<T>;
  /** Forgets what was there before of these rows. */
  dropTraces(kind: RecordKind, keys: readonly number[]): number;
}

/** Saves rows and remembers, batch by batch, what was there before. */
export function createMemoryBatches(
  tables: Record<RecordKind, Row[]>,
  inUse: (contactKey: number) => boolean,
  nextKey: () => number,
): MemoryBatches {
  const batches: RecordBatch[] = [];
  const traces = new Map<number, Trace[]>();

  const count = (key: number, outcome: Exclude<RecordOutcome, 'repeated'>) => {
    const at = batches.findIndex((batch) => batch.key === key);
    const batch = batches[at];
    if (batch !== undefined) {
      batches[at] = { ...batch, counts: { ...batch.counts, [outcome]: batch.counts[outcome] + 1 } };
    }
  };

  const put = <T extends Row>(kind: RecordKind, { batch }: RecordWrite, steps: RecordSteps<T>, before: T | null) => {
    const table = tables[kind] as T[];
    const made = steps.make(before);
    const same = before !== null && JSON.stringify(made) === JSON.stringify(before);
    const record = before === null ? { ...made, key: nextKey() } : same ? before : made;
    if (before === null) table.push(record);
    else table[table.indexOf(before)] = record;
    const known = batch === null ? undefined : traces.get(batch);
    const trace = known?.find((each) => each.kind === kind && each.key === record.key);
    const beside = steps.beside?.(record) ?? null;
    if (trace !== undefined) trace.after = record;
    else {
      const was = same ? undefined : before;
      known?.push({ kind, key: record.key, before: was, after: record, ...(beside && { beside }) });
    }
    const outcome: RecordOutcome = before === null ? 'new' : same && beside === null ? 'same' : 'changed';
    return { outcome, record };
  };

  const undo = (trace: Trace): 'removed' | 'restored' | 'kept' | null => {
    const isBack = trace.beside?.();
    if (trace.before === undefined) return isBack === undefined ? null : isBack ? 'restored' : 'kept';
    const table = tables[trace.kind];
    const at = table.findIndex((row) => row.key === trace.key);
    if (at === -1 || table[at] !== trace.after) return 'kept';
    if (trace.before !== null) {
      table[at] = trace.before;
      return 'restored';
    }
    if (trace.kind === 'customers' && inUse(trace.key)) return 'kept';
    table.splice(at, 1);
    return 'removed';
  };

  const find = (site: string, key: number) => batches.findIndex((batch) => batch.site === site && batch.key === key);
  const store: BatchStore = {
    async startBatch({ at, ...batch }) {
      const counts = { new: 0, changed: 0, same: 0, refused: 0 };
      const made = { ...batch, key: batches.length + 1, startedAt: at, finishedAt: null, undoneAt: null, counts };
      batches.push(made);
      traces.set(made.key, []);
      return made;
    },
    async finishBatch(site, key, { at, refused }) {
      const place = find(site, key);
      const batch = batches[place];
      if (batch === undefined) return null;
      return (batches[place] = { ...batch, finishedAt: at, counts: { ...batch.counts, refused } });
    },
    batches: async (site, limit) =>
      batches
        .filter((batch) => batch.site === site)
        .reverse()
        .slice(0, limit),
    async undoBatch(site, key, { at, limit }) {
      const place = find(site, key);
      const known = place === -1 ? undefined : traces.get(key);
      if (known === undefined) return null;
      const done = { removed: 0, restored: 0, kept: 0 };
      for (let n = 0; n < limit; n++) {
        const trace = known.pop();
        const came = trace === undefined ? null : undo(trace);
        if (came !== null) done[came]++;
      }
      const batch = batches[place];
      if (known.length === 0 && batch !== undefined) {
        batches[place] = { ...batch, undoneAt: at };
        traces.delete(key);
      }
      return { ...done, done: known.length === 0 };
    },
    async forgetBatches(site, startedBefore) {
      for (const batch of batches) if (batch.site === site && batch.startedAt < startedBefore) traces.delete(batch.key);
    },
  };

  return {
    store,
    save(kind, write, steps) {
      const before = steps.find();
      const trace =
        before === null || write.batch === null
          ? undefined
          : traces.get(write.batch)?.find((each) => each.kind === kind && each.key === before.key);
      if (before !== null && trace !== undefined) return { outcome: 'repeated', record: before };
      const saved = put(kind, write, steps, before);
      if (write.batch !== null) count(write.batch, saved.outcome);
      return saved;
    },
    dropTraces(kind, keys) {
      let dropped = 0;
      for (const [batch, known] of traces) {
        const rest = known.filter((trace) => trace.kind !== kind || !keys.includes(trace.key));
        dropped += known.length - rest.length;
        traces.set(batch, rest);
      }
      return dropped;
    },
    note: (write, steps) => put('customers', write, steps, steps.find()),
  };
}
