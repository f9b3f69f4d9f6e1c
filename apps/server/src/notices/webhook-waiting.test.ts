import { HttpsListener, LOCALHOST, answerWith } from '@solodesk/notify/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiDesk } from '../testing/api-desk.ts';
import { postToConsole } from '../testing/owner.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('what waits for a webhook', () => {
  let at: ApiDesk;
  let listener: HttpsListener;
  let hook: string;

  beforeEach(async () => {
    listener = await HttpsListener.start();
    at = await ApiDesk.start({
      outgoingCa: LOCALHOST.cert,
      environment: { OUTGOING_ALLOW: `localhost:${listener.port}` },
    });
    hook = await addHook();
  });
  afterEach(async () => {
    await at.end();
    await listener.stop();
  });

  const addHook = async (path = '/hook') => {
    const body = { url: `${listener.origin}${path}`, events: ['ticket.created'] };
    return (await at.ok<{ id: string }>('POST /api/webhooks', body)).id;
  };
  const after = async (ms: number) => {
    at.clock.advance(ms);
    await at.desk.server.sweep();
  };
  const tickets = async (...subjects: string[]) => {
    for (const subject of subjects) await at.ok('POST /api/tickets', { subject });
  };
  const told = () => listener.heard.map(({ body }) => (JSON.parse(body) as { subject: string }).subject);
  interface Failure {
    failure: string;
    event: string;
    id: string;
    attempts: number;
    reason: string;
  }
  const failures = async (query = '', id = hook) =>
    at.ok<{ items: Failure[]; next: string | null }>(`GET /api/webhooks/${id}/failures${query}`);
  /** One that was refused for good for each subject. */
  const givenUp = async (...subjects: string[]) => {
    for (const _ of subjects) listener.answers.push(answerWith(410));
    await tickets(...subjects);
    await after(1_000);
    listener.heard.length = 0;
  };

  it('goes out when it is let go on, however long it was paused, and no attempt is used up', async () => {
    listener.answers.push(answerWith(503));
    await tickets('before');
    await after(1_000);
    await at.ok(`PATCH /api/webhooks/${hook}`, { paused: true });
    await tickets('meanwhile');
    // Far more looks than a delivery has attempts.
    for (let looks = 0; looks < 30; looks++) await after(3 * HOUR);
    expect(told()).toEqual(['before']);
    expect((await failures()).items).toEqual([]);
    await at.ok(`PATCH /api/webhooks/${hook}`, { paused: false });
    await after(1_000);
    expect(told()).toEqual(['before', 'before']);
    await after(DAY);
    expect(listener.heard).toHaveLength(2);
  });

  it('goes out at once, too, when the owner lets it go on in the console', async () => {
    const { cookie } = await at.desk.console();
    const set = (paused: boolean) => postToConsole(at.desk.url, `/webhooks/shop/${hook}`, { paused }, cookie);
    listener.answers.push(answerWith(503));
    await tickets('a');
    await after(1_000);
    await set(true);
    await after(HOUR);
    await set(false);
    await after(1_000);
    expect(told()).toEqual(['a', 'a']);
  });

  it('is given up after days of trying, and stays until it is sent again, long after others are forgotten', async () => {
    for (let n = 0; n < 40; n++) listener.answers.push(answerWith(500));
    await tickets('a');
    for (let n = 0; n < 30; n++) await after(6 * HOUR);
    const tries = listener.heard.length;
    expect(tries).toBe(20);
    listener.answers.length = 0;
    await after(90 * DAY);
    const [failure] = (await failures()).items;
    expect(failure).toMatchObject({ event: 'ticket.created', attempts: 20, reason: 'it answered 500' });
    expect(await at.ok(`POST /api/webhooks/${hook}/failures/${failure?.failure}/send`)).toEqual({ again: 1 });
    await after(1_000);
    expect(told()).toHaveLength(tries + 1);
    expect(JSON.parse(listener.heard.at(-1)?.body ?? '{}')).toMatchObject({ id: failure?.id, subject: 'a' });
    expect((await failures()).items).toEqual([]);
  });

  it('and was given up is shown a page at a time, and sent again one by one or all at once', async () => {
    await givenUp('a', 'b', 'c');
    const first = await failures('?limit=2');
    const second = await failures(`?limit=2&cursor=${first.next}`);
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null]);
    const last = second.items[0]?.failure ?? '';
    await at.ok(`POST /api/webhooks/${hook}/failures/${last}/send`);
    await after(1_000);
    expect(told()).toEqual(['a']);
    expect((await at.call(`POST /api/webhooks/${hook}/failures/${last}/send`)).status).toBe(404);
    expect(await at.ok(`POST /api/webhooks/${hook}/failures/send`)).toEqual({ again: 2 });
    await after(1_000);
    expect(told().sort()).toEqual(['a', 'b', 'c']);
    expect(await at.ok(`POST /api/webhooks/${hook}/failures/send`)).toEqual({ again: 0 });
  });

  it('and was given up is counted and sent again in the console, by who may', async () => {
    await givenUp('a', 'b');
    const { cookie } = await at.desk.console();
    const listed = async () => {
      const response = await fetch(`${at.desk.url}/console/api/webhooks/shop`, { headers: { cookie } });
      return ((await response.json()) as { endpoints: { failed: number; givenUp: object[] }[] }).endpoints;
    };
    const counted = async () => (await listed()).map(({ failed }) => failed);
    expect(await counted()).toEqual([2]);
    const refused = { event: 'ticket.created', attempts: 1, reason: 'it answered 410' };
    expect((await listed())[0]?.givenUp).toMatchObject([refused, refused]);
    const send = (as?: string) => postToConsole(at.desk.url, `/webhooks/shop/${hook}/send-again`, {}, as);
    expect((await send()).status).toBe(401);
    expect(await (await send(cookie)).json()).toEqual({ again: 2 });
    expect(await counted()).toEqual([0]);
    await after(1_000);
    expect(told()).toHaveLength(2);
  });

  it('and was given up is its own webhook’s and its own site’s', async () => {
    const other = await addHook('/other');
    listener.answers.push(answerWith(410), answerWith(410));
    await tickets('a');
    await after(1_000);
    const [mine] = (await failures()).items;
    expect((await failures('', other)).items).toHaveLength(1);
    expect((await at.call(`POST /api/webhooks/${other}/failures/${mine?.failure}/send`)).status).toBe(404);
    for (const address of ['', '/send', `/${mine?.failure}/send`]) {
      const method = address === '' ? 'GET' : 'POST';
      const { status } = await at.call(`${method} /api/webhooks/${hook}/failures${address}`, undefined, at.bakery);
      expect(status).toBe(404);
    }
    expect((await failures()).items).toHaveLength(1);
  });
});
