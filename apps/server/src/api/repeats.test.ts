import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiDesk, NOW } from '../testing/api-desk.ts';
import type { Page } from '../testing/api-desk.ts';

const HOUR = 3_600_000;

describe('a request with an Idempotency-Key', () => {
  let at: ApiDesk;
  beforeAll(async () => {
    at = await ApiDesk.start();
  });
  afterAll(() => at.end());
  const make = (subject: string, key: string, secret = at.shop) =>
    at.call('POST /api/tickets', { subject }, secret, { 'idempotency-key': key });
  const made = async (search: string) => (await at.all(`/api/tickets?search=${search}`, 50)).items.length;

  it('is done once, and its repeats get the first answer, word for word', async () => {
    const [first, again] = [await make('once', 'k-1'), await make('once', '"k-1"')];
    expect([again.status, again.body, again.headers.get('idempotency-replayed')]).toEqual([201, first.body, 'true']);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(await made('once')).toBe(1);
  });

  it('is refused where the key stands for something else: another body, address or question', async () => {
    await make('first', 'k-2');
    const reused = { status: 422, body: { type: 'urn:solodesk:problem:key-reused' } };
    expect(await make('second', 'k-2')).toMatchObject(reused);
    const headers = { 'idempotency-key': 'k-2' };
    expect(await at.call('POST /api/products', { id: 'a' }, at.shop, headers)).toMatchObject(reused);
    const hour = (of: number) => new Date(NOW + of * HOUR).toISOString();
    const body = { startsAt: hour(1), endsAt: hour(2), service: 'x' };
    const booking = { 'idempotency-key': 'k-3' };
    expect((await at.call('POST /api/appointments', body, at.shop, booking)).status).toBe(201);
    expect(await at.call('POST /api/appointments?notify=false', body, at.shop, booking)).toMatchObject(reused);
    expect(await made('second')).toBe(0);
  });

  it('is done once by many who ask at the same time: each gets that answer, or is told to come back', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => make('race', 'k-4')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(
      new Set(answers.some(({ status }) => status === 409) ? [201, 409] : [201]),
    );
    for (const { status, headers } of answers.filter((answer) => answer.status === 409))
      expect([status, headers.get('retry-after')]).toEqual([409, '1']);
    expect((await make('race', 'k-4')).status).toBe(201);
    expect(await made('race')).toBe(1);
  });

  it('is each API key’s own, and may be done anew where it came to nothing', async () => {
    const other = await at.keyFor('tickets:write');
    expect([(await make('own', 'k-5')).status, (await make('own', 'k-5', other)).status]).toEqual([201, 201]);
    expect((await make('', 'k-6')).status).toBe(422);
    expect((await make('better', 'k-6')).status).toBe(201);
  });

  it('is forgotten after a day', async () => {
    await make('daily', 'k-7');
    at.clock.advance(25 * HOUR);
    expect((await make('daily', 'k-7')).headers.get('idempotency-replayed')).toBeNull();
    expect(await made('daily')).toBe(2);
  });
});

describe('a list that changes while it is read page by page', () => {
  let at: ApiDesk;
  beforeAll(async () => {
    at = await ApiDesk.start();
  });
  afterAll(() => at.end());

  /** Reads a list to its end, and does something after each page. */
  async function reading(
    address: string,
    name: (item: Page['items'][number]) => unknown,
    between: () => Promise<unknown>,
  ) {
    const seen: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page = await at.ok(`GET ${address}limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.items.map(name));
      cursor = page.next;
      if (seen.length < 12) await between();
    }
    return seen;
  }

  it('of customers, orders or products shows what was there at the beginning, once each', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    let more = 0;
    await at.ok(
      'POST /api/customers',
      ids.map((id) => ({ id })),
    );
    const customers = await reading(
      '/api/customers?',
      ({ id }) => id,
      () => at.ok('POST /api/customers', { id: `n${++more}` }),
    );
    expect(customers).toEqual(['e', 'd', 'c', 'b', 'a']);
    await at.ok(
      'POST /api/orders',
      ids.map((number) => ({ number })),
    );
    const orders = await reading(
      '/api/orders?',
      ({ number }) => number,
      () => at.ok('POST /api/orders', { number: `n${++more}` }),
    );
    expect(orders).toEqual(['E', 'D', 'C', 'B', 'A']);
    await at.ok(
      'POST /api/products',
      ids.map((id) => ({ id, names: { en: id } })),
    );
    const products = await reading(
      '/api/products?',
      ({ id }) => id,
      async () => {
        await at.call('DELETE /api/products/b');
        await at.ok('POST /api/products', { id: '0', names: { en: 'before' } });
      },
    );
    expect(products).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('of tickets shows each at most once, and every one that stays as it is', async () => {
    for (const subject of ['one', 'two', 'three', 'four', 'five']) await at.ok('POST /api/tickets', { subject });
    let solved = false;
    const seen = await reading(
      '/api/tickets?',
      ({ name }) => name,
      async () => {
        if (!solved) await at.ok('PATCH /api/tickets/2', { category: 'moved' });
        solved = true;
        await at.ok('POST /api/tickets', { subject: 'late' });
      },
    );
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(['SHOP-T1', 'SHOP-T3', 'SHOP-T4', 'SHOP-T5']));
  });

  it('of scores shows them all, also where many came at one moment', async () => {
    const give = async (n: number, at_: number) => {
      const ask = {
        ...{ id: `s-${n}`, site: 'shop', survey: 'x', visitorKey: null, contactKey: null, conversationKey: null },
        ...{ ticket: null, locale: 'en' as const, askedAt: NOW, restMs: 0 },
      };
      await at.desk.store.askSurvey(ask);
      const answered = {
        firstAnsweredAt: at_,
        answeredAt: at_,
        skippedAt: null,
        channel: 'mail',
        word: String(n),
      } as const;
      await at.desk.store.saveSurveyAnswer('shop', ask.id, null, { ...answered, score: 5, answers: {} });
    };
    for (let n = 0; n < 5; n++) await give(n, NOW + 1);
    let later = 5;
    const address = `/api/scores?from=${new Date(NOW).toISOString()}&to=${new Date(NOW + HOUR).toISOString()}&`;
    const seen = await reading(
      address,
      (item) => (item as { word?: string }).word,
      () => give(later, NOW + ++later),
    );
    expect(seen.slice(0, 5)).toEqual(['0', '1', '2', '3', '4']);
    expect(new Set(seen).size).toBe(seen.length);
  });
});
