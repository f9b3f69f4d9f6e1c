import { RECORD_KINDS } from '@solodesk/core';
import type { BatchStore, RecordBatch, RecordKind } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import { createManyRemovals } from '../search/many-removals.ts';
import type { RecordIndex } from '../search/record-index.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import type { Columns } from './record-table.ts';
import { MARKETING } from './marketing-rows.ts';
import type { MarketingRows } from './marketing-rows.ts';
import { UNCHANGED } from './record-writer.ts';
import type { RecordWriter } from './record-writer.ts';

interface BatchRow {
  key: number;
  kind: RecordKind;
  file: string;
  startedAt: number;
  finishedAt: number | null;
  undoneAt: number | null;
  added: number;
  changed: number;
  same: number;
  refused: number;
}

interface Trace {
  kind: number;
  key: number;
  before: string | null;
}

const CUSTOMERS = RECORD_KINDS.indexOf('customers');
/** Orders, and what stands beside contacts, before the contacts that they name. */
const UNDONE_IN_ORDER = [MARKETING, ...[...RECORD_KINDS.keys()].filter((kind) => kind !== CUSTOMERS), CUSTOMERS];

/** From so many records on an import is taken out of the search indexes as many are. */
const MANY = 500;

const COLUMNS = `key, kind, file, started_at AS startedAt, finished_at AS finishedAt, undone_at AS undoneAt, added,
  changed, same, refused`;

export function createBatchStore(
  db: Database,
  group: GroupCommit,
  sites: SiteKeys,
  writer: RecordWriter,
  index: RecordIndex,
  marketing: MarketingRows,
): BatchStore {
  const statements = prepare(db);
  const removals = createManyRemovals(db);
  const find = (site: string, key: number): RecordBatch | null => {
    const row = statements.find.get(sites.find(site) ?? 0, key);
    return row === undefined ? null : toBatch(row, site);
  };

  /** What was there before stands again, unless somebody else has written since. */
  const takeBack = (batch: number, { kind: place, key, before }: Trace): 'removed' | 'restored' | 'kept' | null => {
    if (before === UNCHANGED) return null;
    const kind = RECORD_KINDS[place];
    const table = kind === undefined ? undefined : writer.tables[kind];
    const now = table?.read(key);
    if (table === undefined || now?.['written_by'] !== batch) return 'kept';
    if (before !== null) {
      const restored = JSON.parse(before) as Columns;
      table.update(key, restored);
      index.note(table.name, key, now, restored);
      return 'restored';
    }
    if (kind === 'customers' && statements.inUse.get({ key }) !== undefined) return 'kept';
    table.remove(key);
    index.note(table.name, key, now, null);
    return 'removed';
  };

  /** It counts only where the batch changed nothing else of the contact. */
  const takeBackMarketing = (site: string, batch: number, { key, before }: Trace): 'restored' | 'kept' | null => {
    const isBack = marketing.takeBack(sites.make(site), key, before ?? '');
    if (statements.before.get(batch, CUSTOMERS, key) !== UNCHANGED) return null;
    return isBack ? 'restored' : 'kept';
  };

  /** The last ones first. By kind, as the index has them: sorting all that is left for every page took minutes for 70,000. */
  const tracesOf = (batch: number, limit: number): Trace[] => {
    const found: Trace[] = [];
    for (const kind of UNDONE_IN_ORDER) {
      if (found.length < limit) found.push(...statements.traces.all(batch, kind, limit - found.length));
    }
    return found;
  };

  return {
    startBatch: ({ site, kind, file, at }) =>
      group.write(() => {
        const { lastInsertRowid } = statements.insert.run(sites.make(site), kind, file, at);
        const counts = { new: 0, changed: 0, same: 0, refused: 0 };
        const key = Number(lastInsertRowid);
        return { key, site, kind, file, startedAt: at, finishedAt: null, undoneAt: null, counts };
      }),

    finishBatch: (site, key, { at, refused }) =>
      group.write(() => {
        statements.finish.run(at, refused, sites.find(site) ?? 0, key);
        return find(site, key);
      }),

    batches: (site, limit) =>
      reading(() => statements.list.all(sites.find(site) ?? 0, limit).map((row) => toBatch(row, site))),

    undoBatch: (site, key, { at, limit }) =>
      group.write(() => {
        const written = statements.undoable.get(sites.find(site) ?? 0, key);
        if (written === undefined) return null;
        const progress = { removed: 0, restored: 0, kept: 0 };
        const step = () => {
          const traces = tracesOf(key, limit);
          for (const trace of traces) {
            const isMarketing = trace.kind === MARKETING;
            const came = isMarketing ? takeBackMarketing(site, key, trace) : takeBack(key, trace);
            if (came !== null) progress[came]++;
            statements.forgetRow.run(key, trace.kind, trace.key);
          }
          return tracesOf(key, 1).length === 0;
        };
        const many = written >= MANY;
        const taken = many ? index.gather(step, removals.mark) : index.gather(step);
        const done = taken && (!many || removals.clean(key));
        if (done) statements.undone.run(at, key);
        return { ...progress, done };
      }),

    forgetBatches: (site, startedBefore) =>
      group.write(() => {
        for (const key of statements.old.all(sites.find(site) ?? 0, startedBefore)) {
          statements.forgetRows.run(key);
          statements.forgotten.run(key);
        }
      }),
  };
}

