import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PLAIN_PRIORITY, TO_OWNER, newTicket } from '@solodesk/core';
import { Owner, postToConsole } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import type { TimelineAnswer } from './console-crm-api.ts';
import type { ContactDetail, ContactPage, OrderDetail } from './console-contacts-api.ts';

describe('contacts and keys in the console', () => {
  let desk: TestDesk;
  let owner: Owner;
  const write = (site = 'shop') => ({ site, at: 1_000, uuid: () => crypto.randomUUID(), batch: null });
  beforeAll(async () => {
    desk = await startDesk({ sites: { shop: {}, bakery: {} } });
    owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
    await desk.store.saveContacts(
      Array.from({ length: 160 }, (_, n) => ({ id: `c${n}`, name: `Person ${n}`, email: `p${n}@one.example` })),
      write(),
    );
    await desk.store.saveContacts([{ id: 'b1', name: 'Baker' }], write('bakery'));
  });
  afterAll(() => desk.end());

  const get = async <T>(path: string, cookie = owner.cookie) => {
    const response = await fetch(`${desk.url}/console/api${path}`, { headers: { cookie } });
    return { status: response.status, body: (await response.json()) as T };
  };

  it('come page by page, and by what is searched for', async () => {
    const first = (await get<ContactPage>('/contacts/shop')).body;
    expect([first.contacts.length, first.contacts[0]?.name]).toEqual([100, 'Person 159']);
    const second = (await get<ContactPage>(`/contacts/shop?before=${first.next}`)).body;
    expect([second.contacts.length, second.contacts.at(-1)?.name, second.next]).toEqual([60, 'Person 0', null]);
    const found = (await get<ContactPage>('/contacts/shop?search=P42%40ONE')).body;
    expect(found).toMatchObject({ contacts: [{ name: 'Person 42', verified: true }], next: null });
    expect((await get('/contacts/shop?before=x')).status).toBe(400);
  });

  it('lead to an order by its number, with whose it is, or with nobody', async () => {
    await desk.store.saveOrders([{ number: 'TL/7', customer: { id: 'c8' } }, { number: 'TL-8' }], write());
    const read = (number: string, site = 'shop') => get<OrderDetail>(`/orders/${site}/${encodeURIComponent(number)}`);
    expect((await read('tl/7')).body).toMatchObject({ order: { number: 'TL/7' }, contact: { id: 'c8' } });
    expect((await read('TL-8')).body).toMatchObject({ order: { number: 'TL-8' }, contact: null });
    expect((await read('TL-9')).status).toBe(404);
    expect((await read('TL-8', 'bakery')).status).toBe(404);
    expect((await get('/orders/shop/TL-8', '')).status).toBe(401);
  });

  it('are shown with their orders and conversations', async () => {
    const visitor = await desk.visit({ site: 'shop' });
    await visitor.mustSay('Where is my order?');
    const { conversation } = (await desk.store.inbox('shop', { filter: 'open', limit: 1 }))[0]!;
    const contact = await desk.store.linkVerifiedVisitor(conversation.visitorKey, 'c7', write());
    await desk.store.saveOrders([{ number: '1', total: 5, currency: 'EUR', customer: { id: 'c7' } }], write());
    const asked = { subject: 'Where is it?', details: [], category: 'orders', form: null, contact: {}, missing: [] };
    const birth = {
      id: crypto.randomUUID(),
      site: 'shop',
      number: 1,
      at: 1,
      by: { kind: 'api' as const },
      dueAt: null,
    };
    const rest = { route: TO_OWNER, priority: PLAIN_PRIORITY, contactKey: contact.key };
    await desk.store.saveTicket(newTicket({ ...asked, locale: 'en' }, { ...birth, ...rest }));
    const { body } = await get<ContactDetail>(`/contacts/shop/${contact.key}`);
    const timeline = await get<TimelineAnswer>(`/contacts/shop/${contact.key}/timeline`);
    expect(timeline.body.items).toContainEqual(expect.objectContaining({ kind: 'ticket', name: 'SHOP-T1' }));
    expect(body).toMatchObject({
      contact: { id: 'c7', email: 'p7@one.example', customer: true },
      orders: [{ number: '1', total: 5 }],
      tickets: [{ name: 'SHOP-T1', subject: 'Where is it?', state: 'new' }],
      conversations: [{ id: conversation.id, preview: expect.any(String) }],
    });
    visitor.leave();
  });

  it('are nobody else’s', async () => {
    const { key } = (await desk.store.findContact('bakery', { id: 'b1' }))!;
    expect((await get(`/contacts/shop/${key}`)).status).toBe(404);
    expect((await get('/contacts/shop', '')).status).toBe(401);
    expect((await get('/contacts/no-such-site')).status).toBe(404);
    expect((await get('/keys/shop', '')).status).toBe(401);
  });

  it('keys are made, shown once, listed and revoked', async () => {
    const post = (path: string, body: object) => postToConsole(desk.url, path, body, owner.cookie);
    const made = (await (await post('/keys/shop', { name: ' Shop ', scopes: ['orders:write'] })).json()) as {
      secret: string;
      key: { id: string; name: string };
    };
    expect(made.secret).toMatch(/^solodesk_[\w-]{43}$/);
    expect(made.key.name).toBe('Shop');
    const list = await get<{ keys: object[]; scopes: string[] }>('/keys/shop');
    expect(list.body.keys).toEqual([expect.objectContaining({ id: made.key.id, revokedAt: null })]);
    expect(JSON.stringify(list.body)).not.toContain(made.secret);
    const sent = () =>
      fetch(`${desk.url}/api/orders`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${made.secret}` },
        body: '{"number":"9"}',
      });
    expect((await sent()).status).toBe(201);
    expect((await post(`/keys/bakery/${made.key.id}/revoke`, {})).status).toBe(404);
    expect((await post(`/keys/shop/${made.key.id}/revoke`, {})).status).toBe(200);
    expect((await sent()).status).toBe(401);
    expect((await post('/keys/shop', { name: 'x', scopes: ['everything'] })).status).toBe(400);
  });
});
