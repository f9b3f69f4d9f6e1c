import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JudgedFeedback } from '@solodesk/core';
import { Owner } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import type { FeedbackPage } from './console-feedback-api.ts';

describe('feedback from elsewhere in the console', () => {
  let desk: TestDesk;
  let owner: Owner;
  const said = (id: string, more: Partial<JudgedFeedback> = {}): JudgedFeedback => ({
    ...{ source: 'google', id, text: `<b>${id}</b>`, locale: 'en', mood: 'neutral', score: 0, category: 'other' },
    ...more,
  });
  const save = (site: string, ...drafts: JudgedFeedback[]) =>
    desk.store.saveFeedback(drafts, { site, at: Date.now(), uuid: () => crypto.randomUUID(), batch: null });
  const get = async (path: string, cookie = owner.cookie) => {
    const response = await fetch(`${desk.url}/console/api/feedback/${path}`, { headers: { cookie } });
    return { status: response.status, body: (await response.json()) as FeedbackPage };
  };

  beforeAll(async () => {
    desk = await startDesk({ sites: { shop: {}, bakery: {} } });
    owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
    await desk.store.saveContacts([{ id: 'K-1', email: 'ann@one.example' }], {
      ...{ site: 'shop', at: 1, uuid: () => crypto.randomUUID(), batch: null },
    });
    await save('shop', ...Array.from({ length: 31 }, (_, n) => said(`old-${n}`, { source: 'forum', at: 1_000 + n })));
    const now = Date.now();
    const bad = { mood: 'negative' as const, category: 'price', at: now - 1_000 };
    await save('shop', said('a', { at: now - 2_000 }), said('b', { ...bad, email: 'ann@one.example', rating: 2 }));
    await save('bakery', said('elsewhere', { at: now }));
  });
  afterAll(() => desk.end());

  it('comes newest first with the contact whose address it has, and counted over 90 days', async () => {
    const { body } = await get('shop');
    expect(body.items).toHaveLength(30);
    const contact = await desk.store.findContact('shop', { id: 'K-1' });
    expect(body.items[0]).toMatchObject({ text: '<b>b</b>', rating: 2, mood: 'negative', contact: contact?.key });
    expect(body.items[0]).not.toHaveProperty('email');
    expect(body.counts).toEqual([
      { source: 'google', category: 'other', mood: 'neutral', n: 1 },
      { source: 'google', category: 'price', mood: 'negative', n: 1 },
    ]);
    const rest = await get(`shop?before=${body.next}`);
    expect([rest.body.items.length, rest.body.next]).toEqual([3, null]);
  });

  it('is narrowed down by mood, category and source', async () => {
    const texts = async (query: string) => (await get(`shop?${query}`)).body.items.map(({ text }) => text);
    expect(await texts('mood=negative')).toEqual(['<b>b</b>']);
    expect(await texts('category=other&source=google')).toEqual(['<b>a</b>']);
    expect((await get('shop?mood=angry')).status).toBe(400);
    expect((await get('shop?before=x')).status).toBe(400);
  });

  it('is nobody else’s', async () => {
    expect((await get('shop', '')).status).toBe(401);
    expect((await get('nowhere')).status).toBe(404);
    expect((await get('bakery')).body.items.map(({ text }) => text)).toEqual(['<b>elsewhere</b>']);
  });
});
