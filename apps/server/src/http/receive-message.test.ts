import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KNOWN } from '../testing/shop-sites.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import type { ReceiveMessageAnswer } from '@solodesk/protocol';

const ORIGIN = 'https://a.example';
const UUID = /^[0-9a-f-]{36}$/;

interface Answer {
  status: number;
  headers: Headers;
  body: ReceiveMessageAnswer & { error?: { kind: string; message: string } };
}

async function post(desk: TestDesk, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${desk.url}/api/receive_message`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
}

describe('messages over HTTP', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk({ sites: { shop: { origins: [ORIGIN] } }, environment: { LIMITS: 'off' } });
  });
  afterAll(() => desk.end());

  it('answers with the conversation, the place of the message, and what the bot said', async () => {
    const { status, headers, body } = await post(desk, { message: KNOWN.question });
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      conversation: expect.stringMatching(UUID),
      token: expect.stringMatching(/^[\w-]{43}$/),
      seq: 1,
      state: 'bot',
      replies: [expect.objectContaining({ type: 'bot_message', replyTo: 1, text: KNOWN.answer })],
    });
  });

  it('goes on with the conversation of a token', async () => {
    const { body: first } = await post(desk, { message: 'hello' });
    const { conversation, token } = first;
    const { body: second } = await post(desk, { message: KNOWN.question, token, conversation, site: 'shop' });
    expect(second).toMatchObject({ conversation, token, seq: first.seq + 2, replies: [{ text: KNOWN.answer }] });
  });

  it('is one conversation with what the widget shows', async () => {
    const { body } = await post(desk, { message: 'hello' });
    const visitor = await desk.visit({ token: body.token });
    expect(visitor.welcome?.conversation?.id).toBe(body.conversation);
    await post(desk, { message: 'over HTTP', token: body.token });
    await visitor.hears((event) => event.type === 'visitor_message' && event.text === 'over HTTP');
  });

  it('takes a repeat as the first one, with the same replies', async () => {
    const { body: first } = await post(desk, { message: 'hello' });
    const message = { message: KNOWN.question, token: first.token, clientId: randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => post(desk, message)));
    const later = await post(desk, message);
    for (const { body } of [...answers, later]) expect(body).toEqual(answers[0]!.body);
    expect(later.body.replies).toHaveLength(1);
  });

  it('finds its own answer among many that were asked at the same time', async () => {
    const { body: first } = await post(desk, { message: 'hello' });
    const answers = await Promise.all(
      Array.from({ length: 15 }, () => post(desk, { message: KNOWN.question, token: first.token })),
    );
    for (const { body } of answers) expect(body.replies).toMatchObject([{ replyTo: body.seq, text: KNOWN.answer }]);
  });

  it('says that a person has the conversation by its state, and has no replies then', async () => {
    const owner = await desk.console();
    const { body: first } = await post(desk, { message: 'hello' });
    await owner.reply(first.conversation, 'I am here');
    const { body } = await post(desk, { message: KNOWN.question, token: first.token });
    expect(body).toMatchObject({ state: 'owner', replies: [] });
  });

  it.each<[string, unknown, number, string]>([
    ['JSON that is none', '{"message":', 400, 'bad_request'],
    ['no JSON object', '"hello"', 400, 'bad_request'],
    ['no body', '', 400, 'bad_request'],
    ['no message', {}, 400, 'bad_request'],
    ['an object as message', { message: { text: 'x' } }, 400, 'bad_request'],
    ['an empty message', { message: '  ' }, 400, 'bad_request'],
    ['too long a message', { message: 'x'.repeat(4001) }, 413, 'too_large'],
    ['too large a body', { message: 'x', more: 'x'.repeat(70_000) }, 413, 'too_large'],
    ['a client id that is none', { message: 'x', clientId: '1' }, 400, 'bad_request'],
    ['a conversation that is none', { message: 'x', conversation: '1' }, 400, 'bad_request'],
    ['a site that does not exist', { message: 'x', site: 'nowhere' }, 404, 'not_found'],
    ['a token that does not exist', { message: 'x', token: 'made-up' }, 401, 'unauthorized'],
    ['a conversation that does not exist', { message: 'x', conversation: randomUUID() }, 404, 'not_found'],
  ])('refuses %s', async (_what, body, status, kind) => {
    const answer = await post(desk, body, { origin: ORIGIN });
    expect([answer.status, answer.body.error?.kind]).toEqual([status, kind]);
    // A front end of another origin has to be able to read it.
    expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
  });

  it('refuses a body that is not sent as JSON', async () => {
    expect((await post(desk, 'message=hello', { 'content-type': 'text/plain' })).status).toBe(400);
  });

  it('answers the preflight of an origin that the site names, and of no other', async () => {
    const ask = (origin: string) =>
      fetch(`${desk.url}/api/receive_message`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      });
    const good = await ask(ORIGIN);
    expect(good.status).toBe(204);
    expect(good.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(good.headers.get('access-control-allow-methods')).toContain('POST');
    expect(good.headers.get('access-control-allow-headers')).toMatch(/content-type/i);
    const foreign = await ask('https://evil.example');
    expect(foreign.status).toBe(404);
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('takes nothing from a foreign origin', async () => {
    const answer = await post(desk, { message: 'hello' }, { origin: 'https://evil.example' });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('are posted, and whoever asks otherwise is told so', async () => {
    const answer = await fetch(`${desk.url}/api/receive_message`);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST, OPTIONS');
  });
});

describe('messages over HTTP to a server with several sites', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk({ sites: { a: { origins: [ORIGIN] }, b: {}, strict: { identity: 'required' } } });
  });
  afterAll(() => desk.end());

  it('have to name the site', async () => {
    const answer = await post(desk, { message: 'hello' });
    expect(answer).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining('site') } } });
    expect((await post(desk, { message: 'hello', site: 'b' })).status).toBe(200);
  });

  it('are refused where the origin belongs to another site, as if there were none', async () => {
    const foreign = await post(desk, { message: 'hello', site: 'b' }, { origin: ORIGIN });
    expect(foreign.status).toBe(404);
    expect((await post(desk, { message: 'hello', site: 'nowhere' }, { origin: ORIGIN })).body).toEqual(foreign.body);
    expect((await post(desk, { message: 'hello', site: 'a' }, { origin: ORIGIN })).status).toBe(200);
  });

  it('are refused where an identity is required', async () => {
    expect((await post(desk, { message: 'hello', site: 'strict' })).status).toBe(403);
  });
});

describe('an action over HTTP', () => {
  it('is waited for where it is ours, as its result is the answer', async () => {
    const status = { name: 'order-status', do: 'order-status', title: { en: 'Order', zh: '订单' } };
    const shop = { actions: [{ ...status, intents: ['delivery.time'] }], orderNumber: '\\d{4}' };
    const desk = await startDesk({ sites: { shop } });
    try {
      await desk.store.saveOrders([{ number: '1042', status: 'shipped', customer: { email: 'ann@b.example' } }], {
        ...{ site: 'shop', at: 1, uuid: () => randomUUID(), batch: null },
      });
      const { token } = (await post(desk, { message: KNOWN.question })).body;
      const { body } = await post(desk, { token, message: '1042, ann@b.example' });
      const answer = { replyTo: body.seq, text: expect.stringContaining('Order 1042: on its way') };
      expect(body.replies).toMatchObject([answer]);
    } finally {
      await desk.end();
    }
  });
});
