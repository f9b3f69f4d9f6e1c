import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MailServer } from '@solodesk/notify/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiDesk } from '../testing/api-desk.ts';
import type { Owner } from '../testing/owner.ts';
import { until } from '../testing/until.ts';
import type { Visitor } from '../testing/visitor.ts';

const WELCOME = {
  ...{ name: 'welcome', when: { stage: 'new' }, subject: { en: 'Welcome', zh: '欢迎' } },
  text: { en: 'Good to have you.\n\nYou may like: {offers}\n\nMia', zh: '欢迎。\n\n您可能喜欢：{offers}\n\nMia' },
};
const WHY = 'Teapot: 4 of 13 who bought Kettle bought it too.';
const BITTER = 'This is unacceptable, the kettle was broken. I want to complain.';

/** What they do before they buy a kettle. */
const PEOPLE = {
  ada: 'nothing',
  ben: 'declines',
  cleo: 'complains',
  eve: 'allows no mails',
} as const;
type Person = keyof typeof PEOPLE;

/** Each of the four channels on which something is recommended, for each of those who should hear of it or not. */
describe('whom something is recommended to', () => {
  let mails: MailServer;
  let at: ApiDesk;
  let owner: Owner;
  const visitors: Visitor[] = [];
  const keys = new Map<string, number>();
  const write = () => ({ site: 'shop', at: at.clock.now(), uuid: () => crypto.randomUUID(), batch: null });
  const order = (number: string, who: string, products: readonly string[]) => ({
    ...{ number, status: 'paid', placedAt: new Date(at.clock.now()).toISOString(), customer: { id: who } },
    lines: products.map((product) => ({ product, quantity: 1 })),
  });
  /** In a browser of theirs in which they are signed in. */
  const signedIn = async (who: string) => {
    const secret = (await readFile(join(at.desk.dataDir, 'secrets', 'shop.identity'), 'utf8')).trim();
    const hash = createHmac('sha256', secret).update(who).digest('hex');
    const visitor = await at.desk.visit({ auth: { identity: { userId: who, hash } } });
    visitors.push(visitor);
    return async (words: string) => visitor.answerTo((await visitor.mustSay(words)).seq);
  };
  const onTheirPage = async (who: Person) => {
    const answer = await fetch(`${at.desk.url}/console/api/contacts/shop/${keys.get(who)}/offers`, {
      headers: { cookie: owner.cookie },
    });
    return ((await answer.json()) as { offers: { product: string; why: { en: string } }[] }).offers;
  };
  const byApi = async (who: Person) =>
    (await at.ok<{ items: { text: { en: string } }[] }>(`GET /api/recommendations?customer=${who}`)).items.map(
      ({ text }) => text.en,
    );
  const welcomes = () => mails.mails.filter(({ subject }) => subject === 'Welcome');
  const mailTo = (who: Person) => welcomes().find(({ to }) => [to].flat()[0]?.text === `${who}@one.example`);
  const afterAMinute = async () => {
    at.clock.advance(60_000);
    await at.desk.server.sweep();
    await at.desk.server.sweep();
  };

  beforeAll(async () => {
    mails = await MailServer.start();
    at = await ApiDesk.start({
      sites: { shop: { messages: [WELCOME], timeZone: 'UTC' }, bakery: {} },
      environment: { SMTP_URL: `smtp://127.0.0.1:${mails.port}`, MAIL_FROM: 'desk@shop.example' },
    });
    owner = await at.desk.console();
    await at.ok('POST /api/products', [
      { id: 'kettle', names: { en: 'Kettle', zh: '水壶' }, price: 4000, currency: 'EUR' },
      { id: 'teapot', names: { en: 'Teapot', zh: '茶壶' }, price: 3000, currency: 'EUR' },
    ]);
    for (const [who, does] of Object.entries(PEOPLE)) {
      const [saved] = await at.desk.store.saveContacts([{ id: who, email: `${who}@one.example` }], write());
      const { key } = saved!.record;
      keys.set(who, key);
      if (does === 'allows no mails') continue;
      await at.desk.store.changeProfile('shop', key, { marketing: { at: at.clock.now(), how: 'owner' } });
    }
    const earlier = Array.from({ length: 9 }, (_, n) =>
      order(`A-${n}`, `c${n}`, ['kettle', ...(n < 4 ? ['teapot'] : [])]),
    );
    await at.ok('POST /api/orders', earlier);
    await afterAMinute();
    // A program's question has what was bought read; the first who says who they are has the secret made.
    await at.ok('GET /api/recommendations?product=kettle');
    visitors.push(await at.desk.visit({ auth: { identity: { userId: 'first', hash: '0' } } }));
    const ben = await signedIn('ben');
    expect((await ben('What goes with the kettle?')).text).toContain('Teapot');
    expect((await ben('No thanks')).text).toContain('I will not suggest anything more');
    expect((await (await signedIn('cleo'))(BITTER)).text).toMatch(/sorry/);
    await at.ok(
      'POST /api/orders',
      Object.keys(PEOPLE).map((who) => order(`N-${who}`, who, ['kettle'])),
    );
    await afterAMinute();
    await until(() => welcomes().length === 3, 'for the mails');
  });
  afterAll(async () => {
    for (const visitor of visitors) visitor.leave();
    await at.end();
    await mails.stop();
  });

  it('is mailed to who allowed mails, each with its reason', () => {
    const mail = mailTo('ada');
    expect(mail?.text).toContain(`You may like:\n• ${WHY}`);
    expect(mail?.html).toContain(WHY);
  });

  it('is left out of a mail, with the words around it, to those who declined or have complained', () => {
    for (const who of ['ben', 'cleo'] as const) {
      const { text, html } = mailTo(who)!;
      expect(text).toContain('Good to have you.\n\nMia');
      expect(`${text}${html}`).not.toMatch(/You may like|Teapot/);
    }
    expect(mailTo('eve')).toBeUndefined();
  });

  it('stands on the page of a customer and in the answer to a program, not of those who declined or have complained', async () => {
    for (const who of ['ada', 'eve'] as const) {
      expect([who, await byApi(who)]).toEqual([who, [WHY]]);
    }
    expect(await onTheirPage('ada')).toMatchObject([
      { product: 'teapot', why: { en: WHY.slice('Teapot: '.length, -1) } },
    ]);
    for (const who of ['ben', 'cleo'] as const) {
      expect([who, await byApi(who), await onTheirPage(who)]).toEqual([who, [], []]);
    }
  });

  it('is told to who asks, in another of their browsers too, but not while a complaint is open', async () => {
    const ben = await signedIn('ben');
    expect((await ben('How much is the kettle?')).quickReplies ?? []).toEqual([]);
    expect((await ben('What goes with the kettle?')).text).toContain('Teapot');
    const cleo = await signedIn('cleo');
    const price = await cleo('How much is the kettle?');
    expect([price.text, price.quickReplies ?? []]).toEqual([expect.stringContaining('40'), []]);
    expect((await cleo('What goes with the kettle?')).text).toContain('as long as your complaint is open');
    const ada = await signedIn('ada');
    expect((await ada('How much is the kettle?')).quickReplies).toEqual([{ label: 'What goes with it?' }]);
  });

  it('begins again once the complaint is settled', async () => {
    const [ticket] = await at.desk.store.tickets('shop', { filter: 'all', limit: 9 });
    await at.ok(`PATCH /api/tickets/${ticket!.number}`, { state: 'solved' });
    expect(await byApi('cleo')).toEqual([WHY]);
    expect((await (await signedIn('cleo'))('What goes with the kettle?')).text).toContain('Teapot');
  });
});
