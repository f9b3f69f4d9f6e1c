import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Stage, silentLog } from '@solodesk/core/testing';
import type { Database } from 'better-sqlite3';
import { openConnection } from '../database/connection.ts';
import { openSqliteStore } from '../sqlite-store.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { TABLE_DECISIONS } from './table-decisions.ts';
import { tablesOf, undecidedTables } from './undecided-tables.ts';

/** Stands in each text of the person; some way through a term of the search index it is still itself. */
const MARKER = 'zqxjkvwy';
const directory = temporaryDirectory();
const file = directory.file('desk.db');
afterAll(() => directory.remove());

/** All that the database has on the disk, its write-ahead log too. */
function onDisk(): string {
  return readdirSync(directory.path)
    .map((name) => readFileSync(directory.file(name), 'latin1'))
    .join('');
}

interface Column {
  name: string;
  type: string;
  pk: number;
}

/** What a column needs to be: JSON that the program reads, or a link. */
type Special = Readonly<Record<string, string | number | null>>;

/** Puts a row of the person into a table, with the marker in every text that may hold something of theirs. */
function fill(db: Database, table: string, special: Special): void {
  const columns = db.prepare<[string], Column>('SELECT name, type, pk FROM pragma_table_info(?)').all(table);
  const kept = TABLE_DECISIONS[table]?.kept ?? [];
  const values = columns
    .filter(
      ({ name, type, pk }) => name in special || !(pk === 1 && type === 'INTEGER' && (name === 'key' || name === 'id')),
    )
    .map(({ name, type }): [string, string | number | null] => {
      const given = special[name];
      if (given !== undefined) return [name, given];
      if (type !== 'TEXT') return [name, 1];
      return [name, kept.includes(name) ? `kept ${table} ${name}` : `${MARKER} ${table} ${name}`];
    });
  const names = values.map(([name]) => name);
  const row = values.map(([, value]) => value);
  db.prepare(`INSERT OR REPLACE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(
    row,
  );
}

describe('erasing a person', () => {
  let erased: { table: string; erased: number; anonymised: number }[] = [];
  let rehearsed: typeof erased = [];
  let conversation = '';
  let texts: Record<string, unknown[]> = {};
  let taken: Record<string, unknown[]> = {};

  beforeAll(async () => {
    const store = await openSqliteStore({ file, log: silentLog });
    const stage = new Stage(store);
    const other = await stage.visitor();
    await stage.says(other, { text: 'somebody else' });
    const visitor = await stage.visitor();
    // Many of both, mixed, so that rows move from page to page.
    for (let n = 0; n < 1200; n++) {
      await stage.says(n % 2 === 0 ? visitor : other, {
        text: `${n % 2 === 0 ? MARKER : 'another'} word ${n} ${'and so on '.repeat(n % 40)}`,
      });
    }
    // What is sensitive is in no index, and what is no message has no words.
    await stage.botAnswers(visitor, { handoff: 'asked', reason: { kind: 'form', guesses: [], sensitive: true } });
    conversation = (await stage.conversation(visitor)).id;
    while (await store.tendSearch(50));

    const db = openConnection(file);
    const site = db.prepare<[], number>(`SELECT key FROM site WHERE id = 'shop'`).pluck().get() ?? 0;
    const links: Special = { site, visitor: visitor.key, conversation: visitor.key, contact: 1, ticket: 1 };
    const ticketBody = JSON.stringify({
      subject: MARKER,
      contact: { name: MARKER },
      locale: 'en',
      level: 'low',
      extra: MARKER,
    });
    const special: Record<string, Special> = {
      visitor: { key: visitor.key },
      conversation: { key: visitor.key, id: conversation, state: 'closed', tickets: '', last_seq: 75 },
      event: { id: 10_000, seq: 50_000, type: 0, extra: JSON.stringify({ intent: MARKER }) },
      contact: { key: 1, id: `${MARKER}-contact`, email: `${MARKER}@one.example`, written_by: null },
      ticket: { key: 1, body: ticketBody, state: 'open' },
      shop_order: { key: 1, lines: '[]' },
      survey_request: { score: 7 },
      promise: { kept_at: 5, broken_at: null, withdrawn_at: null },
      job: { conversation: null, payload: JSON.stringify({ to: { address: `${MARKER}@one.example` } }) },
      api_request: { body: JSON.stringify({ email: `${MARKER}@one.example` }) },
      batch_row: { kind: 1, key: 1 },
      contact_merge: { winner: 1, loser: 999 },
      feedback: { key: 1, email: `${MARKER}@one.example` },
      sent_mail: { address: `${MARKER}@one.example` },
      queue_mark: { kind: 0, subject: visitor.key },
      guess_level: { bucket: `visitor:${visitor.key}` },
    };
    for (const [table, { steps }] of Object.entries(TABLE_DECISIONS)) {
      if (steps !== undefined) fill(db, table, { ...links, ...special[table] });
    }
    // One of each way in which a row can be theirs.
    fill(db, 'job', { ...links, outbox_key: null, payload: null, kind: 'mail_owner', error: MARKER });
    fill(db, 'job', {
      ...links,
      ...special.job,
      outbox_key: 'done:1',
      payload: null,
      error: `550 ${MARKER}@one.example`,
    });
    fill(db, 'batch_row', { ...links, kind: 2, key: 1, batch: 2 });
    fill(db, 'batch_row', { ...links, kind: 4, key: 1, batch: 3 });
    fill(db, 'survey_request', { ...links, score: null, id: 'unanswered', token: MARKER, leave_token: MARKER });
    fill(db, 'promise', { ...links, kept_at: null, broken_at: null, withdrawn_at: null });
    db.prepare(`UPDATE visitor SET claims = ? WHERE key = ?`).run(JSON.stringify({ note: MARKER }), visitor.key);
    db.close();

    expect(onDisk()).toContain(MARKER);
    rehearsed = (await store.rehearseErasure('shop', { contact: 1 }))?.rows ?? [];
    taken = (await store.personRows('shop', { contact: 1 })) ?? {};
    const erasure = await store.erasePerson('shop', { contact: 1 }, { id: 'r-1', at: 9_000, by: 'Mara' });
    erased = [...(erasure?.rows ?? [])];
    expect(await store.scrub()).toBe(true);
    const after = openConnection(file);
    const all = tablesOf(after).filter((table) => !table.startsWith('search_'));
    texts = Object.fromEntries(all.map((table) => [table, after.prepare(`SELECT * FROM ${table}`).all()]));
    after.close();
    await store.close();
  });

  it('leaves no word of theirs in any table', () => {
    for (const rows of Object.values(texts)) expect(JSON.stringify(rows)).not.toContain(MARKER);
  });

  it('leaves no word of theirs in any file of the database, the index and what was freed included', () => {
    const bytes = onDisk();
    const at = bytes.indexOf(MARKER.slice(0, 5));
    expect(at === -1 ? '' : bytes.slice(at - 60, at + 60)).toBe('');
  });

  it('lists what it did in each table that has a decision, as the rehearsal said', () => {
    const decided = Object.entries(TABLE_DECISIONS).filter(([, { steps }]) => steps !== undefined);
    expect(erased.map(({ table }) => table).sort()).toEqual(decided.map(([table]) => table).sort());
    expect(rehearsed).toEqual(erased);
  });

  it('could be taken along before, row by row: all that went is there', () => {
    expect(Object.keys(taken).sort()).toEqual(erased.map(({ table }) => table).sort());
    for (const { table, erased: gone, anonymised } of erased) {
      expect([table, taken[table]?.length]).toEqual([table, gone + anonymised]);
    }
    expect(JSON.stringify(taken)).not.toContain('another word');
  });

  it('leaves what others said, and a tombstone of what they said', () => {
    const said = JSON.stringify(texts.event);
    expect(said.match(/another word/g)).toHaveLength(600);
    expect(texts.event).toHaveLength(602);
    expect(texts.event?.at(-1)).toMatchObject({ type: 8, text: null, extra: JSON.stringify({ conversation }) });
  });

  it('leaves orders with their amounts, tickets with their moments and scores as figures, of nobody', () => {
    expect(texts.shop_order).toMatchObject([
      { number: 'kept shop_order number', total: 1, contact: null, email: null },
    ]);
    expect(texts.ticket).toMatchObject([
      { state: 'closed', contact: null, conversation: null, search: '', created_at: 1 },
    ]);
    expect(texts.survey_request).toMatchObject([{ score: 7, visitor: null, word: '', token: null }]);
  });
});

describe('the schema', () => {
  it('has a decision for each of its tables: decide in table-decisions.ts what becomes of a new one', () => {
    const db = openConnection(file);
    expect(undecidedTables(db)).toEqual([]);
    expect(Object.keys(TABLE_DECISIONS).filter((table) => !tablesOf(db).includes(table))).toEqual([]);
    db.exec('CREATE TABLE gift (visitor INTEGER, words TEXT)');
    db.exec('ALTER TABLE presence ADD COLUMN contact INTEGER');
    expect(undecidedTables(db)).toEqual(['presence', 'gift']);
    db.close();
  });
});
