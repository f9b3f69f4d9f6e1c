import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiDesk } from '../testing/api-desk.ts';
import type { Page } from '../testing/api-desk.ts';

describe('customers, orders and products by the API', () => {
  let at: ApiDesk;
  beforeAll(async () => {
    at = await ApiDesk.start();
  });
  afterAll(() => at.end());

  it('reads customers and orders, page by page', async () => {
    const customers = Array.from({ length: 5 }, (_, n) => ({ id: `P-${n}`, email: `p${n}@two.example` }));
    await at.ok('POST /api/customers', customers);
    const orders = Array.from({ length: 5 }, (_, n) => ({
      ...{ number: `O-${n}`, total: 100, currency: 'EUR', customer: { id: 'P-1' } },
    }));
    await at.ok('POST /api/orders', orders.slice(1));
    await at.ok('POST /api/orders', orders[0]);
    expect((await at.all('/api/orders', 2)).items.map(({ number }) => number)).toEqual([
      'O-0',
      'O-4',
      'O-3',
      'O-2',
      'O-1',
    ]);
    expect((await at.all('/api/customers?search=two.example', 2)).items.map(({ id }) => id)).toEqual([
      ...['P-4', 'P-3', 'P-2', 'P-1', 'P-0'],
    ]);
    expect(await at.ok('GET /api/orders/o-3')).toMatchObject({ number: 'O-3', customer: 'P-1', total: 100 });
    expect(await at.ok('GET /api/customers/P-1')).toMatchObject({ id: 'P-1', customer: true, verified: true });
    expect((await at.ok<Page>('GET /api/customers/P-1/orders')).items).toHaveLength(5);
  });

  it('reads and removes products, also those with signs in their id', async () => {
    await at.ok(
      'POST /api/products',
      ['a', 'b/1', 'c#2'].map((id) => ({ id, names: { en: id }, price: 100, currency: 'EUR' })),
    );
    expect((await at.all('/api/products', 2)).items.map(({ id }) => id)).toEqual(['a', 'b/1', 'c#2']);
    await at.ok('POST /api/products', { id: 'd', names: { zh: '灯' } });
    await at.call('DELETE /api/products/d');
    expect(await at.ok('GET /api/products/b%2F1')).toMatchObject({ id: 'b/1', price: 100 });
    expect((await at.call('DELETE /api/products/b%2F1', undefined, at.bakery)).status).toBe(404);
    expect((await at.call('DELETE /api/products/b%2F1')).status).toBe(204);
    expect((await at.call('DELETE /api/products/b%2F1')).status).toBe(404);
  });
});
