import { join } from 'node:path';
import { openSqliteStore } from '@solodesk/store-sqlite';
import Database from 'better-sqlite3';
import { seededRandom } from '../desk/seeded-random.ts';
import { fillRecords } from './fill-records.ts';
import { fillTalks, REGULAR_MESSAGES } from './fill-talks.ts';

export interface DeskSize {
  messages: number;
  customers: number;
  tickets: number;
}

export interface FilledDesk {
  stored: DeskSize;
  /** Numbers of customers with a long history: many messages, orders, tickets and page views. */
  regulars: readonly number[];
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };
/** Of a thousand customers so many have a long history. */
const REGULARS = 1;
const TEND_MS = 1_000;

/**
 * Fills the database of a server that is stopped with a desk of that size, all from one seed: the same size gives the same rows. The
 * search's index is brought up to date, as a server does behind its chats.
 */
export async function fillDesk(dataDir: string, site: string, size: DeskSize, seed: number): Promise<FilledDesk> {
  const file = join(dataDir, 'solodesk.sqlite');
  const random = seededRandom(seed);
  const now = Date.now();
  const { messages, customers, tickets } = size;
  const many = Math.floor((customers * REGULARS) / 1_000);
  if (many * REGULAR_MESSAGES > messages) throw new Error('there are too few messages for so many customers');
  const regulars = Array.from({ length: many }, (_, index) => index * (1_000 / REGULARS) + 3);
  const store = await openSqliteStore({ file, log: silent, repeatable: true });
  const db = new Database(file);
  try {
    await fillRecords({ store, site, random, now, customers, tickets, regulars });
    db.pragma('synchronous = OFF');
    db.pragma('cache_size = -200000');
    db.transaction(() => fillTalks({ db, site, random, now, messages, customers, regulars }))();
    while (await store.tendSearch(TEND_MS));
    // Analysing the days that were written now would be another program's work on the server's core.
    await store.noteInsightRun(site, { lastDay: '9999-12-31', model: 'none', readAt: now, endedAt: now });
    const count = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;
    db.pragma('wal_checkpoint(TRUNCATE)');
    return {
      regulars,
      stored: {
        messages: count('SELECT count(*) FROM event WHERE type <= 2'),
        customers: count('SELECT count(*) FROM contact'),
        tickets: count('SELECT count(*) FROM ticket'),
      },
    };
  } finally {
    db.close();
    await store.close();
  }
}
