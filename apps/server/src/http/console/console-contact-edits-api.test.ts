import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Owner, postToConsole } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import type { NewContactAnswer } from './console-contact-edits-api.ts';

describe('a contact that is typed in by hand', () => {
  let desk: TestDesk;
  let owner: Owner;
  beforeAll(async () => {
    desk = await startDesk({ sites: { shop: { country: 'DE' }, bakery: {} } });
    owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
  });
  afterAll(() => desk.end());

  const post = async <T>(path: string, body: unknown, cookie = owner.cookie) => {
    const response = await postToConsole(desk.url, path, body as object, cookie);
    return { status: response.status, body: (await response.json()) as T };
  };
  const add = (body: unknown) => post<NewContactAnswer>('/contacts/shop', body);

  it('is added as people write it, once, and found by address and number', async () => {
    const typed = { name: '  Ada Löwe ', email: 'ADA@One.example', phone: '030 123456', locale: 'en', customer: true };
    const { status, body } = await add(typed);
    expect([status, body.added]).toEqual([201, true]);
    expect(body.contact).toMatchObject({
      ...{ name: 'Ada Löwe', email: 'ada@one.example', phone: '+4930123456', locale: 'en' },
      ...{ verified: true, customer: true, customerSince: expect.any(Number) },
    });
    // Whoever is there already is shown, and is not written over.
    const again = await add({ name: 'Somebody else', phone: '+49 30 123456' });
    expect([again.status, again.body.added]).toEqual([200, false]);
    expect(again.body.contact).toEqual(body.contact);
  });

  it('is put right, taken back, and says which field is wrong', async () => {
    const { key } = (await add({ name: 'Bob', email: 'bob@one.example' })).body.contact;
    const change = (body: unknown) =>
      post<{ contact: object; error: { kind: string; message: string } }>(`/contacts/shop/${key}/details`, body);
    expect((await change({ name: '', phone: '030 999999' })).body.contact).toMatchObject({
      ...{ name: null, email: 'bob@one.example', phone: '+4930999999', customer: false },
    });
    expect((await change({ customer: true })).body.contact).toMatchObject({ customer: true });
    expect((await change({ customer: false })).body.contact).toMatchObject({ customer: false, customerSince: null });
    expect((await change({ customerSince: 5_000 })).body.contact).toMatchObject({
      customer: true,
      customerSince: 5_000,
    });
    const faults = [{ email: 'bob' }, { phone: '12' }, { name: 'x'.repeat(201) }, { locale: 'fr' }, { id: 'c1' }];
    for (const wrong of faults) {
      const { status, body } = await change(wrong);
      expect([status, body.error.kind, body.error.message.includes(Object.keys(wrong)[0]!)]).toEqual([
        400,
        'bad_request',
        true,
      ]);
    }
    expect((await change({ email: '', phone: null })).body.error.kind).toBe('refused');
    expect((await desk.store.findContact('shop', { key }))?.email).toBe('bob@one.example');
  });

  it('needs a way to be reached, and is nobody else’s', async () => {
    const nameless = await post<{ error: { message: string } }>('/contacts/shop', { name: 'Eve' });
    expect([nameless.status, nameless.body.error.message]).toEqual([400, expect.stringMatching(/^reach:/)]);
    for (const nonsense of [[], { email: 5 }, { email: 'a'.repeat(2_000) }, { verified: true }]) {
      expect((await add(nonsense)).status).toBe(400);
    }
    const { key } = (await add({ email: 'eve@one.example' })).body.contact;
    expect((await post(`/contacts/bakery/${key}/details`, { name: 'Mallory' })).status).toBe(404);
    expect((await post(`/contacts/shop/${key}/details`, { name: 'Mallory' }, '')).status).toBe(401);
    expect((await post('/contacts/shop', { email: 'x@one.example' }, '')).status).toBe(401);
    expect((await post('/contacts/shop/0/details', { name: 'x' })).status).toBe(400);
  });
});
