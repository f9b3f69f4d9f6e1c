import { MailServer } from '@solodesk/notify/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OWNER, Owner, postToConsole } from '../testing/owner.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';

const WELCOME = {
  name: 'welcome',
  when: { stage: 'new' },
  subject: { en: 'Welcome, {name}', zh: '欢迎' },
  text: { en: 'Hello {name}, <b>thank</b> you.\n\nYou may like: {offers}', zh: '{name}，谢谢。' },
  link: { label: { en: 'To the shop', zh: '去商店' }, url: 'https://shop.example/' },
};

describe('messages that begin by themselves, while they are written', () => {
  let mails: MailServer;
  let desk: TestDesk;
  let owner: Owner;
  beforeEach(async () => {
    mails = await MailServer.start();
    desk = await startDesk({
      sites: { shop: { languages: ['en', 'zh'] }, bakery: {} },
      environment: { SMTP_URL: `smtp://127.0.0.1:${mails.port}`, MAIL_FROM: 'desk@shop.example' },
    });
    owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
  });
  afterEach(async () => {
    await desk.end();
    await mails.stop();
  });

  const post = async (path: string, body: object) => {
    const response = await postToConsole(desk.url, path, body, owner.cookie);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const drafted = async (message: object = WELCOME) => {
    const draft = { values: { messages: [message] } };
    const { body } = await post('/settings/shop/check', { draft, locale: 'en' });
    expect(body.problems).toEqual([]);
    return String(body.preview);
  };
  const page = async (path: string) => {
    const response = await fetch(desk.url + path);
    return { status: response.status, text: await response.text(), policy: response.headers };
  };

  it('are seen in each language as they will arrive, as text, before they are saved', async () => {
    const preview = await drafted();
    const english = await page(`/preview/${preview}/mail/0/en`);
    expect(english.text).toContain('<h1 ');
    expect(english.text).toContain('>Welcome</h1>');
    expect(english.text).toContain('Hello Ana, &lt;b&gt;thank&lt;/b&gt; you.');
    expect(english.text).toContain('>To the shop</a>');
    expect(english.text).toContain('Unsubscribe');
    // Nothing is known to offer: its paragraph is not left in the air.
    expect(english.text).not.toContain('You may like');
    expect(english.policy.get('content-security-policy')).toContain('sandbox');
    expect((await page(`/preview/${preview}/mail/0/zh`)).text).toContain('李安，谢谢。');
    expect((await page(`/preview/${preview}/mail/0/en?named=no`)).text).toContain('Hello, &lt;b&gt;');
  });

  it('are not found where there is none', async () => {
    const preview = await drafted();
    for (const path of [
      `${preview}/mail/1/en`,
      `${preview}/mail/x/en`,
      `${preview}/mail/0/de`,
      '~no/mail/0/en',
      'shop/mail/0/en',
    ])
      expect((await page(`/preview/${path}`)).status).toBe(404);
  });

  it('go to whoever writes them as a test, and to nobody else', async () => {
    const preview = await drafted();
    const { body } = await post('/settings/shop/test-message', { preview, message: 0, language: 'zh' });
    expect(body).toEqual({ outcome: 'delivered', reason: null, to: OWNER.email });
    const [mail, ...others] = mails.mails;
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('测试：欢迎');
    expect(mails.sessions[0]?.to).toEqual([OWNER.email]);
  });

  it('are tested only on one’s own site, and not without end', async () => {
    const preview = await drafted();
    expect((await post('/settings/bakery/test-message', { preview, message: 0, language: 'en' })).status).toBe(404);
    expect((await post('/settings/shop/test-message', { preview, message: 3, language: 'en' })).status).toBe(404);
    const stranger = await postToConsole(
      desk.url,
      '/settings/shop/test-message',
      { preview, message: 0, language: 'en' },
      '',
    );
    expect(stranger.status).toBe(401);
    const all = [];
    for (let at = 0; at < 6; at++)
      all.push((await post('/settings/shop/test-message', { preview, message: 0, language: 'en' })).status);
    expect(all).toEqual([200, 200, 200, 200, 200, 429]);
  });
});