function toBatch({ added, changed, same, refused, ...row }: BatchRow, site: string): RecordBatch {
  return { ...row, site, counts: { new: added, changed, same, refused } };
}

function prepare(db: Database) {
  return {
    find: db.prepare<[number, number], BatchRow>(`SELECT ${COLUMNS} FROM record_batch WHERE site = ? AND key = ?`),
    insert: db.prepare<[number, string, string, number]>(
      'INSERT INTO record_batch (site, kind, file, started_at) VALUES (?, ?, ?, ?)',
    ),
    finish: db.prepare<[number, number, number, number]>(
      'UPDATE record_batch SET finished_at = ?, refused = ? WHERE site = ? AND key = ?',
    ),
    list: db.prepare<[number, number], BatchRow>(
      `SELECT ${COLUMNS} FROM record_batch WHERE site = ? ORDER BY key DESC LIMIT ?`,
    ),
    undoable: db
      .prepare<[number, number], number>(
        'SELECT added + changed FROM record_batch WHERE site = ? AND key = ? AND undone_at IS NULL AND forgotten = 0',
      )
      .pluck(),
    undone: db.prepare<[number, number]>('UPDATE record_batch SET undone_at = ? WHERE key = ?'),
    traces: db.prepare<[number, number, number], Trace>(
      'SELECT kind, key, before FROM batch_row WHERE batch = ? AND kind = ? ORDER BY key DESC LIMIT ?',
    ),
    before: db
      .prepare<[number, number, number], string | null>(
        'SELECT before FROM batch_row WHERE batch = ? AND kind = ? AND key = ?',
      )
      .pluck(),
    forgetRow: db.prepare<[number, number, number]>('DELETE FROM batch_row WHERE batch = ? AND kind = ? AND key = ?'),
    inUse: db.prepare<{ key: number }>(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM shop_order WHERE contact = @key)
         OR EXISTS (SELECT 1 FROM appointment WHERE contact = @key)
         OR EXISTS (SELECT 1 FROM ticket WHERE contact = @key)
         OR EXISTS (SELECT 1 FROM survey_request WHERE contact = @key)
         OR EXISTS (SELECT 1 FROM visitor_contact WHERE contact = @key)
         OR EXISTS (SELECT 1 FROM contact_tag WHERE contact = @key)
         OR EXISTS (SELECT 1 FROM contact_profile WHERE contact = @key)`,
    ),
    old: db
      .prepare<[number, number], number>(
        'SELECT key FROM record_batch WHERE site = ? AND started_at < ? AND forgotten = 0',
      )
      .pluck(),
    forgetRows: db.prepare<[number]>('DELETE FROM batch_row WHERE batch = ?'),
    forgotten: db.prepare<[number]>('UPDATE record_batch SET forgotten = 1 WHERE key = ?'),
  };
}
