import { describe, expect, it } from '@jest/globals';
import type { Product, ProductDraft } from '@solodesk/core';
import { createMemoryStore, silentLog } from '@solodesk/core/testing';
import { SiteProducts } from './site-products.ts';

const store = createMemoryStore();
const save = (site: string, ...drafts: ProductDraft[]) =>
  store.saveProducts(drafts, { site, at: 1, uuid: () => 'u', batch: null });
const products = new SiteProducts(store, silentLog);
const FILED: Product[] = [
  {
    ...{
      id: 'apron',
      names: { en: 'Apron', zh: '围裙' },
      price: 20,
      currency: 'EUR',
      url: 'https://shop.example/apron',
    },
    ...{ stock: 9, sizes: ['one size'], descriptions: { en: 'Ties at the back.' }, specs: { en: ['linen'] } },
  },
];

describe('the products that a bot knows', () => {
  it('are those of the file where nothing else is known', async () => {
    expect(await products.of('plain', FILED)).toBe(FILED);
  });

  it('are those of the store too, in units of their currency, their specification line by line', async () => {
    await save(
      'shop',
      {
        id: 'shirt',
        names: { en: 'Shirt' },
        price: 4_990,
        currency: 'EUR',
        specification: { en: '180 g/m²|linen\nwashes' },
      },
      { id: 'sake', names: { zh: '清酒' }, price: 4_990, currency: 'JPY', stock: 0, sizes: ['720 ml'] },
      { id: 'tea', names: { en: 'Tea' }, price: 1_500, currency: 'KWD', url: 'https://shop.example/tea' },
      { id: 'nameless', price: 1, currency: 'EUR' },
    );
    expect(await products.of('shop', FILED)).toEqual([
      ...FILED,
      { id: 'sake', names: { zh: '清酒' }, price: 4_990, currency: 'JPY', url: null, stock: 0, sizes: ['720 ml'] },
      {
        ...{ id: 'shirt', names: { en: 'Shirt' }, price: 49.9, currency: 'EUR', url: null },
        specs: { en: ['180 g/m²', 'linen', 'washes'] },
      },
      { id: 'tea', names: { en: 'Tea' }, price: 1.5, currency: 'KWD', url: 'https://shop.example/tea' },
    ]);
  });

  it('with an id that the file has too are as they were sent; the file says what that leaves open', async () => {
    await save('both', { id: 'apron', names: { en: 'Kitchen apron' }, price: 1_950, currency: 'USD', stock: 0 });
    expect(await products.of('both', FILED)).toEqual([
      { ...FILED[0], names: { en: 'Kitchen apron', zh: '围裙' }, price: 19.5, currency: 'USD', stock: 0 },
    ]);
    await save('both', { id: 'apron', price: null, currency: null, stock: null, sizes: ['S'] });
    expect(await products.of('both', FILED)).toMatchObject([{ price: 20, currency: 'EUR', stock: 9, sizes: ['S'] }]);
  });

  it('are the same array until one of them changes', async () => {
    const first = await products.of('shop', FILED);
    expect(await products.of('shop', FILED)).toBe(first);
    await store.deleteProduct('shop', 'tea');
    expect((await products.of('shop', FILED)).map(({ id }) => id)).toEqual(['apron', 'sake', 'shirt']);
    expect(await products.of('shop', [])).toHaveLength(2);
  });

  it('are read page by page, however many there are', async () => {
    await save('large', ...Array.from({ length: 250 }, (_, n) => ({ id: `p${n}`, names: { en: `Product ${n}` } })));
    expect(await products.of('large', [])).toHaveLength(250);
  });
});
