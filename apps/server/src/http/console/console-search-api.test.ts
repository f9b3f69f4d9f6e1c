import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Owner } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import type { SearchAnswer } from './console-search-api.ts';

describe('the search of the console', () => {
  let desk: TestDesk;
  let owner: Owner;
  const write = (site: string) => ({ site, at: 1_000, uuid: () => crypto.randomUUID(), batch: null });
  beforeAll(async () => {
    desk = await startDesk({ sites: { shop: {}, bakery: {} } });
    owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
    const people = Array.from({ length: 30 }, (_, n) => ({ id: `c${n}`, name: `Lamp buyer ${n}` }));
    await desk.store.saveContacts(people, write('shop'));
    await desk.store.saveContacts([{ id: 'b1', name: 'Lamp baker' }], write('bakery'));
    await desk.store.saveOrders([{ number: 'TL-1042' }, { number: 'TL-10421' }], write('shop'));
    const visitor = await desk.visit({ site: 'shop' });
    await visitor.mustSay('我的台灯坏了 lamp <b>broken</b>');
  });
  afterAll(() => desk.end());

  const get = async (path: string, cookie = owner.cookie) => {
    const response = await fetch(`${desk.url}/console/api/search/${path}`, { headers: { cookie } });
    return { status: response.status, body: (await response.json()) as SearchAnswer };
  };
  const hitsOf = (answer: SearchAnswer, kind: string) => answer.groups.find((group) => group.kind === kind)?.hits ?? [];

  it('finds what was just said and whom the site knows, with the places of the words', async () => {
    const { body } = await get(`shop?q=${encodeURIComponent('台灯')}`);
    const [message] = hitsOf(body, 'messages');
    expect(message).toMatchObject({
      from: 'visitor',
      text: { text: '我的台灯坏了 lamp <b>broken</b>', ranges: [[2, 4]] },
    });
    const lamps = (await get('shop?q=lamp')).body;
    expect(hitsOf(lamps, 'contacts')).toHaveLength(5);
    expect(hitsOf(lamps, 'contacts')[0]).toMatchObject({ title: { text: 'Lamp buyer 29', ranges: [[0, 4]] } });
    // The title is not said again below.
    expect(hitsOf(lamps, 'contacts')[0]?.text.text).toBe('c29');
    expect(hitsOf((await get('bakery?q=lamp')).body, 'contacts').map(({ title }) => title.text)).toEqual([
      'Lamp baker',
    ]);
  });

  it('shows the phrasing in which an FAQ was found, where question and answer do not tell why', async () => {
    const texts = async (words: string) =>
      hitsOf((await get(`shop?kind=faqs&q=${encodeURIComponent(words)}`)).body, 'faqs').map(({ title, text }) => [
        title.text,
        text.text,
      ]);
    expect(await texts('credit')).toEqual([['How can I pay?', '“can I pay by credit card”']]);
    expect(await texts('微信')).toEqual([['可以怎么付款？', '“支持微信支付吗”']]);
    expect(await texts('label')).toEqual([['How do I return something?', 'Write to us and you get a label.']]);
  });

  it('goes on page by page in one kind', async () => {
    const names: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const { body } = await get(`shop?q=lamp&kind=contacts${after === '' ? '' : `&after=${after}`}`);
      names.push(...hitsOf(body, 'contacts').map(({ title }) => title.text));
      after = body.groups[0]?.next ?? null;
    }
    expect(names).toEqual(Array.from({ length: 30 }, (_, n) => `Lamp buyer ${29 - n}`));
  });

  it('puts the order that is numbered exactly so before the others', async () => {
    const { body } = await get('shop?q=tl-1042&kind=orders');
    expect(hitsOf(body, 'orders').map(({ id }) => id)).toEqual(['TL-1042', 'TL-10421']);
  });

  it('refuses what makes no sense, and whoever may not see the site', async () => {
    for (const bad of ['', '?q=', '?q=lamp&kind=all', '?q=lamp&from=x', '?q=lamp&after=9', `?q=${'x'.repeat(201)}`])
      expect([bad, (await get(`shop${bad}`)).status]).toEqual([bad, 400]);
    expect((await get('shop?q=lamp', '')).status).toBe(401);
    expect((await get('other?q=lamp')).status).toBe(404);
    expect((await get('shop?q=%22')).body.groups).toEqual([]);
  });
});
