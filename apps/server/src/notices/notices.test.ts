import { createFakeClock } from '@solodesk/core/testing';
import { MailServer, PushService, smtpError } from '@solodesk/notify/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Release } from '../testing/server-process.ts';
import { writeSite } from '../testing/shop-sites.ts';
import { postToConsole } from '../testing/owner.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { until } from '../testing/until.ts';
import { Visitor } from '../testing/visitor.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Asks for a person by the button, and says what for. */
async function waitFor(visitor: Visitor, text: string): Promise<string> {
  const ack = await visitor.emit('message', { clientId: crypto.randomUUID(), text, intent: 'solodesk.person' });
  if (!ack.ok) throw new Error(ack.error.kind);
  await visitor.hears(({ type }) => type === 'handoff');
  return ack.conversation;
}

describe('an owner who is away', () => {
  const clock = createFakeClock(Date.UTC(2026, 0, 5, 12));
  let mails: MailServer;
  let push: PushService;
  let desk: TestDesk;
  let cookie: string;

  beforeEach(async () => {
    mails = await MailServer.start();
    push = await PushService.start();
    desk = await startDesk({
      clock,
      environment: { SMTP_URL: `smtp://127.0.0.1:${mails.port}`, MAIL_FROM: 'desk@shop.example' },
      isPushService: (endpoint) => endpoint.startsWith(push.origin),
    });
    ({ cookie } = await desk.console());
    clock.advance(10 * MINUTE);
  });
  afterEach(async () => {
    await desk.end();
    await mails.stop();
    await push.stop();
  });

  const post = (path: string, body: unknown) => postToConsole(desk.url, path, body, cookie);
  const notices = async () =>
    (await (await fetch(`${desk.url}/console/api/notices`, { headers: { cookie } })).json()) as {
      devices: { endpoint: string }[];
      failures: { site: string; key: number; reason: string; conversation: string; attempts: number }[];
    };
  const subscribe = async (name = 'a') => {
    const subscription = push.subscription(name);
    expect((await post('/notices/devices', { ...subscription, label: 'Firefox' })).status).toBe(200);
    return subscription;
  };
  const after = async (ms: number) => {
    clock.advance(ms);
    await desk.server.sweep();
  };

  it('gets a push at once and a mail after two minutes, which lead to the conversation', async () => {
    await subscribe();
    const visitor = await desk.visit();
    const conversation = await waitFor(visitor, 'my parcel is <b>lost</b>');
    await desk.server.sweep();
    const url = `/console/#/desk/shop/open/${conversation}`;
    const body = 'my parcel is <b>lost</b>';
    expect(push.messages).toEqual([{ title: 'Shop: a visitor is waiting', body, tag: conversation, url }]);
    await visitor.mustSay('please hurry');
    await after(2 * MINUTE - 1);
    expect(mails.mails).toEqual([]);
    await after(1);
    const [mail] = mails.mails;
    expect(mails.sessions[0]?.to).toEqual(['mia@shop.example']);
    for (const text of ['my parcel is <b>lost</b>', 'please hurry', `http://localhost:${desk.server.port}${url}`]) {
      expect(mail?.text).toContain(text);
    }
    expect(mail?.html).toContain('&lt;b&gt;lost');
    await after(HOUR);
    expect(mails.mails).toHaveLength(1);
  });

  it('gets neither once they have answered', async () => {
    const owner = await desk.console();
    const visitor = await desk.visit();
    const conversation = await waitFor(visitor, 'hello');
    await owner.reply(conversation, 'Hi!');
    await after(HOUR);
    expect(mails.mails).toEqual([]);
  });

  it('gets a mail that failed later, and finds one that was given up in the console, to try again or to dismiss', async () => {
    mails.answers.push(smtpError(451, 'try later'), smtpError(554, 'looks like spam'));
    const conversation = await waitFor(await desk.visit(), 'hello');
    await after(2 * MINUTE);
    expect((await notices()).failures).toEqual([]);
    await after(MINUTE);
    const [failure] = (await notices()).failures;
    expect(failure).toMatchObject({ site: 'shop', conversation, reason: expect.stringContaining('554'), attempts: 2 });
    const { key } = failure ?? { key: 0 };
    expect((await post('/notices/failures/retry', { site: 'elsewhere', key })).status).toBe(404);
    expect((await post('/notices/failures/retry', { site: 'shop', key })).status).toBe(200);
    await desk.server.sweep();
    expect(mails.mails).toHaveLength(1);
    expect((await notices()).failures).toEqual([]);
    expect((await post('/notices/failures/dismiss', { site: 'shop', key })).status).toBe(404);
  });

  it('can try both ways, and hears honestly what came of it', async () => {
    const { endpoint } = await subscribe();
    const test = async (path: string, body: object) => (await post(`/notices/${path}`, body)).json();
    const sender = expect.objectContaining({ domain: 'shop.example' });
    expect(await test('test-mail', {})).toEqual({ outcome: 'delivered', reason: null, trouble: null, sender });
    expect(mails.mails[0]?.subject).toBe('Test mail from your desk');
    mails.answers.push(smtpError(550, 'no such mailbox'));
    const refused = { outcome: 'failed', reason: expect.stringContaining('550'), trouble: 'other' };
    expect(await test('test-mail', {})).toMatchObject(refused);
    expect(await test('test-push', { endpoint })).toEqual({ outcome: 'delivered', reason: null });
    expect(push.messages).toMatchObject([{ title: 'Solodesk' }]);
    push.answers.push({ status: 500 }, { status: 410 });
    const reason = 'the push service answered 500';
    expect(await test('test-push', { endpoint })).toEqual({ outcome: 'failed', reason });
    expect(await test('test-push', { endpoint })).toEqual({ outcome: 'gone', reason: null });
    expect((await notices()).devices).toEqual([]);
    const tooMany = await post('/notices/test-mail', {});
    expect(tooMany.status).toBe(429);
  });

  it('chooses address and language, or no mails', async () => {
    const address = 'mia@home.example';
    expect((await post('/notices', { mail: true, address, locale: 'zh' })).status).toBe(200);
    await waitFor(await desk.visit(), 'hello');
    await after(2 * MINUTE);
    expect(mails.sessions[0]?.to).toEqual([address]);
    expect(mails.mails[0]?.subject).toBe('Shop 有访客在等您回复');
    await post('/notices', { mail: false, address: null, locale: null });
    await waitFor(await desk.visit(), 'hello');
    await after(2 * MINUTE);
    expect(mails.mails).toHaveLength(1);
    for (const wrong of ['nobody', 'a@b, c@d', 'a@b\nBcc: c@d', '<a@b>']) {
      expect((await post('/notices', { mail: true, address: wrong, locale: null })).status).toBe(400);
    }
  });

  it('is not called at an address that is none of a push service, nor with keys that are none', async () => {
    const subscription = { ...push.subscription(), label: 'Firefox' };
    for (const endpoint of ['http://169.254.169.254/latest', 'http://127.0.0.1:1/', 'https://shop.example/push']) {
      expect((await post('/notices/devices', { ...subscription, endpoint })).status).toBe(403);
    }
    expect((await post('/notices/devices', { ...subscription, p256dh: 'x'.repeat(87) })).status).toBe(400);
    expect((await notices()).devices).toEqual([]);
  });

  it('keeps ten devices, takes one away, and another account sees and removes none of them', async () => {
    for (let n = 0; n < 11; n++) {
      await subscribe(`device-${n}`);
      clock.advance(1);
    }
    const { devices } = await notices();
    expect(devices).toHaveLength(10);
    const { endpoint } = push.subscription('device-5');
    const stranger = await desk.store.createAccount({ email: 'x@y', name: 'X', passwordHash: '', createdAt: 1 });
    expect(await desk.store.removePushDevice(stranger.key, endpoint)).toBe(false);
    expect(await (await post('/notices/devices/remove', { endpoint })).json()).toEqual({ ok: true });
    expect((await notices()).devices).toHaveLength(9);
    expect((await post('/notices/test-push', { endpoint })).status).toBe(404);
  });

  it('is asked who they are first', async () => {
    for (const path of ['', '/devices', '/devices/remove', '/test-mail', '/test-push', '/failures/retry']) {
      expect((await postToConsole(desk.url, `/notices${path}`, {})).status).toBe(401);
    }
    expect((await fetch(`${desk.url}/console/api/notices`)).status).toBe(401);
  });

  it('leaves neither texts nor addresses in the log', async () => {
    await subscribe();
    mails.answers.push(smtpError(554, 'no mail for mia@shop.example'));
    push.answers.push({ status: 500 });
    await waitFor(await desk.visit(), 'my secret parcel');
    await after(2 * MINUTE);
    const log = desk.logLines.join('\n');
    expect(log).toContain('a delivery was given up');
    expect(log).not.toMatch(/mia@|secret parcel|\/send\//);
  });
});

describe('a desk without a mail server', () => {
  it('says so, and makes no failures', async () => {
    const clock = createFakeClock(Date.UTC(2026, 0, 5, 12));
    const desk = await startDesk({ clock });
    const { cookie } = await desk.console();
    await waitFor(await desk.visit(), 'hello');
    clock.advance(HOUR);
    await desk.server.sweep();
    const answer = await fetch(`${desk.url}/console/api/notices`, { headers: { cookie } });
    expect(await answer.json()).toMatchObject({ mail: { server: false, from: null }, failures: [] });
    const test = await postToConsole(desk.url, '/notices/test-mail', {}, cookie);
    expect(await test.json()).toMatchObject({ outcome: 'failed', reason: 'no mail server is named', sender: null });
    await desk.end();
  });
});

describe('a server that is killed between a message and its mail', () => {
  let release: Release;
  let mails: MailServer;
  beforeAll(async () => {
    release = await Release.build();
    mails = await MailServer.start();
  }, MINUTE);
  afterAll(async () => {
    await release.remove();
    await mails.stop();
  });

  it('sends it after the next start, once', async () => {
    await writeSite(`${release.folder}/data/sites`, 'shop', { policy: { mailAfterMinutes: 0.03 } });
    const mail = { SMTP_URL: `smtp://127.0.0.1:${mails.port}`, MAIL_FROM: 'desk@shop.example' };
    const first = release.start(mail);
    const url = await first.ready();
    const token = /#setup=([\w-]{43})/.exec(first.output)?.[1];
    const owner = { name: 'Mia', email: 'mia@shop.example', password: 'a quiet blue lamp' };
    expect((await postToConsole(url, '/setup', { token, ...owner })).status).toBe(200);
    const visitor = new Visitor(url, {});
    await visitor.welcomed;
    await waitFor(visitor, 'are you there?');
    first.child.kill('SIGKILL');
    await first.exited;
    expect(mails.mails).toEqual([]);

    const second = release.start(mail);
    await second.ready();
    await until(() => mails.mails.length > 0, 'for the mail');
    expect(mails.mails[0]?.text).toContain('are you there?');
    // Asked to stop, and not cut off: between a mail's arrival and its note a kill may send it again.
    second.child.kill('SIGTERM');
    await second.exited;

    const third = release.start(mail);
    await third.ready();
    // Three looks at what is due.
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    expect(mails.mails).toHaveLength(1);
    third.child.kill('SIGKILL');
    await third.exited;
  });
});
