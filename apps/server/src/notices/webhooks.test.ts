import { createFakeClock } from '@solodesk/core/testing';
import { WebhookBook, isSignedWebhook } from '@solodesk/notify';
import { HttpsListener, LOCALHOST, answerWith } from '@solodesk/notify/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { postToConsole } from '../testing/owner.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';

const HOUR = 3_600_000;
interface Told {
  event: string;
  [field: string]: unknown;
}

describe('a webhook', () => {
  let desk: TestDesk;
  let listener: HttpsListener;
  let cookie: string;
  const clock = createFakeClock(Date.UTC(2026, 0, 5, 12));

  beforeEach(async () => {
    listener = await HttpsListener.start();
    desk = await startDesk({
      clock,
      sites: { shop: {}, bakery: {} },
      outgoingCa: LOCALHOST.cert,
      environment: { OUTGOING_ALLOW: `localhost:${listener.port}` },
    });
    ({ cookie } = await desk.console());
  });
  afterEach(async () => {
    await desk.end();
    await listener.stop();
  });

  const post = (path: string, body: unknown = {}) => postToConsole(desk.url, `/webhooks/${path}`, body, cookie);
  const list = async (site = 'shop') =>
    (await (await fetch(`${desk.url}/console/api/webhooks/${site}`, { headers: { cookie } })).json()) as {
      endpoints: { id: string; deliveries: { reason: string | null; status: number | null }[] }[];
    };
  const add = async (events: string[], url = `${listener.origin}/hook`) => {
    const response = await post('shop', { url, events });
    expect(response.status).toBe(200);
    return (await response.json()) as { endpoint: { id: string }; secret: string };
  };
  const after = async (ms: number) => {
    clock.advance(ms);
    await desk.server.sweep();
  };
  const told = () => listener.heard.map(({ body }) => JSON.parse(body) as Told);

  it('hears what it has chosen, signed, and nothing of another site', async () => {
    const { secret } = await add(['conversation.started', 'message.created', 'handoff']);
    const visitor = await desk.visit();
    const { conversation, seq } = await visitor.mustSay('hello 你好');
    await (await desk.visit({ site: 'bakery' })).mustSay('not for the shop');
    await after(1_000);
    const events = told();
    expect(events.map(({ event }) => event).sort()).toEqual([
      'conversation.started',
      'message.created',
      'message.created',
    ]);
    const said = events.find(({ from }) => from === 'visitor');
    expect(said).toMatchObject({
      site: 'shop',
      conversation_id: conversation,
      seq,
      text: 'hello 你好',
      in_form: false,
    });
    for (const { body, headers } of listener.heard) {
      const timestamp = Number(headers['x-solodesk-timestamp']);
      expect(isSignedWebhook(secret, timestamp, body, String(headers['x-solodesk-signature']))).toBe(true);
      for (const value of Object.values(JSON.parse(body) as object))
        expect(typeof value === 'object' && value !== null).toBe(false);
    }
    await after(HOUR);
    expect(listener.heard).toHaveLength(3);
  });

  it('hears of it later when it was down, by the same id, and what was given up can be sent again', async () => {
    await add(['conversation.started']);
    listener.answers.push(answerWith(503), answerWith(410));
    await (await desk.visit()).mustSay('hello');
    await after(1_000);
    await after(HOUR);
    const [first, second] = told();
    expect(second).toEqual(first);
    expect((await list()).endpoints[0]?.deliveries).toMatchObject([
      { status: 410, reason: 'it answered 410' },
      { status: 503, reason: 'it answered 503' },
    ]);
    const { failures } = (await (await fetch(`${desk.url}/console/api/notices`, { headers: { cookie } })).json()) as {
      failures: { site: string; key: number; kind: string; conversation: null }[];
    };
    expect(failures).toMatchObject([{ kind: 'webhook', reason: 'it answered 410', conversation: null }]);
    const { site, key } = failures[0] ?? { site: '', key: 0 };
    expect((await postToConsole(desk.url, '/notices/failures/retry', { site, key }, cookie)).status).toBe(200);
    await after(1_000);
    expect(told()[2]).toEqual(first);
  });

  it('can be tried, paused and taken away', async () => {
    const { endpoint } = await add(['conversation.started']);
    expect(await (await post(`shop/${endpoint.id}/test`)).json()).toEqual({ status: 200, reason: null });
    expect(told()).toMatchObject([{ event: 'ticket.created', test: true }]);
    await post(`shop/${endpoint.id}`, { paused: true });
    await (await desk.visit()).mustSay('hello');
    await after(HOUR);
    expect(listener.heard).toHaveLength(1);
    expect((await post(`shop/${endpoint.id}/remove`)).status).toBe(200);
    expect((await list()).endpoints).toEqual([]);
    expect((await post(`shop/${endpoint.id}/remove`)).status).toBe(404);
  });

  const NEVER_CALLED = [
    ...['https://127.0.0.1:1/', 'https://169.254.169.254/latest', 'https://[::1]/', 'http://example.com/'],
    'https://mei:secret@example.com/',
  ];

  it('is not added where it would never be called', async () => {
    for (const url of NEVER_CALLED) {
      const response = await post('shop', { url, events: ['handoff'] });
      const { error } = (await response.json()) as { error: { message: string } };
      expect([url, response.status, error.message]).toEqual([
        ...[url, 400],
        expect.stringMatching(/not called$|^only https/),
      ]);
    }
    expect((await list()).endpoints).toEqual([]);
  });

  it('never leads to a machine that is not public, whoever let its address in', async () => {
    const byHand = new WebhookBook(desk.dataDir, () => clock.now());
    for (const url of [...NEVER_CALLED, 'https://localhost:1/']) {
      const { id } = byHand.add('shop', { url, events: ['handoff'] });
      // The desk looks at the file again.
      clock.advance(2_000);
      const { reason } = (await (await post(`shop/${id}/test`)).json()) as { reason: string };
      expect(reason).toMatch(/not called|only https/);
    }
  });

  it('is refused where it makes no sense, and is its own site’s', async () => {
    for (const body of [
      { url: 'ftp://a/', events: ['handoff'] },
      { url: 'x', events: ['handoff'] },
      { url: 'https://a.example/', events: [] },
      { url: 'https://a.example/', events: ['all'] },
    ]) {
      expect((await post('shop', body)).status).toBe(400);
    }
    const { endpoint } = await add(['handoff']);
    expect((await post(`bakery/${endpoint.id}/test`)).status).toBe(404);
    expect((await post('nowhere', { url: 'https://a.example/', events: ['handoff'] })).status).toBe(404);
    expect(
      (await postToConsole(desk.url, '/webhooks/shop', { url: 'https://a.example/', events: ['handoff'] })).status,
    ).toBe(401);
    expect(JSON.stringify(await list())).not.toContain('whsec_');
  });
});
