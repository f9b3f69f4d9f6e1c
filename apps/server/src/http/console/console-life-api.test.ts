import { createFakeClock } from '@solodesk/core/testing';
import { MailServer } from '@solodesk/notify/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Owner, postToConsole } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import { until } from '../../testing/until.ts';
import type { ContactPage } from './console-contacts-api.ts';
import type { LifeAnswer, StandingAnswer } from './console-life-api.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5, 12);
const WELCOME = {
  name: 'welcome',
  when: { stage: 'new' },
  subject: { en: 'Welcome', zh: '欢迎' },
  text: { en: 'Hello {name}, thank you.', zh: '{name}，谢谢。' },
};
const HOW = {
  ...WELCOME,
  name: 'how',
  when: { delivered: true },
  afterDays: 10,
  subject: { en: 'All well?', zh: '还好吗？' },
};

const headerOf = (mail: MailServer['mails'][number] | undefined, name: string) =>
  mail?.headerLines.find(({ key }) => key === name)?.line ?? '';

describe('the life cycle of customers', () => {
  let mails: MailServer;
  let desk: TestDesk;
  let owner: Owner;
  let clock: ReturnType<typeof createFakeClock>;
  beforeEach(async () => {
    clock = createFakeClock(START);
    mails = await MailServer.start();
    desk = await startDesk({
      clock,
      sites: { shop: { languages: ['en', 'zh'], messages: [WELCOME, HOW] }, bakery: {} },
      environment: { SMTP_URL: `smtp://127.0.0.1:${mails.port}`, MAIL_FROM: 'desk@shop.example' },
    });
    owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
  });
  afterEach(async () => {
    await desk.end();
    await mails.stop();
  });

  const write = () => ({ site: 'shop', at: clock.now(), uuid: () => crypto.randomUUID(), batch: null });
  const get = async <T>(path: string, cookie = owner.cookie) => {
    const response = await fetch(`${desk.url}/console/api${path}`, { headers: { cookie } });
    return { status: response.status, body: (await response.json()) as T };
  };
  const post = (path: string, body: object) =>
    fetch(`${desk.url}/api/unsubscribe/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-solodesk': 'unsubscribe' },
      body: JSON.stringify(body),
    });
  const customer = async (id: string, allowed: boolean) => {
    const draft = { id, name: '王芳', email: `${id}@one.example`, locale: 'zh' as const };
    const [saved] = await desk.store.saveContacts([draft], write());
    const key = saved!.record.key;
    if (allowed) await desk.store.changeProfile('shop', key, { marketing: { at: clock.now(), how: 'owner' } });
    return key;
  };
  const order = (id: string, status: 'paid' | 'delivered') =>
    desk.store.saveOrders([{ number: `N-${id}`, customer: { id }, placedAt: clock.now(), status }], write());
  const after = async (ms: number) => {
    clock.advance(ms);
    await desk.server.sweep();
    await desk.server.sweep();
  };

  it('is shown with its rules, who moved, and why somebody stands where they do', async () => {
    const key = await customer('ada', false);
    await after(0);
    await order('ada', 'paid');
    await after(1_000);
    const { counts, rules, moves, messages, mails: can } = (await get<LifeAnswer>('/life/shop')).body;
    expect([counts.new, rules.churnedDays, can]).toEqual([1, 180, true]);
    expect(moves).toEqual([
      {
        ...{ at: START + 1_000, from: 'contact', to: 'new', byRules: false },
        contact: { key, id: 'ada', name: '王芳', email: 'ada@one.example' },
      },
    ]);
    expect(messages.map(({ name, on, sent }) => [name, on, sent])).toEqual([
      ['welcome', 'new', 0],
      ['how', 'delivered', 0],
    ]);
    const { standing } = (await get<StandingAnswer>(`/contacts/shop/${key}/life`)).body;
    expect(standing).toMatchObject({ stage: 'new', until: START + 30 * DAY, facts: { lastOrderAt: START } });
    const listed = (filter: object) =>
      get<ContactPage>(`/contacts/shop?filter=${encodeURIComponent(JSON.stringify(filter))}`);
    expect((await listed({ stage: ['new'] })).body.contacts).toMatchObject([{ key, stage: 'new' }]);
    expect((await listed({ stage: ['lead'] })).body.contacts).toEqual([]);
    expect((await listed({ stage: ['gone'] })).status).toBe(400);
    expect((await get('/contacts/shop?filter=%7B')).status).toBe(400);
    await after(8 * DAY);
    expect((await get<LifeAnswer>('/life/shop')).body.moves).toEqual([]);
  });

  it('sends a message once to those who allowed it, in their language, and one some days after a delivery', async () => {
    await customer('ada', true);
    await customer('bob', false);
    await after(0);
    await order('ada', 'paid');
    await order('bob', 'paid');
    await after(1_000);
    await until(() => mails.mails.length === 1, 'for the mail');
    expect(mails.sessions[0]?.to).toEqual(['ada@one.example']);
    await after(DAY);
    await after(DAY);
    await order('ada', 'delivered');
    await after(1_000);
    await after(9 * DAY);
    expect(mails.mails).toHaveLength(1);
    await after(DAY);
    await until(() => mails.mails.length === 2, 'for the second mail');
    await after(5 * DAY);
    expect((await get<LifeAnswer>('/life/shop')).body.messages.map(({ sent }) => sent)).toEqual([1, 1]);
    expect(mails.mails).toHaveLength(2);
  });

  it('ends these mails by a link that asks first, and does nothing by being opened', async () => {
    const key = await customer('ada', true);
    await after(0);
    await order('ada', 'paid');
    await after(1_000);
    await until(() => mails.mails.length === 1, 'for the mail');
    const token = /unsubscribe#([\w-]+)/.exec(mails.mails[0]?.text ?? '')?.[1] ?? '';
    const page = await fetch(`${desk.url}/unsubscribe`);
    expect([page.status, page.headers.get('referrer-policy')]).toEqual([200, 'no-referrer']);
    const shown = (await (await post('show', { token })).json()) as object;
    expect(shown).toMatchObject({ site: { id: 'shop' }, address: 'a…@one.example', left: false });
    expect((await desk.store.profile('shop', key))?.marketing).not.toBeNull();
    expect((await post('leave', { token: 'wrong' })).status).toBe(404);
    expect((await post('leave', {})).status).toBe(400);
    expect(await (await post('leave', { token })).json()).toMatchObject({ left: true });
    expect((await desk.store.profile('shop', key))?.marketing).toBeNull();
    expect((await get<LifeAnswer>('/life/shop')).body.messages[0]).toMatchObject({ sent: 1, left: 1 });
  });

  it('ends these mails by one click in a mail program, which says that it means it', async () => {
    const key = await customer('ada', true);
    await after(0);
    await order('ada', 'paid');
    await after(1_000);
    await until(() => mails.mails.length === 1, 'for the mail');
    // Over plain HTTP, as here, mail programs are sent to the page.
    const [, token = ''] = /<http:.*unsubscribe#([\w-]+)>/.exec(headerOf(mails.mails[0], 'list-unsubscribe')) ?? [];
    const address = `${desk.url}/unsubscribe/one-click/${token}`;
    const opened = await fetch(address, { redirect: 'manual' });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `/unsubscribe#${token}`]);
    const click = (to: string, body: BodyInit) => fetch(to, { method: 'POST', body, redirect: 'manual' });
    const form = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    expect((await click(address, new URLSearchParams({ a: 'b' }))).status).toBe(400);
    expect((await click(address, 'x'.repeat(10_000))).status).toBe(413);
    expect((await click(`${address}x`, form)).status).toBe(404);
    expect((await desk.store.profile('shop', key))?.marketing).not.toBeNull();
    expect((await click(address, form)).status).toBe(200);
    expect((await desk.store.profile('shop', key))?.marketing).toBeNull();
    const parts = new FormData();
    parts.set('List-Unsubscribe', 'One-Click');
    expect((await click(address, parts)).status).toBe(200);
    expect((await get<LifeAnswer>('/life/shop')).body.messages[0]).toMatchObject({ sent: 1, left: 1 });
  });

  it('counts segments, and writes them into site.json unless somebody else was faster', async () => {
    const key = await customer('ada', true);
    await desk.store.changeProfile('shop', key, { addTags: ['vip'] });
    const where = { tags: ['vip'], language: 'zh', spent: { atLeast: 0, currency: 'EUR' } };
    const count = (filter: object) =>
      get<{ contacts: number }>(`/segments/shop/count?filter=${encodeURIComponent(JSON.stringify(filter))}`);
    expect((await count(where)).body).toEqual({ contacts: 1 });
    expect((await count({ tags: ['press'] })).body).toEqual({ contacts: 0 });
    const segments = [{ name: 'regulars', title: { en: 'Regulars' }, where }];
    const save = (was: string[], change: object[]) =>
      postToConsole(desk.url, '/segments/shop', { was, segments: change }, owner.cookie);
    expect((await save([], segments)).status).toBe(200);
    expect((await get('/segments/shop')).body).toMatchObject({ segments, currency: 'EUR' });
    expect((await save([], segments)).status).toBe(409);
    const twice = await save(
      segments.map((each) => JSON.stringify(each)),
      [...segments, ...segments],
    );
    expect([twice.status, await twice.text()]).toEqual([400, expect.stringContaining('name of another segment')]);
  });

  it('lists who is kept out, and lets them in again', async () => {
    const visitor = await desk.visit();
    await visitor.mustSay('hello');
    const { conversation } = (await desk.store.inbox('shop', { filter: 'open', limit: 1 }))[0]!;
    await desk.store.updateVisitor(conversation.visitorKey, { blocked: 'spam' });
    type Blocked = { blocked: object[] };
    const { blocked } = (await get<Blocked>('/blocked/shop')).body;
    expect(blocked).toMatchObject([
      {
        why: 'spam',
        conversation: conversation.id,
        preview: expect.any(String),
        previewFrom: expect.stringMatching(/^(visitor|bot)$/),
      },
    ]);
    const lift = (site: string, key: number) =>
      postToConsole(desk.url, `/blocked/${site}/${key}`, { blocked: false }, owner.cookie);
    expect((await lift('bakery', conversation.visitorKey)).status).toBe(404);
    expect((await lift('shop', conversation.visitorKey)).status).toBe(200);
    expect((await get<Blocked>('/blocked/shop')).body.blocked).toEqual([]);
    visitor.leave();
  });

  it('is nobody else’s', async () => {
    const key = await customer('ada', true);
    for (const path of ['/life/shop', `/contacts/shop/${key}/life`, '/segments/shop', '/blocked/shop']) {
      expect((await get(path, '')).status).toBe(401);
    }
    expect((await get(`/contacts/bakery/${key}/life`)).status).toBe(404);
    expect((await get('/segments/nowhere')).status).toBe(404);
  });
});
