import { afterAll, describe, expect, it } from '@jest/globals';
import { searchPieces } from '@solodesk/core';
import { Stage, silentLog } from '@solodesk/core/testing';
import type { Database } from 'better-sqlite3';
import { openConnection } from '../database/connection.ts';
import { migrate } from '../migrations/migrate.ts';
import { MIGRATIONS } from '../migrations/index.ts';
import { openSqliteStore } from '../sqlite-store.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';

const directory = temporaryDirectory();
afterAll(directory.remove);
let files = 0;
const freshFile = () => directory.file(`${++files}.db`);
const SITE = 'shop';
const wanted = (question: string) => ({ pieces: searchPieces(question), filter: {}, limit: 10 });
const write = (stage: Stage) => ({ site: SITE, at: 1, uuid: () => stage.uuid(), batch: null });
const found = async ({ store }: Stage, question: string) =>
  (await store.searchMessages(SITE, wanted(question))).hits.map(({ text }) => text);

async function tendAll({ store }: Stage): Promise<void> {
  while (await store.tendSearch(5));
}

/** What the index of a kind holds, whoever asks. */
function termsOf(file: string, kind: string): string[] {
  const db = openConnection(file);
  db.exec(`CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, search_${kind}, row)`);
  const terms = db.prepare<[], string>('SELECT term FROM temp.terms').pluck().all();
  db.close();
  return terms;
}

/** A database as it was before the index, with rows. */
async function oldDatabase(file: string, fill: (db: Database) => void): Promise<void> {
  const db = openConnection(file);
  const before = MIGRATIONS.findIndex(({ sql }) => sql.includes('search_progress'));
  await migrate(db, {
    migrations: MIGRATIONS.slice(0, before),
    clock: { now: () => 1 },
    backup: async () => undefined,
  });
  fill(db);
  db.close();
}

describe('the index of a SQLite store', () => {
  it('takes in what was there before it, the newest first, a slice at a time, and goes on after a restart', async () => {
    const file = freshFile();
    await oldDatabase(file, (db) => {
      db.exec(`INSERT INTO site VALUES (1, '${SITE}')`);
      db.exec(`INSERT INTO conversation (key, site, id, created_at, version, state, last_seq, last_at, bot_due,
        unsure_streak, last_visitor_at, locale, preview, unread, owner_seen_seq, visitor_seen_seq)
        VALUES (1, 1, 'c', 1, 1, 'bot', 999, 1, '', 0, 1, 'en', '', 0, 0, 0)`);
      const insert = db.prepare(
        `INSERT INTO event (site, conversation, seq, at, type, text) VALUES (1, 1, ?, 1, 0, ?)`,
      );
      for (let seq = 1; seq <= 200; seq++) insert.run(seq, seq === 1 ? 'the very first lamp' : `message ${seq}`);
      const contact = db.prepare(`INSERT INTO contact (site, id, own_id, verified, name, source, created_at, search)
        VALUES (1, ?, 1, 1, ?, '{}', 1, '')`);
      for (let n = 1; n <= 100; n++) contact.run(`C-${n}`, n === 1 ? '王小明' : `Person ${n}`);
    });
    const first = new Stage(await openSqliteStore({ file, log: silentLog }));
    const backlog = await first.store.searchBacklog();
    expect(backlog).toBe(300);
    // A change of what is not in the index yet is no reason to lose it.
    await first.store.saveContacts([{ id: 'C-2', name: 'Berta' }], write(first));
    await first.store.tendSearch(0);
    expect(await first.store.searchBacklog()).toBeLessThan(backlog);
    await first.store.close();

    const second = new Stage(await openSqliteStore({ file, log: silentLog }), 8);
    expect(await second.store.searchBacklog()).toBeGreaterThan(0);
    await tendAll(second);
    expect(await second.store.searchBacklog()).toBe(0);
    expect(await found(second, 'very first')).toEqual(['the very first lamp']);
    const names = async (question: string) =>
      (await second.store.searchContacts(SITE, wanted(question))).hits.map(({ id }) => id);
    expect([await names('小明'), await names('berta'), await names('person 2')]).toEqual([
      ['C-1'],
      ['C-2'],
      ['C-29', 'C-28', 'C-27', 'C-26', 'C-25', 'C-24', 'C-23', 'C-22', 'C-21', 'C-20'],
    ]);
    await second.store.close();
  });

  it('keeps no word of a message or a contact that was erased', async () => {
    const file = freshFile();
    const stage = new Stage(await openSqliteStore({ file, log: silentLog }));
    const visitor = await stage.visitor();
    await stage.says(visitor, { text: 'my secret illness' });
    await stage.says(visitor, { text: 'my parcel' });
    await stage.store.saveContacts([{ id: 'C-1', name: 'Zacharias' }], write(stage));
    await tendAll(stage);
    expect(termsOf(file, 'message')).toContain('1·illness');
    expect(termsOf(file, 'contact')).toContain('1·zacharia');
    const db = openConnection(file);
    // As erasing leaves an event: a tombstone with its place and nothing else.
    db.exec(`UPDATE event SET type = 8, text = NULL, client_id = NULL, extra = NULL WHERE seq = 1`);
    db.exec('DELETE FROM contact');
    db.close();
    expect(await found(stage, 'illness')).toEqual([]);
    expect(await found(stage, 'my')).toEqual(['my parcel']);
    expect(termsOf(file, 'message')).not.toContain('1·illness');
    expect(termsOf(file, 'message')).toContain('1·parcel');
    expect(termsOf(file, 'contact')).toEqual([]);
    await stage.store.close();
  });

  it('never holds what turned out to be sensitive', async () => {
    const file = freshFile();
    const stage = new Stage(await openSqliteStore({ file, log: silentLog }));
    const visitor = await stage.visitor();
    await stage.says(visitor, { text: 'IBAN geheim' });
    await tendAll(stage);
    expect(termsOf(file, 'message')).toContain('1·geheim');
    await stage.botAnswers(visitor, {
      text: 'geheim, is that right?',
      reason: { kind: 'form', guesses: [], sensitive: true },
    });
    await tendAll(stage);
    expect(termsOf(file, 'message')).toEqual([]);
    await stage.store.close();
  });

  it('is read by its terms, newest first, without sorting or reading all rows', async () => {
    const file = freshFile();
    await (await openSqliteStore({ file, log: silentLog })).close();
    const db = openConnection(file);
    for (const [kind, table, key] of [
      ['message', 'event', 'id'],
      ['contact', 'contact', 'key'],
      ['ticket', 'ticket', 'key'],
      ['shop_order', 'shop_order', 'key'],
    ]) {
      const plan = db
        .prepare<[], { detail: string }>(
          `EXPLAIN QUERY PLAN SELECT ${table}.* FROM search_${kind} CROSS JOIN ${table} ON ${table}.${key} = search_${kind}.rowid
           WHERE search_${kind} MATCH 'a' AND search_${kind}.rowid < 9 AND +${table}.site = 1 ORDER BY search_${kind}.rowid DESC`,
        )
        .all();
      const details = plan.map(({ detail }) => detail).join('; ');
      expect(details).toMatch(/VIRTUAL TABLE INDEX.*INTEGER PRIMARY KEY/);
      expect(details).not.toMatch(/TEMP B-TREE/);
    }
    db.close();
  });
});
