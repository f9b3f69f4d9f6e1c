import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { http, HttpResponse, delay } from 'msw';
import { setupServer } from 'msw/node';
import type { ActionCall, CallOutcome } from '@solodesk/core';
import { createSafeFetch } from '../outgoing/safe-fetch.ts';
import { isSignedWebhook } from '../webhooks/sign-webhook.ts';
import { createActionCaller } from './action-caller.ts';

const URL = 'https://erp.example/points';
const SECRET = 'whsec_points';
const MINUTE = 60_000;

const erp = setupServer();
beforeAll(() => erp.listen({ onUnhandledRequest: 'error' }));
afterEach(() => erp.resetHandlers());
afterAll(() => erp.close());

let now: number;
/** Its secret cannot be read. */
let broken = false;
let ask: (change?: Partial<ActionCall['action']>) => Promise<CallOutcome>;

const callOf = (change: Partial<ActionCall['action']> = {}): ActionCall => ({
  ...{ site: 'shop', key: 'run-1', locale: 'zh', slots: { card: 'C-17' }, customer: null },
  action: {
    ...{
      kind: 'call',
      confirm: true,
      name: 'points',
      title: {},
      intents: [],
      offeredUnder: [],
      slots: null,
      fallback: {},
    },
    ...{ url: URL, secret: 'points', timeoutMs: 400, retries: 0, ticket: null, ...change },
  },
});

beforeEach(() => {
  now = Date.UTC(2026, 10, 27);
  const caller = createActionCaller({
    fetch: createSafeFetch({ resolve: async () => [{ address: '93.184.215.14', family: 4 }] }),
    secretOf(site, name) {
      if (broken) throw new Error('there is no secret to be read');
      return site === 'shop' && name === 'points' ? SECRET : 'another';
    },
    now: () => now,
  });
  ask = (change = {}) => caller.call(callOf(change));
});

const answers = (body: unknown) => erp.use(http.post(URL, () => HttpResponse.json(body as object)));

