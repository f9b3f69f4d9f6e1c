import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiDesk } from '../testing/api-desk.ts';

interface Answer {
  items: { product: string; reason: object; text: { en: string; zh: string } }[];
}

const order = (number: string, who: string, products: readonly string[], status = 'paid') => ({
  ...{ number, status, placedAt: '2026-11-20T10:00:00Z', customer: { id: who, email: `${who}@example.com` } },
  lines: products.map((product) => ({ product, quantity: 1 })),
});

describe('recommendations by the API', () => {
  let at: ApiDesk;
  const ask = (query: string, key?: string) => at.ok<Answer>(`GET /api/recommendations${query}`, undefined, key);
  const items = async (query: string) => (await ask(query)).items.map(({ product }) => product);

  beforeAll(async () => {
    at = await ApiDesk.start();
    await at.ok('POST /api/products', [
      { id: 'kettle', names: { en: 'Kettle', zh: '水壶' }, price: 4000, currency: 'EUR' },
      { id: 'teapot', names: { en: 'Teapot', zh: '茶壶' }, price: 3000, currency: 'EUR' },
      { id: 'cup', names: { en: 'Cup', zh: '杯子' }, price: 900, currency: 'EUR', stock: 0 },
    ]);
    await at.ok(
      'POST /api/orders',
      Array.from({ length: 9 }, (_, n) => order(`A-${n}`, `c${n}`, n < 4 ? ['kettle', 'teapot', 'cup'] : ['kettle'])),
    );
  });
  afterAll(() => at.end());

  it('tell what goes with a product, and why, in both languages', async () => {
    const { items: found } = await ask('?product=kettle');
    expect(found).toEqual([
      {
        ...{ product: 'teapot', names: { en: 'Teapot', zh: '茶壶' }, url: null },
        reason: { kind: 'together', with: 'kettle', both: 4, of: 9 },
        text: {
          en: 'Teapot: 4 of 9 who bought Kettle bought it too.',
          zh: '茶壶：买了水壶的 9 人中有 4 人也买了它。',
        },
      },
    ]);
  });

  it('suit a customer, who is never told of what they have or sent back', async () => {
    expect(await items('?customer=c6')).toEqual(['teapot']);
    expect(await items('?customer=c1')).toEqual([]);
    await at.ok('POST /api/orders', [order('A-6b', 'c6', ['teapot'], 'returned')]);
    expect(await items('?customer=c6')).toEqual([]);
  });

  it('are none for somebody whose request is not settled, and come again after it', async () => {
    expect(await items('?customer=c7')).toEqual(['teapot']);
    const { number } = await at.ok<{ number: number }>('POST /api/tickets', {
      subject: 'It came broken',
      customer: 'c7',
    });
    expect(await items('?customer=c7')).toEqual([]);
    await at.ok(`PATCH /api/tickets/${number}`, { state: 'solved' });
    expect(await items('?customer=c7')).toEqual(['teapot']);
  });

  it('count an order as soon as it is there', async () => {
    await at.ok('POST /api/orders', [order('A-9', 'c9', ['kettle', 'teapot'])]);
    expect((await ask('?product=kettle')).items[0]?.reason).toMatchObject({ both: 5, of: 10 });
  });

  it('are told by the bot, which offers them under an answer about a product', async () => {
    const tell = async (message: string) => {
      const { replies } = await at.ok<{ replies: { text: string; quickReplies?: { label: string }[] }[] }>(
        'POST /api/receive_message',
        { message, site: 'shop' },
      );
      return replies[0];
    };
    expect((await tell('What goes with the kettle?'))?.text).toBe(
      'Goes with Kettle:\n• Teapot: 5 of 10 who bought Kettle bought it too.',
    );
    expect((await tell('水壶还有什么搭配？'))?.text).toContain('买了水壶的 10 人中有 5 人也买了它');
    expect((await tell('How much is the kettle?'))?.quickReplies).toEqual([{ label: 'What goes with it?' }]);
  });

  it('keep to a price range in one currency', async () => {
    expect(await items('?product=kettle&currency=EUR&max_price=30')).toEqual(['teapot']);
    expect(await items('?product=kettle&currency=EUR&max_price=29.99')).toEqual([]);
    expect(await items('?product=kettle&currency=USD')).toEqual([]);
  });

  it('are those of their own site, and need their scope', async () => {
    expect(await ask('?product=kettle', at.bakery)).toEqual({ items: [] });
    const narrow = await at.keyFor('products:read');
    expect((await at.call('GET /api/recommendations', undefined, narrow)).status).toBe(403);
  });

  it('refuse what cannot be meant', async () => {
    const status = async (query: string) => (await at.call(`GET /api/recommendations${query}`)).status;
    expect(await status('?customer=nobody')).toBe(404);
    for (const query of ['?limit=0', '?limit=x', '?max_price=5', '?currency=EURO', '?colour=red']) {
      expect([query, await status(query)]).toEqual([query, 422]);
    }
    expect(await status('?currency=EUR&min_price=9&max_price=5')).toBe(422);
    const told = await at.call('GET /api/recommendations?limit=0');
    expect(told.body).toMatchObject({ detail: '"limit" must be from 1 to 20' });
  });
});
