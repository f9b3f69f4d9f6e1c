import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../testing/until.ts';
import { Owner, postToConsole } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import type { OfferView, ProfileAnswer, TimelineAnswer } from './console-crm-api.ts';

describe('a customer in the console', () => {
  let desk: TestDesk;
  let owner: Owner;
  let key = 0;
  const write = (site = 'shop') => ({ site, at: 1_000, uuid: () => crypto.randomUUID(), batch: null });
  beforeAll(async () => {
    desk = await startDesk({ sites: { shop: {}, bakery: {} } });
    owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
    const [saved] = await desk.store.saveContacts([{ id: 'ada', email: 'ada@one.example' }], write());
    key = saved!.record.key;
    await desk.store.saveOrders(
      Array.from({ length: 40 }, (_, n) => ({ number: `A-${n}`, customer: { id: 'ada' }, placedAt: 1_000 * n })),
      write(),
    );
  });
  afterAll(() => desk.end());

  const get = async <T>(path: string, cookie = owner.cookie) => {
    const response = await fetch(`${desk.url}/console/api${path}`, { headers: { cookie } });
    return { status: response.status, body: (await response.json()) as T };
  };
  const post = async (path: string, body: object) => {
    const response = await postToConsole(desk.url, path, body, owner.cookie);
    return { status: response.status, body: (await response.json()) as ProfileAnswer };
  };

  it('has a timeline that comes page by page', async () => {
    const first = (await get<TimelineAnswer>(`/contacts/shop/${key}/timeline`)).body;
    expect([first.items.length, first.items[0]]).toEqual([
      30,
      expect.objectContaining({ kind: 'order', number: 'A-39' }),
    ]);
    const second = (await get<TimelineAnswer>(`/contacts/shop/${key}/timeline?after=${first.next}`)).body;
    expect([second.items.length, second.items.at(-1), second.next]).toEqual([
      10,
      expect.objectContaining({ number: 'A-0' }),
      null,
    ]);
    for (const after of ['x', 'order.1', 'orders.1.1', 'order.-1.1', "order.1.1'"]) {
      expect((await get(`/contacts/shop/${key}/timeline?after=${after}`)).status).toBe(400);
    }
  });

  it('is noted tags, attributes and that marketing is allowed, which can be taken back exactly', async () => {
    const path = `/contacts/shop/${key}/profile`;
    const noted = await post(path, { addTags: [' vip '], attributes: [{ name: '尺码', value: 'M' }], marketing: true });
    expect(noted.body.profile).toEqual({
      tags: ['vip'],
      attributes: { 尺码: 'M' },
      marketing: { at: expect.any(Number), how: 'owner' },
    });
    const { marketing } = noted.body.profile;
    await post(path, { marketing: false });
    await post(path, { marketing });
    expect((await get<ProfileAnswer>(path)).body.profile).toEqual(noted.body.profile);
    expect((await get('/tags/shop')).body).toEqual({ tags: [{ tag: 'vip', contacts: 1 }] });
    expect((await get('/tags/bakery')).body).toEqual({ tags: [] });
  });

  it('might like what those bought who bought the same', async () => {
    const named = { product: null, name: null, quantity: 1, price: null };
    const lines = (...ids: string[]) => ids.map((product) => ({ ...named, product }));
    await writeFile(
      join(desk.sitesDir, 'shop/products.csv'),
      'id,name_en,price,currency,url\nkettle,Kettle,49,EUR,\nteapot,Teapot,30,EUR,https://shop.example/teapot\n',
    );
    await until(() => (desk.server.sites.of('shop')?.catalogue ?? null) !== null, 'for the catalogue to be read');
    const buyers = Array.from({ length: 6 }, (_, n) => ({
      ...{ number: `B-${n}`, customer: { id: `b${n}` }, placedAt: 5, lines: lines('kettle', 'teapot') },
    }));
    await desk.store.saveOrders(
      [...buyers, { number: 'A-50', customer: { id: 'ada' }, placedAt: 9, lines: lines('kettle') }],
      write(),
    );
    const path = `/contacts/shop/${key}/offers`;
    const offers = async () => (await get<{ offers: OfferView[] }>(path)).body.offers;
    await until(async () => (await offers()).length > 0, 'for what was bought to be learned');
    expect(await offers()).toEqual([
      {
        ...{ product: 'teapot', url: 'https://shop.example/teapot', name: { en: 'Teapot', zh: 'Teapot' } },
        why: expect.objectContaining({ en: '6 of 7 who bought Kettle bought it too' }),
      },
    ]);
    expect((await get(`/contacts/bakery/${key}/offers`)).status).toBe(404);
  });

  it('takes nothing that is too long, too much, or something else', async () => {
    const path = `/contacts/shop/${key}/profile`;
    const bad = [
      { addTags: ['x'.repeat(41)] },
      { addTags: [''] },
      { attributes: [{ name: 'a', value: 'x'.repeat(501) }] },
      { tags: [] },
      { marketing: 'yes' },
    ];
    for (const body of bad) expect((await post(path, body)).status).toBe(400);
    const many = Array.from({ length: 30 }, (_, n) => `t${n}`);
    await post(path, { addTags: ['one'] });
    expect((await post(path, { addTags: many })).status).toBe(403);
  });

  it('is blocked in every browser at once, and let in again', async () => {
    const visitor = await desk.visit({ site: 'shop' });
    await visitor.mustSay('hello');
    const { conversation } = (await desk.store.inbox('shop', { filter: 'open', limit: 1 }))[0]!;
    await desk.store.linkVerifiedVisitor(conversation.visitorKey, 'ada', write());
    const blocked = await post(`/contacts/shop/${key}/block`, { blocked: true });
    expect(blocked.body.browsers).toMatchObject([{ blocked: true, verified: false }]);
    expect((await desk.store.findConversation('shop', conversation.id))?.conversation.state).toBe('closed');
    expect((await post(`/contacts/shop/${key}/block`, { blocked: false })).body.browsers[0]?.blocked).toBe(false);
    visitor.leave();
  });

  it('cannot be blocked without a browser, and says so', async () => {
    const [saved] = await desk.store.saveContacts([{ id: 'bob' }], write());
    expect((await post(`/contacts/shop/${saved!.record.key}/block`, { blocked: true })).status).toBe(403);
  });

  it('is nobody else’s', async () => {
    for (const what of ['timeline', 'profile']) {
      expect((await get(`/contacts/bakery/${key}/${what}`)).status).toBe(404);
      expect((await get(`/contacts/shop/${key}/${what}`, '')).status).toBe(401);
    }
    expect((await post(`/contacts/bakery/${key}/profile`, { addTags: ['x'] })).status).toBe(404);
    expect((await post(`/contacts/bakery/${key}/block`, { blocked: true })).status).toBe(404);
  });
});
