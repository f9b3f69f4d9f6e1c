import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { API_SCOPES } from '@solodesk/core';
import type { ApiScope } from '@solodesk/core';
import { createFakeClock } from '@solodesk/core/testing';
import { systemIds } from '../system.ts';
import { ApiCaller } from '../testing/api-caller.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { ApiKeys } from './api-keys.ts';

const HOUR = 3_600_000;
/** A Monday. */
const NOW = Date.parse('2026-11-30T08:00:00Z');

describe('the API', () => {
  const clock = createFakeClock(NOW);
  let desk: TestDesk;
  let api: ApiCaller;
  let shop: string;
  let bakery: string;
  let narrow: string;
  beforeAll(async () => {
    const hours = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['09:00-12:00']]));
    const site = { hours, timeZone: 'UTC', country: 'DE' };
    desk = await startDesk({ sites: { shop: site, bakery: site }, clock, environment: { LIMITS: 'off' } });
    const keys = new ApiKeys(desk.store, clock, systemIds);
    const make = async (of: string, scopes: readonly ApiScope[]) =>
      (await keys.make(of, 'Other system', scopes)).secret;
    shop = await make('shop', API_SCOPES);
    bakery = await make('bakery', API_SCOPES);
    narrow = await make('shop', ['products:write']);
    api = await ApiCaller.open(desk.url);
  });
  afterAll(() => desk.end());

  const call = (request: string, body?: unknown, key = shop, headers?: Record<string, string>) =>
    api.call(request, { key, body, ...(headers && { headers }) });
  const ok = async <T = never>(request: string, body?: unknown, key = shop): Promise<T> => {
    const answer = await call(request, body, key);
    if (answer.status >= 300) throw new Error(`${request}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  };
  interface Page {
    items: { name?: string; id?: string; number?: string; subject?: string; text?: string; type?: string }[];
    next: string | null;
  }
  /** All pages of a list, and how many there were. */
  const all = async (address: string, limit: number) => {
    const items: Page['items'] = [];
    let pages = 0;
    let cursor: string | null = null;
    do {
      const joint = address.includes('?') ? '&' : '?';
      const page: Page = await ok(`GET ${address}${joint}limit=${limit}${cursor === null ? '' : `&cursor=${cursor}`}`);
      items.push(...page.items);
      pages += 1;
      cursor = page.next;
    } while (cursor !== null);
    return { items, pages };
  };

  it('is described by a valid OpenAPI 3.1 document', async () => {
    const result = await new Validator().validate(structuredClone(api.document) as never);
    expect(result).toEqual({ valid: true });
    expect(Object.keys(api.document.paths)).toContain('/api/tickets/{ticket}');
  });

  describe('tickets', () => {
    it('are made, read, listed page by page, found and changed', async () => {
      await ok('POST /api/customers', { id: 'C-7', email: 'ada@one.example', name: 'Ada' });
      const details = [
        { slot: 'order', label: 'Order', value: 'TL-1042' },
        { slot: 'iban', label: 'IBAN', value: 'DE00 1234', sensitive: true },
      ];
      const made = await ok('POST /api/tickets', {
        ...{
          subject: 'The lid is cracked',
          text: 'It came so.\nPlease help.',
          category: 'returns',
          customer: 'C-7',
          details,
        },
        dueAt: '2026-12-01T10:00:00+01:00',
      });
      expect(made).toMatchObject({
        ...{ name: 'SHOP-T1', number: 1, state: 'new', category: 'returns', customer: 'C-7', conversation: null },
        ...{ contact: { name: 'Ada', email: 'ada@one.example' }, dueAt: '2026-12-01T09:00:00.000Z', locale: 'en' },
        history: [{ by: 'api', type: 'made' }],
      });
      expect(JSON.stringify(made)).not.toContain('DE00');
      expect(await ok('GET /api/tickets/shop-t1')).toEqual(made);
      expect(await ok('GET /api/tickets/1')).toEqual(made);
      for (const subject of ['Second', 'Third', 'Fourth', 'Fifth']) await ok('POST /api/tickets', { subject });
      const { items, pages } = await all('/api/tickets', 2);
      expect([new Set(items.map(({ name }) => name)).size, items.length, pages]).toEqual([5, 5, 3]);
      expect((await all('/api/tickets?search=lid', 9)).items).toHaveLength(1);
      expect((await all('/api/tickets?category=returns', 9)).items).toHaveLength(1);
      const changed = await ok('PATCH /api/tickets/SHOP-T1', {
        state: 'solved',
        category: 'complaints',
        note: 'Sent anew.',
      });
      expect(changed).toMatchObject({ state: 'solved', category: 'complaints', solvedAt: expect.any(String) });
      expect((changed as { history: object[] }).history).toMatchObject([
        { type: 'made' },
        { type: 'category', from: 'returns', to: 'complaints', by: 'api' },
        { type: 'state', from: 'new', to: 'solved', by: 'api' },
        { type: 'note', text: 'Sent anew.' },
      ]);
      expect((await all('/api/tickets?state=solved', 9)).items).toHaveLength(1);
    });

    it('of a conversation name it, and it can be read', async () => {
      const visitor = await desk.visit();
      await visitor.mustSay('How long does delivery take?');
      await visitor.answerTo(1);
      const row = (await desk.store.inbox('shop', { filter: 'open', limit: 1 }))[0];
      const { items, pages } = await all(`/api/conversations/${row?.conversation.id}/messages`, 1);
      expect(items.map(({ type, text }) => [type, text])).toEqual([
        ['visitor_message', 'How long does delivery take?'],
        ['bot_message', 'Two to four days.'],
      ]);
      expect(pages).toBe(2);
      expect((await call(`GET /api/conversations/${row?.conversation.id}/messages`, undefined, bakery)).status).toBe(
        404,
      );
    });

    it.each([
      [{}, 'subject', '/subject'],
      [{ subject: 'x', contact: { email: 'no' } }, 'contact.email', '/contact/email'],
      [{ subject: 'x', details: [{ slot: 'a/b', label: 'l', value: 'v' }] }, 'details.0.slot', '/details/0/slot'],
      [{ subject: 'x', customer: 'nobody' }, 'customer', '/customer'],
      [{ subject: 'a\u0000b' }, 'subject', '/subject'],
      [{ subject: 'x', surprise: 1 }, 'surprise', '/surprise'],
      [{ subject: 'x', dueAt: 'tomorrow' }, 'dueAt', '/dueAt'],
    ])('%j is refused with the field', async (body, field, pointer) => {
      expect(await call('POST /api/tickets', body)).toMatchObject({
        status: 422,
        body: { type: 'urn:solodesk:problem:invalid', errors: [{ in: 'body', field, pointer }] },
      });
    });
  });

  it('reads customers and orders, page by page', async () => {
    const customers = Array.from({ length: 5 }, (_, n) => ({ id: `P-${n}`, email: `p${n}@two.example` }));
    await ok('POST /api/customers', customers);
    const orders = Array.from({ length: 5 }, (_, n) => ({
      ...{ number: `O-${n}`, total: 100, currency: 'EUR', customer: { id: 'P-1' } },
    }));
    await ok('POST /api/orders', orders.slice(1));
    await ok('POST /api/orders', orders[0]);
    expect((await all('/api/orders', 2)).items.map(({ number }) => number)).toEqual([
      'O-0',
      'O-4',
      'O-3',
      'O-2',
      'O-1',
    ]);
    expect((await all('/api/customers?search=two.example', 2)).items.map(({ id }) => id)).toEqual([
      ...['P-4', 'P-3', 'P-2', 'P-1', 'P-0'],
    ]);
    expect(await ok('GET /api/orders/o-3')).toMatchObject({ number: 'O-3', customer: 'P-1', total: 100 });
    expect(await ok('GET /api/customers/P-1')).toMatchObject({ id: 'P-1', customer: true, verified: true });
    expect((await ok<Page>('GET /api/customers/P-1/orders')).items).toHaveLength(5);
  });

  it('reads and removes products, also those with signs in their id', async () => {
    await ok(
      'POST /api/products',
      ['a', 'b/1', 'c#2'].map((id) => ({ id, names: { en: id }, price: 100, currency: 'EUR' })),
    );
    expect((await all('/api/products', 2)).items.map(({ id }) => id)).toEqual(['a', 'b/1', 'c#2']);
    await ok('POST /api/products', { id: 'd', names: { zh: '灯' } });
    await call('DELETE /api/products/d');
    expect(await ok('GET /api/products/b%2F1')).toMatchObject({ id: 'b/1', price: 100 });
    expect((await call('DELETE /api/products/b%2F1', undefined, bakery)).status).toBe(404);
    expect((await call('DELETE /api/products/b%2F1')).status).toBe(204);
    expect((await call('DELETE /api/products/b%2F1')).status).toBe(404);
  });

  describe('appointments', () => {
    const at = (hour: number, minute = 0) => new Date(NOW + (hour - 8) * HOUR + minute * 60_000).toISOString();
    const span = (hour: number) => ({ startsAt: at(hour), endsAt: at(hour, 30) });

    it('are booked once, listed, moved and cancelled; free slots follow', async () => {
      const free = async () =>
        (await ok<{ items: { startsAt: string }[] }>('GET /api/appointments/free?days=1&minutes=30')).items.map(
          ({ startsAt }) => startsAt,
        );
      const before = await free();
      expect(before[0]).toBe(at(9));
      const booked = await ok<{ id: string }>('POST /api/appointments', {
        ...span(9),
        service: 'first-visit',
        customer: 'P-1',
      });
      expect(booked).toMatchObject({ ...span(9), customer: 'P-1', state: 'booked', sequence: 0 });
      expect(await free()).toEqual(before.slice(1));
      expect(await call('POST /api/appointments', { ...span(9), service: 'x' })).toMatchObject({
        status: 409,
        body: { detail: 'the time is taken' },
      });
      const second = await ok<{ id: string }>('POST /api/appointments', { id: 'mine', ...span(10), service: 'x' });
      expect(await ok('POST /api/appointments', { id: 'mine', ...span(10), service: 'x' })).toEqual(second);
      const list = await all(`/api/appointments?from=${at(0)}&to=${at(24)}`, 1);
      expect([list.items.map(({ id }) => id), list.pages]).toEqual([[booked.id, 'mine'], 2]);
      expect((await call(`PATCH /api/appointments/mine`, span(9))).status).toBe(409);
      expect(await ok('PATCH /api/appointments/mine', span(11))).toMatchObject({ ...span(11), sequence: 1 });
      expect(await ok('GET /api/appointments/mine')).toMatchObject(span(11));
      for (let n = 0; n < 2; n++)
        expect(await ok('POST /api/appointments/mine/cancel')).toMatchObject({ state: 'cancelled' });
      expect((await call('PATCH /api/appointments/mine', span(10))).status).toBe(404);
    });

    it('that two book at once are one’s', async () => {
      const bookings = Array.from({ length: 5 }, () =>
        call('POST /api/appointments', { ...span(15), service: 'race' }),
      );
      const statuses = (await Promise.all(bookings)).map(({ status }) => status).sort();
      expect(statuses).toEqual([201, 409, 409, 409, 409]);
    });

    it.each([
      { startsAt: at(9), endsAt: at(9) },
      { startsAt: at(9), endsAt: at(8) },
      { startsAt: at(9), endsAt: at(40) },
    ])('must end after they begin, within a day: %j', async (times) => {
      expect(await call('POST /api/appointments', { ...times, service: 'x' })).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'endsAt' }] },
      });
    });
  });

  it('manages webhooks, and keeps their secret with no answer', async () => {
    const body = { url: 'https://hooks.example/a', events: ['ticket.created'] };
    const headers = { 'idempotency-key': 'hook-1' };
    const first = await call('POST /api/webhooks', body, shop, headers);
    const again = await call('POST /api/webhooks', body, shop, headers);
    const { id, secret } = first.body as { id: string; secret: string };
    expect([first.status, again.body, again.headers.get('idempotency-replayed')]).toEqual([201, first.body, 'true']);
    expect(secret).toMatch(/^whsec_/);
    const listed = await ok<Page>('GET /api/webhooks');
    expect(listed.items).toHaveLength(1);
    expect(JSON.stringify(listed)).not.toContain(secret);
    expect(await ok(`PATCH /api/webhooks/${id}`, { paused: true })).toMatchObject({
      paused: true,
      events: body.events,
    });
    expect(await ok(`POST /api/webhooks/${id}/test`)).toMatchObject({ status: null, reason: expect.any(String) });
    expect((await call(`DELETE /api/webhooks/${id}`, undefined, bakery)).status).toBe(404);
    expect((await call(`DELETE /api/webhooks/${id}`)).status).toBe(204);
    expect((await ok<Page>('GET /api/webhooks')).items).toEqual([]);
  });

  it('answers what is another site’s as what there is not', async () => {
    await ok('POST /api/appointments', {
      id: 'theirs',
      startsAt: '2027-01-04T09:00:00Z',
      endsAt: '2027-01-04T10:00:00Z',
      service: 'x',
    });
    for (const [real, none] of [
      ['/api/tickets/1', '/api/tickets/999'],
      ['/api/customers/P-1', '/api/customers/none'],
      ['/api/orders/O-1', '/api/orders/none'],
      ['/api/products/a', '/api/products/none'],
      ['/api/appointments/theirs', '/api/appointments/none'],
    ]) {
      const [foreign, missing] = [await call(`GET ${real}`, undefined, bakery), await call(`GET ${none}`)];
      expect([foreign.status, foreign.body]).toEqual([404, missing.body]);
    }
  });

  it('says what is wrong with the request itself', async () => {
    expect(await call('GET /api/nothing')).toMatchObject({
      status: 404,
      body: { type: 'urn:solodesk:problem:not-found' },
    });
    const wrong = await call('PATCH /api/tickets', {});
    expect([wrong.status, wrong.headers.get('allow'), wrong.headers.get('content-type')]).toEqual([
      ...[405, 'GET, HEAD, POST', 'application/problem+json; charset=utf-8'],
    ]);
    expect((await call('DELETE /api/receive_message')).headers.get('allow')).toBe('POST, OPTIONS');
    expect(await call('POST /api/tickets', '{\n  "subject": "x",,\n}')).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('line 2, column 18') },
    });
    expect((await call('POST /api/tickets', JSON.stringify({ subject: 'x'.repeat(5_000_000) }))).status).toBe(413);
    expect((await call('POST /api/tickets', {}, shop, { 'content-type': 'text/plain' })).status).toBe(415);
    expect(await call('GET /api/tickets?limit=1000&color=red')).toMatchObject({
      status: 422,
      body: {
        errors: [
          { in: 'query', field: 'limit' },
          { in: 'query', field: 'color' },
        ],
      },
    });
    for (const cursor of ['x', 'bnVsbA', 'MTIzNDU2']) {
      expect((await call(`GET /api/tickets?cursor=${cursor}`)).body).toMatchObject({ errors: [{ field: 'cursor' }] });
    }
    expect((await call('GET /api/tickets', undefined, 'wrong')).status).toBe(401);
    expect((await call('GET /api/tickets', undefined, narrow)).body).toMatchObject({
      detail: 'it needs the scope "tickets:read"',
    });
  });

  it('reads scores page by page, and counts answers', async () => {
    for (const [n, score] of [9, 8, 10].entries()) {
      const ask = {
        ...{ id: `s-${n}`, site: 'shop', survey: 'nps', visitorKey: null, contactKey: null, conversationKey: null },
        ...{ ticket: null, locale: 'en' as const, askedAt: NOW, restMs: 0 },
      };
      await desk.store.askSurvey(ask);
      const at = NOW + 1_000;
      const answered = { firstAnsweredAt: at, answeredAt: at, skippedAt: null, channel: 'mail', word: 'fine' } as const;
      await desk.store.saveSurveyAnswer('shop', ask.id, null, { ...answered, score, answers: {} });
    }
    const span = '/api/scores?from=2026-11-30T00:00:00Z&to=2026-12-01T00:00:00Z';
    const { items, pages } = await all(span, 1);
    expect([items.map((item) => (item as { score: number }).score), pages]).toEqual([[9, 8, 10], 3]);
    expect(await ok('GET /api/surveys/nps')).toEqual({ survey: 'nps', asked: 3, answered: 3, skipped: 0 });
    expect(await ok(`GET ${span}`, undefined, bakery)).toEqual({ items: [], next: null });
  });

  it('lets visitors speak without a key, as the document says', async () => {
    await ok('POST /api/receive_message', { message: 'How can I pay?', site: 'shop' }, '');
    expect((await call('POST /api/receive_message', { message: 1 }, '')).status).toBe(400);
  });

  it('was asked for everything that its document says it can answer', () => {
    const said = Object.values(api.document.paths)
      .flatMap((path) => Object.values(path))
      .flatMap(({ operationId, responses }) =>
        Object.keys(responses)
          .filter((status) => status < '300')
          .map((status) => `${operationId} ${status}`),
      );
    expect(said.filter((each) => !api.seen.has(each))).toEqual([]);
  });
});
