import type { RecordKind } from '../../domain/records/record-batch.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';
import { ask } from './survey-contract.ts';
import { made } from './ticket-contract.ts';

export const batchContract: Contract = ({ describe, it, expect }, stage) => {
  const start = (kind: RecordKind, site = SHOP, at = 1_000) =>
    stage().store.startBatch({ site, kind, file: `${kind}.csv`, at });
  const write = (batch: number | null, at = 1_000) => ({ site: SHOP, at, uuid: () => stage().uuid(), batch });
  const undo = async (key: number, limit = 1_000) => stage().store.undoBatch(SHOP, key, { at: 9_000, limit });
  const done = { removed: 0, restored: 0, kept: 0, done: true };

  describe('a batch of records', () => {
    it('counts what came of its rows, and is listed newest first', async () => {
      const { store } = stage();
      await store.saveProducts([{ id: 'a', stock: 1 }, { id: 'b' }], write(null));
      const { key } = await start('products');
      await store.saveProducts([{ id: 'a', stock: 2 }, { id: 'b' }, { id: 'c' }], write(key));
      const finished = await store.finishBatch(SHOP, key, { at: 2_000, refused: 4 });
      expect(finished).toEqual({
        ...{ key, site: SHOP, kind: 'products', file: 'products.csv', startedAt: 1_000, finishedAt: 2_000 },
        ...{ undoneAt: null, counts: { new: 1, changed: 1, same: 1, refused: 4 } },
      });
      const later = await start('orders');
      await start('orders', BAKERY);
      expect(await store.batches(SHOP, 9)).toEqual([later, finished]);
      expect(await store.batches(SHOP, 1)).toEqual([later]);
      expect(await store.finishBatch(BAKERY, key, { at: 1, refused: 0 })).toBeNull();
    });

    it('takes each record once, also one that it found to be the same', async () => {
      const { store } = stage();
      await store.saveProducts([{ id: 'a', stock: 1 }], write(null));
      const { key } = await start('products');
      const outcomes = async (stock: number) => {
        const saved = await store.saveProducts(
          [
            { id: 'a', stock },
            { id: 'b', stock },
          ],
          write(key),
        );
        return saved.map(({ outcome, record }) => [outcome, record.stock]);
      };
      expect(await outcomes(1)).toEqual([
        ['same', 1],
        ['new', 1],
      ]);
      expect(await outcomes(7)).toEqual([
        ['repeated', 1],
        ['repeated', 1],
      ]);
      expect((await store.batches(SHOP, 1))[0]?.counts).toEqual({ new: 1, changed: 0, same: 1, refused: 0 });
    });

    it('is taken back: what it added is gone, and what it changed is as before', async () => {
      const { store } = stage();
      const customer = { id: 'C-1', name: 'Ada', email: 'ada@one.example' };
      await store.saveOrders([{ number: '1', status: 'paid', total: 5, customer }], write(null));
      const [before, person] = [await store.findOrder(SHOP, '1'), await store.findContact(SHOP, { id: 'C-1' })];
      const { key } = await start('orders');
      await store.saveOrders(
        [
          { number: '1', status: 'shipped', placedAt: 3, customer: { id: 'C-1', name: 'Ada L.' } },
          { number: '2', customer: { email: 'new@one.example' } },
          { number: '3', customer: { email: 'new@one.example', name: 'New' } },
        ],
        write(key),
      );
      expect((await store.findContact(SHOP, { id: 'C-1' }))?.customerSince).toBe(3);
      expect(await undo(key)).toEqual({ ...done, removed: 3, restored: 2 });
      expect(await store.findOrder(SHOP, '1')).toEqual(before);
      expect(await store.findContact(SHOP, { id: 'C-1' })).toEqual(person);
      expect(await store.findOrder(SHOP, '2')).toBeNull();
      expect(await store.findContact(SHOP, { email: 'new@one.example' })).toBeNull();
      expect((await store.batches(SHOP, 1))[0]?.undoneAt).toBe(9_000);
      expect(await undo(key)).toBeNull();
    });

    it('says who allowed marketing, dates nothing anew, and is taken back in that too', async () => {
      const { store } = stage();
      const marketing = async (id: string) => {
        const contact = await store.findContact(SHOP, { id });
        return contact && (await store.profile(SHOP, contact.key))?.marketing;
      };
      const [old] = await store.saveContacts([{ id: 'old' }, { id: 'told' }, { id: 'left' }], write(null));
      const told = await store.findContact(SHOP, { id: 'told' });
      await store.changeProfile(SHOP, told?.key ?? 0, { marketing: { at: 5, how: 'owner' } });
      const list = [
        { id: 'old', marketing: true, marketingVersion: 'v2' },
        { id: 'told', marketing: true },
        { id: 'new', marketingSince: 77 },
        { id: 'left', marketing: false },
      ];
      const { key } = await start('customers');
      const outcomes = (await store.saveContacts(list, write(key))).map(({ outcome }) => outcome);
      expect(outcomes).toEqual(['changed', 'same', 'new', 'same']);
      expect([
        await marketing('old'),
        await marketing('told'),
        await marketing('new'),
        await marketing('left'),
      ]).toEqual([
        { at: 1_000, how: 'import', version: 'v2' },
        { at: 5, how: 'owner' },
        { at: 77, how: 'import' },
        null,
      ]);
      const again = await start('customers');
      const repeated = await store.saveContacts(list, write(again.key, 2_000));
      expect(repeated.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same', 'same']);
      await store.changeProfile(SHOP, old?.record.key ?? 0, { addTags: ['vip'] });
      expect(await undo(key)).toEqual({ ...done, removed: 1, restored: 1 });
      expect([await marketing('old'), await marketing('told'), await marketing('new')]).toEqual([
        null,
        { at: 5, how: 'owner' },
        null,
      ]);
      expect((await store.profile(SHOP, old?.record.key ?? 0))?.tags).toEqual(['vip']);
    });

    it('leaves what was said of marketing since, and a program that says no is heard at once', async () => {
      const { store } = stage();
      const { key } = await start('customers');
      const [ada] = await store.saveContacts([{ id: 'a', name: 'Ada', marketing: true }], write(key));
      const contact = ada?.record.key ?? 0;
      const later = { at: 4_000, how: 'form', version: 'v1' };
      await store.changeProfile(SHOP, contact, { marketing: later });
      expect(await undo(key)).toEqual({ ...done, kept: 1 });
      expect((await store.profile(SHOP, contact))?.marketing).toEqual(later);
      await store.saveContacts([{ id: 'a', marketing: false }], write(null));
      expect((await store.profile(SHOP, contact))?.marketing).toBeNull();
      await store.saveContacts([{ id: 'a', marketing: true }], write(null, 6_000));
      expect((await store.profile(SHOP, contact))?.marketing).toEqual({ at: 6_000, how: 'api' });
    });

    it('is taken back step by step', async () => {
      const { store } = stage();
      const { key } = await start('products');
      await store.saveProducts(
        ['a', 'b', 'c'].map((id) => ({ id })),
        write(key),
      );
      expect(await undo(key, 2)).toEqual({ ...done, removed: 2, done: false });
      expect((await store.products(SHOP, { limit: 9 })).map(({ id }) => id)).toEqual(['a']);
      expect(await undo(key, 2)).toEqual({ ...done, removed: 1 });
      expect(await store.products(SHOP, { limit: 9 })).toEqual([]);
    });

    it('leaves alone what others changed since, and contacts that are in use', async () => {
      const { store } = stage();
      const { key } = await start('customers');
      await store.saveContacts([{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }], write(key));
      await store.saveContacts([{ id: 'a', name: 'Ada' }], write(null));
      await store.saveOrders([{ number: '1', placedAt: 1, customer: { id: 'b' } }], write(null));
      const visitor = await stage().visitor();
      await store.linkVerifiedVisitor(visitor.key, 'c', write(null));
      expect(await undo(key)).toEqual({ ...done, removed: 1, kept: 3 });
      expect((await store.contacts(SHOP, { limit: 9 })).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    });

    it('leaves alone contacts that tickets and surveys are of', async () => {
      const { store } = stage();
      const { key } = await start('customers');
      const [a, b] = await store.saveContacts([{ id: 'a' }, { id: 'b' }, { id: 'c' }], write(key));
      await made(stage(), { birth: { contactKey: a?.record.key ?? null } });
      await store.askSurvey(ask('1', { contactKey: b?.record.key ?? null }));
      expect(await undo(key)).toEqual({ ...done, removed: 1, kept: 2 });
      expect((await store.contacts(SHOP, { limit: 9 })).map(({ id }) => id)).toEqual(['b', 'a']);
    });

    it('is taken back under a later one too, whose changes stay', async () => {
      const { store } = stage();
      const first = await start('products');
      await store.saveProducts([{ id: 'a', stock: 1 }, { id: 'b' }], write(first.key));
      const second = await start('products');
      await store.saveProducts([{ id: 'a', stock: 2 }, { id: 'b' }], write(second.key));
      expect(await undo(first.key)).toEqual({ ...done, removed: 1, kept: 1 });
      expect((await store.findProduct(SHOP, 'a'))?.stock).toBe(2);
    });

    it('can be taken back after a later one was, to what was there before both', async () => {
      const { store } = stage();
      await store.saveProducts([{ id: 'a', stock: 0 }], write(null));
      const first = await start('products');
      await store.saveProducts([{ id: 'a', stock: 1 }], write(first.key));
      const second = await start('products');
      await store.saveProducts([{ id: 'a', stock: 2 }], write(second.key));
      await undo(second.key);
      expect(await undo(first.key)).toEqual({ ...done, restored: 1 });
      expect((await store.findProduct(SHOP, 'a'))?.stock).toBe(0);
    });

    it("is its site's, and forgotten when it is old", async () => {
      const { store } = stage();
      const old = await start('products');
      const young = await start('products', SHOP, 2_000);
      await store.saveProducts([{ id: 'a' }], write(old.key));
      expect(await store.undoBatch(BAKERY, old.key, { at: 1, limit: 9 })).toBeNull();
      expect(await undo(99)).toBeNull();
      await store.forgetBatches(BAKERY, 2_000);
      await store.forgetBatches(SHOP, 2_000);
      expect(await undo(old.key)).toBeNull();
      expect(await undo(young.key)).toEqual(done);
      expect((await store.findProduct(SHOP, 'a'))?.id).toBe('a');
    });
  });
};
