import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFakeClock } from '@solodesk/core/testing';
import type { ApiScope } from '@solodesk/core';
import { systemIds } from '../system.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { ApiKeys } from './api-keys.ts';

const ALL: ApiScope[] = ['products:write', 'orders:write', 'customers:write'];

describe('the API for shop systems', () => {
  const clock = createFakeClock(1_800_000_000_000);
  let desk: TestDesk;
  let keys: ApiKeys;
  let secret: string;
  beforeAll(async () => {
    desk = await startDesk({ sites: { shop: { country: 'DE' }, bakery: {} }, clock });
    keys = new ApiKeys(desk.store, clock, systemIds);
    ({ secret } = await keys.make('shop', 'Web shop', ALL));
  });
  afterAll(() => desk.end());

  const send = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${desk.url}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}`, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const type = response.headers.get('content-type')?.split(';')[0];
    return { status: response.status, type, headers: response.headers, body: (await response.json()) as never };
  };
  const plain = async (...of: Parameters<typeof send>) => {
    const { status, body } = await send(...of);
    return { status, body };
  };

  it('takes an order with its customer, and knows it again', async () => {
    const order = {
      ...{ number: 'TL-1042', status: 'paid', total: 9_980, currency: 'eur', placedAt: '2026-11-27T10:00:00+01:00' },
      customer: { id: 'C-7', email: 'Ada@One.example', phone: '030 123456' },
      lines: [{ product: 'shirt-1', name: 'Linen shirt', quantity: 2, price: 4_990 }],
    };
    expect(await plain('orders', order)).toEqual({ status: 201, body: { id: 'TL-1042', outcome: 'new' } });
    expect(await plain('orders', order)).toEqual({ status: 200, body: { id: 'TL-1042', outcome: 'same' } });
    expect(await plain('orders', { number: 'tl-1042', status: 'shipped' })).toEqual({
      status: 200,
      body: { id: 'TL-1042', outcome: 'changed' },
    });
    expect(await desk.store.findOrder('shop', 'TL-1042')).toMatchObject({
      status: 'shipped',
      total: 9_980,
      currency: 'EUR',
    });
    expect(await desk.store.findContact('shop', { phone: '+4930123456' })).toMatchObject({
      ...{ id: 'C-7', email: 'ada@one.example', customer: true },
    });
    expect(await desk.store.findOrder('bakery', 'TL-1042')).toBeNull();
  });

  it('takes many at once, each told of, and none where one is wrong', async () => {
    const products = [
      { id: 'a', names: { en: 'Apron' } },
      { id: 'b', stock: 3 },
    ];
    expect(await plain('products', products)).toEqual({
      status: 200,
      body: { results: products.map(({ id }) => ({ id, outcome: 'new' })) },
    });
    const answer = await send('products', [{ id: 'c' }, { id: 'd', price: 4.5, currency: 'EUR' }, { id: 'x y' }]);
    expect(answer).toMatchObject({
      status: 422,
      type: 'application/problem+json',
      body: {
        type: 'urn:solodesk:problem:invalid',
        title: 'The request is not valid',
        status: 422,
        detail: 'record 1 "price" must be a whole number of minor units (4990 for 49.90)',
        errors: [
          { pointer: '/1/price', field: 'price', reason: expect.stringContaining('minor units') },
          { pointer: '/2/id', field: 'id', reason: expect.stringContaining('letters, digits') },
        ],
      },
    });
    expect(await desk.store.findProduct('shop', 'c')).toBeNull();
    const many = Array.from({ length: 1_001 }, (_, n) => ({ id: `p${n}` }));
    expect((await send('products', many)).status).toBe(413);
    expect((await send('products', many.slice(1))).status).toBe(200);
  });

  it('adds customers by id, else by address', async () => {
    const [first, second] = [
      await plain('customers', { email: 'bo@two.example', name: 'Bo' }),
      await plain('customers', { email: 'BO@two.example', customer: true }),
    ];
    expect(first).toMatchObject({ status: 201, body: { outcome: 'new' } });
    expect(second).toEqual({ status: 200, body: { ...(first.body as object), outcome: 'changed' } });
    expect((await send('customers', { name: 'Nobody' })).status).toBe(422);
  });

  it('notes who allowed marketing mails, as the shop says it', async () => {
    const word = { marketing: true, marketingSince: '2026-01-02T00:00:00Z', marketingVersion: 'v3' };
    expect((await send('customers', { id: 'M-1', ...word })).status).toBe(201);
    const marketing = async () => {
      const contact = await desk.store.findContact('shop', { id: 'M-1' });
      return (await desk.store.profile('shop', contact?.key ?? 0))?.marketing;
    };
    expect(await marketing()).toEqual({ at: Date.parse('2026-01-02'), how: 'api', version: 'v3' });
    expect((await send('customers', { id: 'M-1', marketing: 'yes' })).status).toBe(422);
    expect((await plain('customers', { id: 'M-1', marketing: false })).body).toMatchObject({ outcome: 'changed' });
    expect(await marketing()).toBeNull();
  });

  it.each([
    ['{', 400, 'urn:solodesk:problem:malformed'],
    ['"text"', 400, 'urn:solodesk:problem:malformed'],
    ['null', 400, 'urn:solodesk:problem:malformed'],
    ['{}', 422, 'urn:solodesk:problem:invalid'],
    [`{"number":"${'x'.repeat(5_000_000)}"}`, 413, 'urn:solodesk:problem:too-large'],
  ])('answers a body that is no order with what is wrong', async (body, status, type) => {
    expect(await send('orders', body)).toMatchObject({ status, type: 'application/problem+json', body: { type } });
  });

  it('wants JSON', async () => {
    expect((await send('orders', 'number=1', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('answers every wrong key alike, and a good one of another scope with which it needs', async () => {
    const narrow = await keys.make('shop', 'Stock', ['products:write']);
    const gone = await keys.make('shop', 'Old', ALL);
    await desk.store.revokeApiKey('shop', gone.key.id, 1);
    const removed = await keys.make('no-such-site', 'Gone', ALL);
    const wrong = [
      ...['', 'Bearer', 'Bearer wrong', `Basic ${secret}`, `Bearer ${secret}x`, `Bearer ${'x'.repeat(500)}`],
      ...[gone.secret, removed.secret].map((one) => `Bearer ${one}`),
    ];
    const answers = await Promise.all(wrong.map((authorization) => send('orders', { number: '1' }, { authorization })));
    for (const { status, headers, body } of answers) {
      expect({ status, body, challenge: headers.get('www-authenticate') }).toEqual({
        status: 401,
        challenge: 'Bearer realm="Solodesk"',
        body: {
          type: 'urn:solodesk:problem:unauthorized',
          title: 'A valid API key is needed',
          status: 401,
          detail: 'send it as "Authorization: Bearer …"',
        },
      });
    }
    expect(await plain('orders', { number: '1' }, { authorization: `Bearer ${narrow.secret}` })).toMatchObject({
      status: 403,
      body: { detail: 'it needs the scope "orders:write"' },
    });
    expect(await desk.store.findOrder('shop', '1')).toBeNull();
  });

  it('does a request once for its Idempotency-Key, and gives the answer again for a day', async () => {
    const twice = (body: object, key = 'k-1') => send('products', body, { 'idempotency-key': key });
    const [first, again] = [await twice({ id: 'idem', stock: 1 }), await twice({ id: 'idem', stock: 1 })];
    expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([201, null]);
    expect([again.status, again.headers.get('idempotency-replayed'), again.body]).toEqual([201, 'true', first.body]);
    expect(await twice({ id: 'idem', stock: 2 })).toMatchObject({
      status: 422,
      body: { type: 'urn:solodesk:problem:key-reused' },
    });
    expect((await twice({ id: 'bad id' }, 'k-2')).status).toBe(422);
    expect((await twice({ id: 'mended' }, 'k-2')).status).toBe(201);
    expect((await twice({ id: 'idem' }, 'x'.repeat(201))).status).toBe(400);
    clock.advance(24 * 3_600_000);
    expect((await twice({ id: 'idem', stock: 2 })).status).toBe(200);
  });

  it('keeps no secret, and tells when a key was used last', async () => {
    const rows = await desk.store.apiKeys('shop');
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(rows.find(({ name }) => name === 'Web shop')).toMatchObject({ hint: secret.slice(0, 13) });
    expect(rows.find(({ name }) => name === 'Web shop')?.lastUsedAt).toBeGreaterThan(1_799_999_999_999);
    expect(desk.logLines.join()).not.toContain(secret);
    expect(desk.logLines.join()).not.toContain('one.example');
  });

  it('limits a key, and who tries many', async () => {
    const authorization = 'Bearer wrong';
    const wrong = [];
    for (let n = 0; n < 21; n++) wrong.push((await send('orders', {}, { authorization })).status);
    expect(wrong).toContain(429);
    const { secret: busy } = await keys.make('shop', 'Busy', ALL);
    const calls = Array.from({ length: 130 }, () => send('orders', {}, { authorization: `Bearer ${busy}` }));
    const limited = (await Promise.all(calls)).filter(({ status }) => status === 429);
    expect(limited.length).toBeGreaterThan(0);
    expect(limited[0]?.type).toBe('application/problem+json');
    expect(Number(limited[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
