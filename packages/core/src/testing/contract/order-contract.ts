import type { OrderDraft } from '../../domain/records/order.ts';
import type { ProductDraft } from '../../domain/records/product.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

export const orderContract: Contract = ({ describe, it, expect }, stage) => {
  const write = (site = SHOP, at = 5_000) => ({ site, at, uuid: () => stage().uuid(), batch: null });
  const save = (...drafts: OrderDraft[]) => stage().store.saveOrders(drafts, write());
  const shirt = { product: 'shirt-1', name: 'Linen shirt', quantity: 2, price: 4_990 };

  describe('orders', () => {
    it('are found by their number, with their lines and their contact', async () => {
      const customer = { id: 'C-7', name: 'Lin', email: 'lin@shop.example' };
      const draft: OrderDraft = {
        ...{ number: 'TL-1042', placedAt: 1_000, status: 'shipped', statusText: 'Unterwegs', total: 9_980 },
        ...{ currency: 'EUR', lines: [shirt], trackingUrl: 'https://post.example/1' },
      };
      const [saved] = await save({ ...draft, customer });
      expect(saved?.outcome).toBe('new');
      const { store } = stage();
      const contact = await store.findContact(SHOP, { id: 'C-7' });
      expect(contact).toMatchObject({ ...customer, verified: true, customer: true, customerSince: 1_000 });
      const found = await store.findOrder(SHOP, 'TL-1042');
      expect(found).toEqual(saved?.record);
      expect(found).toMatchObject({ ...draft, site: SHOP, contactKey: contact!.key, email: 'lin@shop.example' });
      expect(await store.findOrder(BAKERY, 'TL-1042')).toBeNull();
      expect(await store.findOrder('no-such-site', 'TL-1042')).toBeNull();
    });

    it('keep what is not said anew, and are the same when they come again', async () => {
      await save({ number: '1', status: 'paid', total: 5, currency: 'EUR', customer: { email: 'a@one.example' } });
      expect((await save({ number: '1', status: 'paid', total: 5 }))[0]?.outcome).toBe('same');
      expect((await save({ number: '1', status: 'other', statusText: 'Beim Zoll' }))[0]?.outcome).toBe('changed');
      expect((await save({ number: '1', status: 'delivered' }))[0]?.record).toMatchObject({
        ...{
          status: 'delivered',
          statusText: null,
          total: 5,
          currency: 'EUR',
          email: 'a@one.example',
          placedAt: 5_000,
        },
      });
    });

    it('of a contact come the last placed first, whatever site another has', async () => {
      const customer = { email: 'a@one.example' };
      await save(...[3, 1, 2].map((n) => ({ number: `${n}`, placedAt: n, customer })));
      await stage().store.saveOrders([{ number: '9', placedAt: 9, customer }], write(BAKERY));
      const { store } = stage();
      const contact = await store.findContact(SHOP, { email: 'a@one.example' });
      expect(contact?.customerSince).toBe(1);
      const numbers = async (site: string, limit = 9) =>
        (await store.ordersOfContact(site, contact!.key, limit)).map(({ number }) => number);
      expect(await numbers(SHOP)).toEqual(['3', '2', '1']);
      expect(await numbers(SHOP, 2)).toEqual(['3', '2']);
      expect(await numbers(BAKERY)).toEqual([]);
      const page = await store.orders(SHOP, { limit: 2 });
      expect(page.map(({ number }) => number)).toEqual(['2', '1']);
      expect((await store.orders(SHOP, { limit: 2, before: page[1]!.key })).map(({ number }) => number)).toEqual(['3']);
    });

    it('may be nobody’s', async () => {
      expect((await save({ number: '1' }))[0]?.record).toMatchObject({ contactKey: null, email: null, lines: [] });
    });

    it('never belong to a contact of what a visitor said', async () => {
      const visitor = await stage().visitor();
      const email = 'a@one.example';
      const said = await stage().store.noteVisitorContact(visitor.key, { email }, write());
      const [saved] = await save({ number: '1', customer: { email } });
      expect(saved?.record.contactKey).not.toBe(said.key);
      expect(await stage().store.ordersOfContact(SHOP, said.key, 9)).toEqual([]);
    });
  });

  describe('products', () => {
    const products = (site: string, ...drafts: ProductDraft[]) => stage().store.saveProducts(drafts, write(site));

    it('are found by their id, with what is known of them', async () => {
      const draft: ProductDraft = {
        ...{ id: 'shirt-1', names: { en: 'Linen shirt', zh: '亚麻衬衫' }, price: 4_990, currency: 'EUR', stock: 0 },
        ...{ url: 'https://shop.example/a', image: null, category: 'shirts', sizes: ['S', 'M'] },
        specification: { en: 'Washes at 40 °C.' },
      };
      const [saved] = await products(SHOP, draft);
      expect(saved).toMatchObject({ outcome: 'new', record: { site: SHOP, ...draft } });
      expect(await stage().store.findProduct(SHOP, 'shirt-1')).toEqual(saved?.record);
      expect(await stage().store.findProduct(BAKERY, 'shirt-1')).toBeNull();
    });

    it('keep what is not said anew, each language by itself', async () => {
      await products(SHOP, { id: 'a', names: { en: 'Apron' }, stock: 3, sizes: ['S'] });
      const [changed] = await products(SHOP, { id: 'a', names: { zh: '围裙' }, stock: null });
      expect(changed).toMatchObject({
        outcome: 'changed',
        record: { names: { en: 'Apron', zh: '围裙' }, stock: null },
      });
      expect((await products(SHOP, { id: 'a', sizes: ['S'] }))[0]?.outcome).toBe('same');
    });

    it('are listed by id, page by page', async () => {
      await products(SHOP, { id: 'b' }, { id: 'c' }, { id: 'a' });
      await products(BAKERY, { id: 'bread' });
      const ids = async (page: { after?: string; limit: number }) =>
        (await stage().store.products(SHOP, page)).map(({ id }) => id);
      expect(await ids({ limit: 2 })).toEqual(['a', 'b']);
      expect(await ids({ limit: 2, after: 'b' })).toEqual(['c']);
      expect(await stage().store.products('no-such-site', { limit: 2 })).toEqual([]);
    });

    it('have a version that tells every change of them, and of no other site', async () => {
      const { store } = stage();
      const version = () => store.productsVersion(SHOP);
      expect([await version(), await store.productsVersion('no-such-site')]).toEqual([0, 0]);
      await products(SHOP, { id: 'a', stock: 1 });
      const versions = [await version()];
      await products(SHOP, { id: 'a', stock: 2 });
      versions.push(await version());
      const { key } = await store.startBatch({ site: SHOP, kind: 'products', file: 'p.csv', at: 1 });
      await store.saveProducts([{ id: 'a', stock: 3 }], { ...write(SHOP), batch: key });
      versions.push(await version());
      await store.undoBatch(SHOP, key, { at: 2, limit: 9 });
      versions.push(await version());
      await store.deleteProduct(SHOP, 'a');
      versions.push(await version());
      expect(new Set([0, ...versions]).size).toBe(6);
      await products(BAKERY, { id: 'bread' });
      expect(await version()).toBe(versions.at(-1));
    });

    it('are removed by their id, on their own site', async () => {
      const { store } = stage();
      await products(SHOP, { id: 'a' });
      expect(await store.deleteProduct(BAKERY, 'a')).toBe(false);
      expect(await store.deleteProduct(SHOP, 'a')).toBe(true);
      expect([await store.deleteProduct(SHOP, 'a'), await store.findProduct(SHOP, 'a')]).toEqual([false, null]);
    });
  });
};
