import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { searchPieces } from '@solodesk/core';
import { silentLog } from '@solodesk/core/testing';
import Database from 'better-sqlite3';
import { openSqliteStore } from '../sqlite-store.ts';
import type { SqliteStore } from '../sqlite-store.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';

const MANY = 600;

describe('an import of many records that is taken back', () => {
  let directory: ReturnType<typeof temporaryDirectory>;
  let store: SqliteStore;
  let ids = 0;

  beforeEach(async () => {
    directory = temporaryDirectory();
    store = await openSqliteStore({ file: directory.file('desk.db'), log: silentLog });
  });
  afterEach(() => directory.remove());

  const write = (batch: number | null) => ({ site: 'shop', at: 1_000, uuid: () => `id-${++ids}`, batch });
  const customer = (n: number) => ({ id: `c${n}`, name: `Zyxwell Nr${n}`, email: `zyxwell${n}@mail.example` });
  const found = async (words: string) =>
    (await store.searchContacts('shop', { pieces: searchPieces(words), filter: {}, limit: 10 })).hits.length;

  async function takenBack() {
    await store.saveContacts([{ id: 'own', name: 'Kestrel', email: 'kestrel@mail.example' }], write(null));
    const { key } = await store.startBatch({ site: 'shop', kind: 'orders', file: 'orders.csv', at: 1_000 });
    const orders = Array.from({ length: MANY }, (_, n) => ({
      number: `ZQ-${n}`,
      placedAt: n + 1,
      customer: customer(n),
    }));
    await store.saveOrders(orders, write(key));
    expect(await found('zyxwell')).toBe(10);
    let steps = 0;
    for (let done = false; !done; steps++) {
      if (steps > 200) throw new Error('it never ends');
      const progress = await store.undoBatch('shop', key, { at: 2_000, limit: 100 });
      done = progress?.done ?? true;
    }
    return key;
  }

  it('leaves nothing to be found, nor a word of it in the file, and all that others wrote', async () => {
    await takenBack();
    expect([await found('zyxwell'), await found('kestrel')]).toEqual([0, 1]);
    expect(await store.orders('shop', { limit: 1 })).toEqual([]);
    await store.close();
    // The words of a search are stored as they are typed, in lower case and with their site before them.
    const bytes = readFileSync(directory.file('desk.db')).toString('latin1');
    expect(bytes).not.toMatch(/zyxwell/i);
    expect(bytes).toContain('kestrel');
  });

  it('leaves indexes that are whole, and cut out at once what is deleted next', async () => {
    await takenBack();
    await store.close();
    const db = new Database(directory.file('desk.db'));
    for (const index of ['search_contact', 'search_shop_order']) {
      expect(() => db.exec(`INSERT INTO ${index} (${index}) VALUES ('integrity-check')`)).not.toThrow();
      expect(db.prepare(`SELECT v FROM ${index}_config WHERE k = 'secure-delete'`).pluck().get()).toBe(1);
    }
    db.close();
  });

  it('goes on where it was broken off, and is not done before the words are gone', async () => {
    const { key } = await store.startBatch({ site: 'shop', kind: 'customers', file: 'customers.csv', at: 1_000 });
    await store.saveContacts(
      Array.from({ length: MANY }, (_, n) => customer(n)),
      write(key),
    );
    expect(await store.undoBatch('shop', key, { at: 2_000, limit: MANY / 2 })).toMatchObject({ done: false });
    await store.close();
    store = await openSqliteStore({ file: directory.file('desk.db'), log: silentLog });
    expect((await store.batches('shop', 1))[0]?.undoneAt).toBeNull();
    let removed = MANY / 2;
    for (let done = false; !done;) {
      const progress = await store.undoBatch('shop', key, { at: 3_000, limit: 100 });
      removed += progress?.removed ?? 0;
      done = progress?.done ?? true;
    }
    expect(removed).toBe(MANY);
    expect((await store.batches('shop', 1))[0]?.undoneAt).toBe(3_000);
    await store.close();
    expect(readFileSync(directory.file('desk.db')).toString('latin1')).not.toMatch(/zyxwell/i);
  });
});

describe('an import of few records', () => {
  it('is found by what it says, and once it is taken back by what stood before, whatever was named twice', async () => {
    const directory = temporaryDirectory();
    const file = directory.file('desk.db');
    const store = await openSqliteStore({ file, log: silentLog });
    let ids = 0;
    const write = (batch: number | null) => ({ site: 'shop', at: 1_000, uuid: () => `id-${++ids}`, batch });
    const wanted = (words: string) => ({ pieces: searchPieces(words), filter: {}, limit: 10 });
    const people = async (words: string) =>
      (await store.searchContacts('shop', wanted(words))).hits.map(({ id }) => id).sort();
    const orders = async (words: string) =>
      (await store.searchOrders('shop', wanted(words))).hits.map(({ number }) => number).sort();
    const ada = { id: 'ada', email: 'ada@mail.example' };
    const line = (name: string) => [{ product: null, name, quantity: 1, price: null }];
    await store.saveContacts([{ ...ada, name: 'Kestrel' }], write(null));
    await store.saveOrders([{ number: 'A-1', placedAt: 1, lines: line('candle') }], write(null));

    const { key } = await store.startBatch({ site: 'shop', kind: 'orders', file: 'orders.csv', at: 1_000 });
    await store.saveOrders(
      [
        { number: 'A-2', placedAt: 2, customer: { ...ada, name: 'Heron' }, lines: line('lamp') },
        { number: 'A-1', placedAt: 3, customer: { ...ada, name: 'Osprey' }, lines: line('teapot') },
        { number: 'A-3', placedAt: 4, customer: { id: 'bo', name: 'Osprey' }, lines: line('lamp') },
      ],
      write(key),
    );
    expect([await people('kestrel'), await people('heron'), await people('osprey')]).toEqual([[], [], ['ada', 'bo']]);
    expect([await orders('candle'), await orders('teapot'), await orders('lamp')]).toEqual([
      [],
      ['A-1'],
      ['A-2', 'A-3'],
    ]);
    expect(await store.undoBatch('shop', key, { at: 2_000, limit: 100 })).toMatchObject({ done: true });
    expect([await people('kestrel'), await people('osprey'), await orders('candle'), await orders('lamp')]).toEqual([
      ['ada'],
      [],
      ['A-1'],
      [],
    ]);
    // The triggers follow again.
    await store.changeContact('shop', (await store.findContact('shop', { id: 'ada' }))!.key, { name: 'Plover' }, 3_000);
    expect([await people('kestrel'), await people('plover')]).toEqual([[], ['ada']]);
    await store.close();
    const bytes = readFileSync(file).toString('latin1');
    expect(bytes).not.toMatch(/osprey|teapot/);
    directory.remove();
  });
});
