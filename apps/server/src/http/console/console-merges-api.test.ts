import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Owner, postToConsole } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import type { DuplicatesAnswer, PreviewAnswer } from './console-merges-api.ts';

describe('duplicates in the console', () => {
  let desk: TestDesk;
  let owner: Owner;
  const write = (site = 'shop') => ({ site, at: 1_000, uuid: () => crypto.randomUUID(), batch: null });
  const contact = async (id: string, site = 'shop') => {
    const [saved] = await desk.store.saveContacts([{ id, name: id, email: 'ada@one.example' }], write(site));
    return saved!.record.key;
  };
  beforeAll(async () => {
    desk = await startDesk({ sites: { shop: {}, bakery: {} } });
    owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
  });
  afterAll(() => desk.end());

  const get = async <T>(path: string) => {
    const response = await fetch(`${desk.url}/console/api${path}`, { headers: { cookie: owner.cookie } });
    return { status: response.status, body: (await response.json()) as T };
  };
  const post = async (path: string, body: object) => {
    const response = await postToConsole(desk.url, path, body, owner.cookie);
    return { status: response.status, body: (await response.json()) as { merge: { key: number } } };
  };

  it('are suggested, previewed, merged and parted again', async () => {
    const [one, other] = [await contact('C-1'), await contact('C-2')];
    const path = `/contacts/shop/${one}`;
    expect((await get<DuplicatesAnswer>(`${path}/duplicates`)).body).toMatchObject({
      duplicates: [{ contact: { key: other, name: 'C-2' }, shared: ['email'] }],
      merges: [],
    });
    const preview = (await get<PreviewAnswer>(`${path}/merge/${other}`)).body;
    expect(preview).toMatchObject({ after: { id: 'C-1' }, needsVouching: false, moved: { orders: 0 } });
    const { merge } = (await post(`${path}/merge`, { loser: other })).body;
    expect((await get(`/contacts/shop/${other}`)).status).toBe(404);
    expect((await get<DuplicatesAnswer>(`${path}/duplicates`)).body).toMatchObject({
      duplicates: [],
      merges: [{ key: merge.key, loserName: 'C-2' }],
    });
    expect((await post(`/merges/shop/${merge.key}/undo`, {})).status).toBe(200);
    expect((await get(`/contacts/shop/${other}`)).status).toBe(200);
    expect((await post(`/merges/shop/${merge.key}/undo`, {})).status).toBe(404);
  });

  it('are told of beside a conversation, with the contact behind it', async () => {
    const visitor = await desk.visit({ site: 'shop' });
    await visitor.mustSay('hello');
    const { conversation } = (await desk.store.inbox('shop', { filter: 'open', limit: 1 }))[0]!;
    const path = `/conversations/shop/${conversation.id}/contact`;
    expect((await get(path)).body).toEqual({ contact: null, duplicates: 0 });
    await desk.store.saveContacts([{ id: 'T-1', phone: '+4930111111' }], write());
    await desk.store.noteVisitorContact(conversation.visitorKey, { name: 'Tia', phone: '+4930111111' }, write());
    expect((await get(path)).body).toEqual({ contact: { key: expect.any(Number), name: 'Tia' }, duplicates: 1 });
    expect((await get(path.replace('shop', 'bakery'))).status).toBe(404);
    visitor.leave();
  });

  it('are not merged without a word where only one of them is verified', async () => {
    const one = await contact('C-9');
    const visitor = await desk.visit({ site: 'shop' });
    await visitor.mustSay('hello');
    const { conversation } = (await desk.store.inbox('shop', { filter: 'open', limit: 1 }))[0]!;
    const said = await desk.store.noteVisitorContact(conversation.visitorKey, { email: 'x@one.example' }, write());
    expect((await get<PreviewAnswer>(`/contacts/shop/${one}/merge/${said.key}`)).body.needsVouching).toBe(true);
    expect((await post(`/contacts/shop/${one}/merge`, { loser: said.key })).status).toBe(403);
    expect((await post(`/contacts/shop/${said.key}/merge`, { loser: one, vouched: true })).status).toBe(403);
    expect((await post(`/contacts/shop/${one}/merge`, { loser: said.key, vouched: true })).status).toBe(200);
    visitor.leave();
  });

  it('are nobody else’s, and take no nonsense', async () => {
    const [one, baker] = [await contact('C-5'), await contact('B-1', 'bakery')];
    expect((await get(`/contacts/shop/${one}/merge/${baker}`)).status).toBe(404);
    expect((await post(`/contacts/shop/${one}/merge`, { loser: baker })).status).toBe(404);
    expect((await get('/contacts/shop/x/duplicates')).status).toBe(400);
    expect((await post(`/contacts/shop/${one}/merge`, { loser: one })).status).toBe(403);
    expect((await post(`/contacts/shop/${one}/merge`, { loser: 'x' })).status).toBe(400);
  });
});