describe('a call to the owner’s system', () => {
  it('is signed JSON with a key that repeats share, and its answer is read', async () => {
    let heard: { headers: Headers; body: string } | null = null;
    erp.use(
      http.post(URL, async ({ request }) => {
        heard = { headers: request.headers, body: await request.text() };
        return HttpResponse.json({
          text: { en: '12 points', zh: '12 分' },
          links: [{ label: 'More', url: 'https://erp.example/more' }],
          slots: { card: 'C-0017' },
          ask: 'card',
        });
      }),
    );
    expect(await ask()).toEqual({
      kind: 'answered',
      reply: {
        text: { en: '12 points', zh: '12 分' },
        links: [{ label: 'More', url: 'https://erp.example/more' }],
        slots: { card: 'C-0017' },
        ask: 'card',
      },
    });
    const { headers, body } = heard as unknown as { headers: Headers; body: string };
    expect(JSON.parse(body)).toEqual({
      ...{ id: 'run-1', site: 'shop', action: 'points', locale: 'zh', customer: null, slots: { card: 'C-17' } },
    });
    expect(headers.get('idempotency-key')).toBe('run-1');
    const timestamp = Number(headers.get('x-solodesk-timestamp'));
    expect(timestamp).toBe(now / 1000);
    expect(isSignedWebhook(SECRET, timestamp, body, headers.get('x-solodesk-signature') ?? '')).toBe(true);
  });

  it('may be tried again after an answer of 500 or 429, or none in time, and not after one that will not change', async () => {
    for (const [status, again] of [
      [500, true],
      [503, true],
      [429, true],
      [400, false],
      [404, false],
      [302, false],
    ] as const) {
      erp.use(
        http.post(URL, () => new HttpResponse(null, { status, headers: { location: 'https://x.example/' } }), {
          once: true,
        }),
      );
      expect(await ask()).toMatchObject({ kind: 'failed', again });
    }
    now += MINUTE;
    erp.use(
      http.post(URL, async () => {
        await delay(700);
        return HttpResponse.json({ text: 'too late' });
      }),
    );
    expect(await ask()).toMatchObject({ kind: 'failed', again: true });
  });

  it('does not wait for a body that comes drop by drop', async () => {
    let drops = 0;
    const slow = new ReadableStream({
      async pull(controller) {
        if (drops++ > 14) return controller.close();
        await new Promise((resolve) => setTimeout(resolve, 50));
        controller.enqueue(new TextEncoder().encode(' '));
      },
    });
    erp.use(http.post(URL, () => new HttpResponse(slow)));
    const began = Date.now();
    expect(await ask()).toMatchObject({ kind: 'failed', again: true });
    expect(Date.now() - began).toBeLessThan(2_000);
  });

  it.each([
    ['no JSON', '<h1>Error</h1>'],
    ['no object', '[]'],
    ['no text', '{}'],
    ['an empty text', '{"text":" "}'],
    ['half of a character', '{"text":"\\ud800"}'],
    ['a text of 4,001 characters', JSON.stringify({ text: 'x'.repeat(4_001) })],
    ['a language that is none', '{"text":{"fr":"oui"}}'],
    ['a link that runs', '{"text":"a","links":[{"label":"x","url":"javascript:alert(1)"}]}'],
    ['six links', JSON.stringify({ text: 'a', links: Array(6).fill({ label: 'x', url: 'https://x.example' }) })],
    ['slots that are no texts', '{"text":"a","slots":{"card":{"$ne":1}}}'],
    ['a slot without a name', '{"text":"a","ask":7}'],
    ['more than 64 KB', JSON.stringify({ text: 'a', more: 'x'.repeat(70_000) })],
  ])('says nothing of an answer with %s', async (_, body) => {
    erp.use(http.post(URL, () => HttpResponse.text(body)));
    const outcome = await ask();
    expect(outcome).toMatchObject({ kind: 'failed', again: false });
    // What a stranger's machine wrote stands in no report.
    expect(outcome.kind === 'failed' ? outcome.reason : '').not.toContain('alert');
  });

  it('never goes to a machine that is not public', async () => {
    for (const url of [
      'https://127.0.0.1/x',
      'https://169.254.169.254/latest',
      'https://[::1]/',
      'http://erp.example/',
    ]) {
      expect(await ask({ url })).toMatchObject({ kind: 'failed', again: false });
    }
  });

  it('is not tried for a minute after five failures, then once, and as usual when that works', async () => {
    let heard = 0;
    erp.use(http.post(URL, () => (heard++, new HttpResponse(null, { status: 500 }))));
    for (let time = 0; time < 5; time++) await ask();
    expect(await ask()).toMatchObject({
      kind: 'failed',
      again: false,
      reason: expect.stringContaining('circuit open') as unknown,
    });
    expect(heard).toBe(5);
    now += MINUTE;
    expect((await Promise.all([ask(), ask(), ask()])).map((one) => 'again' in one && one.again)).toEqual([
      true,
      false,
      false,
    ]);
    expect(heard).toBe(6);
    now += MINUTE;
    erp.resetHandlers();
    answers({ text: 'back again' });
    expect(await ask()).toMatchObject({ kind: 'answered' });
    expect((await Promise.all([ask(), ask()])).map(({ kind }) => kind)).toEqual(['answered', 'answered']);
  });

  it('counts only what shows that the system is down: visitors who type what it does not know shut nobody out', async () => {
    for (const status of [400, 404, 422, 302]) {
      erp.use(http.post(URL, () => new HttpResponse(null, { status, headers: { location: 'https://x.example/' } })));
      for (let time = 0; time < 6; time++) expect(await ask()).toMatchObject({ reason: `it answered ${status}` });
    }
    erp.use(http.post(URL, () => HttpResponse.text('<h1>Hello</h1>')));
    for (let time = 0; time < 6; time++) expect(await ask()).toMatchObject({ reason: 'its answer is no JSON' });
    for (let time = 0; time < 6; time++) {
      expect(await ask({ url: 'https://127.0.0.1/x' })).not.toMatchObject({
        reason: expect.stringContaining('circuit'),
      });
    }
  });

  it('starts counting anew once it is up, and is another circuit for each address', async () => {
    const down = () => erp.use(http.post(URL, () => new HttpResponse(null, { status: 503 })));
    for (let round = 0; round < 3; round++) {
      down();
      for (let time = 0; time < 4; time++) expect(await ask()).toMatchObject({ reason: 'it answered 503' });
      answers({ text: 'here' });
      expect(await ask()).toMatchObject({ kind: 'answered' });
    }
    down();
    for (let time = 0; time < 5; time++) await ask();
    expect(await ask()).toMatchObject({ reason: expect.stringContaining('circuit open') });
    erp.use(http.post(`${URL}/2`, () => HttpResponse.json({ text: 'another' })));
    expect(await ask({ url: `${URL}/2` })).toMatchObject({ kind: 'answered' });
  });

  it('goes on finding out where the one try came to nothing at all', async () => {
    erp.use(http.post(URL, () => new HttpResponse(null, { status: 500 })));
    for (let time = 0; time < 5; time++) await ask();
    now += MINUTE;
    broken = true;
    await expect(ask()).rejects.toThrow('there is no secret');
    broken = false;
    now += MINUTE;
    answers({ text: 'back again' });
    expect(await ask()).toMatchObject({ kind: 'answered' });
  });

  it('never goes to a name that means a private machine, by DNS or by a redirect to one', async () => {
    const resolve = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '10.0.0.7', family: 4 },
    ];
    const inside = createActionCaller({ fetch: createSafeFetch({ resolve }), secretOf: () => SECRET, now: () => now });
    expect(await inside.call(callOf())).toMatchObject({ kind: 'failed', again: false });
    let heard = 0;
    erp.use(
      http.post(URL, () => new HttpResponse(null, { status: 307, headers: { location: 'https://169.254.169.254/' } })),
      http.post('https://169.254.169.254/', () => (heard++, HttpResponse.json({ text: 'secrets' }))),
    );
    expect(await ask()).toMatchObject({ kind: 'failed', again: false });
    expect(heard).toBe(0);
  });
});
