import { createFakeClock } from '@solodesk/core/testing';
import { MailServer } from '@solodesk/notify/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signedTokensOf } from '../auth/signed-tokens.ts';
import { postToConsole } from '../testing/owner.ts';
import type { Owner } from '../testing/owner.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';

const DAY = 86_400_000;
const ANN = 'ann@customer.example';
/** Two of these are more than goes with a mail. */
const LARGE = 'x'.repeat(9 * 1024 * 1024);

describe('a file that is too large for the mail that it belongs to', () => {
  let clock: ReturnType<typeof createFakeClock>;
  let mails: MailServer;
  let desk: TestDesk;
  let owner: Owner;
  let conversation: string;
  let token: string;
  beforeAll(async () => {
    clock = createFakeClock(Date.UTC(2026, 0, 5, 12));
    mails = await MailServer.start();
    desk = await startDesk({
      ...{ clock, sites: { shop: {}, bakery: {} } },
      environment: { SMTP_URL: `smtp://127.0.0.1:${mails.port}`, MAIL_FROM: 'desk@shop.example' },
    });
    owner = await desk.console();
    ({ conversation, token } = await answerAnn());
  });
  afterAll(async () => {
    await desk.end();
    await mails.stop();
  });

  const attach = async (name: string, body: string) => {
    const response = await fetch(`${desk.url}/console/api/files/shop/${conversation}`, {
      ...{ method: 'POST', body },
      headers: { cookie: owner.cookie, 'x-solodesk': '1', 'x-file-name': encodeURIComponent(name) },
    });
    return ((await response.json()) as { file: { id: string } }).file.id;
  };
  /** Ann has gone, and gets the owner's answer by mail. */
  async function answerAnn(): Promise<{ conversation: string; token: string }> {
    const visitor = await desk.visit();
    const said = await visitor.emit('message', {
      ...{ clientId: crypto.randomUUID(), text: 'the manuals please', intent: 'solodesk.person' },
    });
    if (!said.ok) throw new Error(said.error.kind);
    conversation = said.conversation;
    const row = await desk.store.findConversation('shop', conversation);
    const write = { site: 'shop', at: clock.now(), uuid: () => crypto.randomUUID(), batch: null };
    await desk.store.noteVisitorContact(row?.visitor.key ?? 0, { email: ANN }, write);
    visitor.leave();
    const attachments = [await attach('one.txt', LARGE), await attach('使用 "说明".txt', LARGE)];
    const words = { site: 'shop', conversation, clientId: crypto.randomUUID(), text: 'Here they are.', attachments };
    expect(await owner.emit('reply', words)).toMatchObject({ ok: true });
    clock.advance(6 * 60_000);
    await desk.server.sweep();
    await desk.server.sweep();
    const mail = mails.mails.find(({ to }) => [to].flat().some((each) => each?.text === ANN));
    expect(mail?.attachments.map(({ filename }) => filename)).toEqual(['one.txt']);
    const link = /Download: (\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(new URL(link).pathname).toBe('/file');
    expect(mail?.html).toContain(`href="${link}"`);
    return { conversation, token: link.split('#')[1] ?? '' };
  }

  const show = (which: string) =>
    fetch(`${desk.url}/api/file/show`, {
      ...{ method: 'POST', body: JSON.stringify({ token: which }) },
      headers: { 'content-type': 'application/json', 'x-solodesk': 'file' },
    });
  const get = (which: string) =>
    fetch(`${desk.url}/api/file/get`, {
      method: 'POST',
      body: new URLSearchParams({ token: which }),
      redirect: 'manual',
    });
  const isRefused = async (which: string) => {
    const [shown, got] = [await show(which), await get(which)];
    expect([shown.status, got.status, got.headers.get('location')]).toEqual([404, 303, '/file']);
  };

  it('is fetched from the page behind its link, only ever as a download that runs nothing', async () => {
    const page = await fetch(`${desk.url}/file`);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(await (await show(token)).json()).toEqual({
      ...{ site: { id: 'shop', name: 'Shop' }, name: '使用 _说明_.txt', bytes: LARGE.length, locale: 'en' },
      until: Date.UTC(2026, 0, 19, 12, 6),
    });
    const got = await get(token);
    expect(got.status).toBe(200);
    expect((await got.text()).length).toBe(LARGE.length);
    expect(got.headers.get('content-disposition')).toMatch(/^attachment; filename="/);
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    expect(got.headers.get('content-security-policy')).toMatch(/default-src 'none';.* sandbox/);
    expect(got.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('is of one site, and what is forged, or made for something else, opens nothing', async () => {
    const [body = '', signature = ''] = token.split('.');
    const content = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const encode = (what: object) => Buffer.from(JSON.stringify(what)).toString('base64url');
    await isRefused(`${encode({ ...content, site: 'bakery' })}.${signature}`);
    await isRefused(`${encode({ ...content, until: clock.now() + 99 * DAY })}.${signature}`);
    await isRefused(`${body}.`);
    await isRefused(body);
    // As the links of the morning's mail are signed, by which nobody reads files.
    await isRefused(signedTokensOf(desk.dataDir, 'act').sign(content));
    // Rightly signed, and of a site that has no such file.
    await isRefused(signedTokensOf(desk.dataDir, 'file').sign({ ...content, site: 'bakery' }));
    expect((await show(signedTokensOf(desk.dataDir, 'file').sign(content))).status).toBe(200);
  });

  it('is not shown to a page of somebody else', async () => {
    const headers = { 'content-type': 'application/json', 'x-solodesk': 'file', origin: 'https://evil.example' };
    const foreign = await fetch(`${desk.url}/api/file/show`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ token }),
    });
    expect(foreign.status).toBe(403);
  });

  it('is there for fourteen days', async () => {
    clock.advance(13 * DAY);
    expect((await get(token)).status).toBe(200);
    clock.advance(DAY);
    await isRefused(token);
    clock.advance(-DAY);
  });

  it('goes with the person', async () => {
    expect((await get(token)).status).toBe(200);
    const whom = { conversation, confirm: conversation.slice(0, 6) };
    expect((await postToConsole(desk.url, '/privacy/shop/erase', whom, owner.cookie)).status).toBe(200);
    await isRefused(token);
  });
});
