import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GroupView, UnansweredView } from '../../faqs/unanswered-groups.ts';
import { Owner, postToConsole } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';

describe('unanswered questions in the console', () => {
  let desk: TestDesk;
  let owner: Owner;
  beforeAll(async () => {
    desk = await startDesk({ sites: { shop: {}, bakery: {} } });
    owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
  });
  afterAll(() => desk.end());

  const get = async <T>(path: string, cookie = owner.cookie) => {
    const response = await fetch(`${desk.url}/console/api${path}`, { headers: { cookie } });
    return { status: response.status, body: (await response.json()) as T };
  };
  const groups = async (site = 'shop') => (await get<UnansweredView>(`/unanswered/${site}`)).body.groups;
  const post = (path: string, body: unknown) => postToConsole(desk.url, path, body, owner.cookie);
  const ask = async (text: string, site = 'shop') => {
    const visitor = await desk.visit({ site });
    const { seq } = await visitor.mustSay(text);
    await visitor.answerTo(seq);
    visitor.leave();
  };

  it('are none before anybody asked what the bot does not know', async () => {
    await ask('How long does delivery take?');
    expect((await get('/unanswered/shop')).body).toEqual({ groups: [], questions: 0, more: false });
    expect((await get('/unanswered/shop/count')).body).toEqual({ count: 0 });
  });

  it('come in groups by meaning, counted, with the nearest FAQs and without anybody’s data', async () => {
    await ask('Do you repair torn shirts? My order is 48213');
    await ask('can you repair a torn shirt, write to jane@mail.example');
    await ask('店里可以带狗吗');
    const found = await groups();
    expect(found.map(({ count, wordings }) => [count, wordings.map(({ text }) => text).sort()])).toEqual([
      [2, ['Do you repair torn shirts? My order is 00000', 'can you repair a torn shirt, write to name@example.com']],
      [1, ['店里可以带狗吗']],
    ]);
    const [repair] = found as [GroupView];
    expect(repair).toMatchObject({ answered: false, keys: expect.any(Array) });
    for (const { intent, confidence, question } of repair.nearest) {
      expect(intent).toMatch(/^(delivery|returns|payment)\./);
      expect(question).toHaveProperty('zh');
      expect(confidence).toBeLessThan(0.6);
    }
    expect(repair.wordings[0]).toMatchObject({ locale: 'en', times: 1, seq: 1, conversation: expect.any(String) });
    expect((await get('/unanswered/shop/count')).body).toEqual({ count: 3 });
  });

  it('are grouped with what was searched for in the help centre, and say how much of it was', async () => {
    const search = { at: Date.now(), locale: 'en', guesses: [] } as const;
    await desk.store.keepSearch('shop', { ...search, text: 'repair torn shirts' }, 9);
    await desk.store.keepSearch('shop', { ...search, text: 'zoo tickets' }, 9);
    const found = await groups();
    const facts = found.map(({ count, searched, wordings }) => [count, searched, wordings[0]?.text]);
    expect(facts[0]?.slice(0, 2)).toEqual([3, 1]);
    expect(facts.slice(1)).toEqual([
      [1, 1, 'zoo tickets'],
      [1, 0, '店里可以带狗吗'],
    ]);
    const where = found.flatMap(({ wordings }) => wordings.map(({ text, conversation }) => [text, conversation]));
    expect(where.filter(([, conversation]) => conversation === null).map(([text]) => text)).toEqual([
      'repair torn shirts',
      'zoo tickets',
    ]);
    const open = await desk.store.unanswered('shop', { status: 'open', limit: 99 });
    const keys = open.filter(({ kind }) => kind === 'searched').map(({ key }) => key);
    await post('/unanswered/shop/status', { keys, status: 'added' });
    expect((await groups()).map(({ count, searched }) => [count, searched])).toEqual([
      [2, 0],
      [1, 0],
    ]);
  });

  it('are ignored, and come back', async () => {
    const [repair, dog] = (await groups()) as [GroupView, GroupView];
    expect(await (await post('/unanswered/shop/status', { keys: repair.keys, status: 'ignored' })).json()).toEqual({
      changed: 2,
    });
    expect((await groups()).map(({ id }) => id)).toEqual([dog.id]);
    await post('/unanswered/shop/status', { keys: repair.keys, status: 'open' });
    expect((await groups()).map(({ id }) => id)).toEqual([repair.id, dog.id]);
  });

  it('of a foreign site, of nobody, and with nonsense are refused', async () => {
    const keys = (await groups())[0]!.keys;
    expect((await get('/unanswered/nowhere')).status).toBe(404);
    expect((await get('/unanswered/shop', '')).status).toBe(401);
    expect((await get('/unanswered/shop/count', '')).status).toBe(401);
    expect((await postToConsole(desk.url, '/unanswered/shop/status', { keys, status: 'ignored' })).status).toBe(401);
    // Keys of one site do nothing on another.
    expect(await (await post('/unanswered/bakery/status', { keys, status: 'ignored' })).json()).toEqual({ changed: 0 });
    for (const body of [{}, { keys: [], status: 'open' }, { keys: ['1'], status: 'open' }, { keys, status: 'gone' }]) {
      expect((await post('/unanswered/shop/status', body)).status).toBe(400);
    }
    const bare = await fetch(`${desk.url}/console/api/unanswered/shop/status`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: owner.cookie },
      body: JSON.stringify({ keys, status: 'ignored' }),
    });
    expect(bare.status).toBe(403);
    expect(await groups()).toHaveLength(2);
  });
});
