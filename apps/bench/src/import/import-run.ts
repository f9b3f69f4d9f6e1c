import { randomUUID } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { checkFile, importFile, undoImport } from '@solodesk/records';
import { openSqliteStore } from '@solodesk/store-sqlite';
import Database from 'better-sqlite3';
import { orderLines } from './order-lines.ts';

/** One import, or its control, in a process of its own, so that its memory is its own. */
export interface ImportOrder {
  /** `undo` takes the first import of the database back; `raw` inserts the same rows into one plain table, in transactions of as many. */
  how: 'import' | 'undo' | 'raw';
  database: string;
  file: string;
  lines: number;
}

export interface ImportAnswer {
  seconds: number;
  /** Resident memory at the start, and the most that it was. Megabytes. */
  startMb: number;
  peakMb: number;
  /** Orders that were new, changed and the same, and refused rows. */
  counts: { new: number; changed: number; same: number; refused: number };
  /** Records that `undo` removed, and for how long nobody else was answered meanwhile. Milliseconds. */
  undone?: { removed: number; left: number; blockedP99Ms: number; blockedMaxMs: number };
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const PORTION = 200;
const rssMb = () => process.memoryUsage.rss() / 1_048_576;

async function obey(order: ImportOrder): Promise<ImportAnswer> {
  let peakMb = rssMb();
  const startMb = peakMb;
  const sample = () => {
    peakMb = Math.max(peakMb, rssMb());
  };
  const began = performance.now();
  if (order.how === 'undo') return { ...(await undoFirst(order)), startMb, peakMb };
  const counts = order.how === 'raw' ? insertRaw(order, sample) : await importOrders(order, sample);
  sample();
  return { seconds: (performance.now() - began) / 1_000, startMb, peakMb, counts };
}

async function importOrders({ database, file }: ImportOrder, sample: () => void): Promise<ImportAnswer['counts']> {
  const store = await openSqliteStore({ file: database, log: silent });
  const summary = await importFile({
    ...{ kind: 'orders', file: await checkFile(file), site: 'shop', asked: new Map(), dates: null, store },
    ...{ facts: { locale: 'en', country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' } },
    ...{ now: () => Date.now(), uuid: randomUUID, refusedFile: null, onProgress: sample },
  });
  await store.close();
  return { new: summary.new, changed: summary.changed, same: summary.same, refused: summary.refused };
}

async function undoFirst({ database }: ImportOrder): Promise<Pick<ImportAnswer, 'seconds' | 'counts' | 'undone'>> {
  const store = await openSqliteStore({ file: database, log: silent });
  const first = (await store.batches('shop', 100)).at(-1);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const began = performance.now();
  delay.enable();
  const undone = await undoImport(store, 'shop', first?.key ?? 0, () => Date.now());
  delay.disable();
  const seconds = (performance.now() - began) / 1_000;
  const left = (await store.orders('shop', { limit: 1 })).length + (await store.contacts('shop', { limit: 1 })).length;
  await store.close();
  const [blockedP99Ms, blockedMaxMs] = [delay.percentile(99) / 1e6, delay.max / 1e6];
  const counts = { new: 0, changed: 0, same: 0, refused: 0 };
  return { seconds, counts, undone: { removed: undone?.removed ?? 0, left, blockedP99Ms, blockedMaxMs } };
}

function insertRaw({ database, lines }: ImportOrder, sample: () => void): ImportAnswer['counts'] {
  const db = new Database(database);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    'CREATE TABLE line (number TEXT, email TEXT, name TEXT, placed_at TEXT, status TEXT, total TEXT, product TEXT, item TEXT, quantity INTEGER, price TEXT)',
  );
  const insert = db.prepare(
    'INSERT INTO line VALUES (@number, @email, @name, @placedAt, @status, @total, @product, @item, @quantity, @price)',
  );
  let open = 0;
  for (const row of orderLines(lines)) {
    if (open === 0) db.exec('BEGIN IMMEDIATE');
    insert.run(row);
    if (++open === PORTION) {
      db.exec('COMMIT');
      open = 0;
      sample();
    }
  }
  if (open > 0) db.exec('COMMIT');
  db.close();
  return { new: lines, changed: 0, same: 0, refused: 0 };
}

process.on('message', (order: ImportOrder) => {
  obey(order).then(
    (answer) => process.send?.(answer, () => process.disconnect()),
    (cause: unknown) => {
      console.error(cause);
      process.exit(1);
    },
  );
});
