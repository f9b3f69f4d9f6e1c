import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MailServer } from '@solodesk/notify/testing';
import type { Owner } from '../../testing/owner.ts';
import { postToConsole } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import { until } from '../../testing/until.ts';

interface Listed {
  mails: boolean;
  problems: {
    id: string;
    text: { en?: string; zh?: string };
    words: string[];
    fixedAt: number | null;
    waiting: number;
  }[];
}
const CHECKOUT = { text: { en: 'The checkout is slow.', zh: '结账很慢。' }, words: ['checkout', '结账'] };

describe('known problems in the console', () => {
  let desk: TestDesk;
  let mails: MailServer;
  let owner: Owner;
  beforeEach(async () => {
    mails = await MailServer.start();
    desk = await startDesk({
      sites: { shop: {}, bakery: {} },
      environment: { SMTP_URL: `smtp://127.0.0.1:${mails.port}`, MAIL_FROM: 'desk@shop.example' },
    });
    owner = await desk.console();
  });
  afterEach(async () => {
    await desk.end();
    await mails.stop();
  });

  const post = (path: string, body: unknown, cookie = owner.cookie) =>
    postToConsole(desk.url, `/problems/${path}`, body, cookie);
  const list = async (site = 'shop', cookie = owner.cookie) => {
    const response = await fetch(`${desk.url}/console/api/problems/${site}`, { headers: { cookie } });
    return { status: response.status, ...((await response.json()) as Listed) };
  };
  const add = async (problem: object = CHECKOUT) => {
    const response = await post('shop', problem);
    expect(response.status).toBe(200);
    return ((await response.json()) as { id: string }).id;
  };

  it('are written, listed with who waits, and told to all who wait when they are fixed, by mail as well', async () => {
    const id = await add();
    const visitor = await desk.visit();
    expect(await visitor.emit('await_fix', { problem: id, email: 'ann@one.example' })).toMatchObject({ ok: true });
    expect(await list()).toMatchObject({ mails: true, problems: [{ id, ...CHECKOUT, fixedAt: null, waiting: 1 }] });
    expect((await list('bakery')).problems).toEqual([]);
    expect((await post(`shop/${id}/fixed`, { text: { en: 'It is fast again.' } })).status).toBe(200);
    await until(async () => {
      await desk.server.sweep();
      return mails.mails.length > 0;
    }, 'for the mail');
    expect(mails.mails[0]?.text).toContain('It is fast again.');
    await visitor.heard.until<{ events: { type: string; text?: string }[] }>('events', ({ events }) =>
      events.some(({ type, text }) => type === 'bot_message' && text === 'It is fast again.'),
    );
    expect((await list()).problems).toMatchObject([{ id, fixedAt: expect.any(Number) }]);
    await desk.server.sweep();
    expect(mails.mails).toHaveLength(1);
  });

  it.each([
    [{ text: {}, words: [] }],
    [{ text: { en: ' ' }, words: [] }],
    [{ text: { en: 'x'.repeat(301) }, words: [] }],
    [{ text: { fr: 'lent' }, words: [] }],
    [{ text: { en: 'slow' }, words: ['a'] }],
    [{ text: { en: 'slow' } }],
    [{}],
  ])('that say nothing are refused: %j', async (body) => {
    expect((await post('shop', body)).status).toBe(400);
    expect((await list()).problems).toEqual([]);
  });

  it('are fixed once, and only where they are', async () => {
    const id = await add();
    expect((await post(`bakery/${id}/fixed`, { text: {} })).status).toBe(404);
    expect((await post('shop/no-such-problem/fixed', { text: {} })).status).toBe(404);
    expect((await post(`shop/${id}/fixed`, { text: { en: 'x'.repeat(301) } })).status).toBe(400);
    expect((await list()).problems).toMatchObject([{ fixedAt: null }]);
    expect((await post(`shop/${id}/fixed`, { text: {} })).status).toBe(200);
    expect((await post(`shop/${id}/fixed`, { text: {} })).status).toBe(404);
  });

  it('are nobody else’s', async () => {
    expect((await list('shop', '')).status).toBe(401);
    expect((await post('shop', CHECKOUT, '')).status).toBe(401);
    expect((await list('no-such-site')).status).toBe(404);
    expect((await list()).problems).toEqual([]);
  });
});
