import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiDesk } from '../testing/api-desk.ts';

interface Sent {
  id: string;
  outcome: string;
  mood: string;
  category: string;
}

describe('feedback that other programs send', () => {
  let at: ApiDesk;
  const said = (id: string, more: object = {}) => ({
    source: 'Google',
    id,
    text: 'The parcel came a week late',
    ...more,
  });
  const send = (body: unknown, key?: string) => at.call('POST /api/feedback', body, key);

  beforeAll(async () => {
    at = await ApiDesk.start();
  });
  afterAll(() => at.end());

  it('is stored with how it is meant and about what, and sending it again does no harm', async () => {
    const body = said('r-1', { author: 'Ann', rating: 2, link: 'https://reviews.example/r-1' });
    const first = await send(body);
    expect(first.status).toBe(201);
    const saved = { id: 'r-1', source: 'google', language: 'en', mood: 'negative', category: 'delivery' };
    expect(first.body).toMatchObject({ ...saved, outcome: 'new' });
    const again = await send(body);
    expect([again.status, (again.body as Sent).outcome]).toEqual([200, 'same']);
    const [row] = await at.desk.store.feedback('shop', { limit: 9 });
    expect(row).toMatchObject({ author: 'Ann', rating: 2, link: 'https://reviews.example/r-1', mood: 'negative' });
    expect(await at.desk.store.feedback('bakery', { limit: 9 })).toEqual([]);
  });

  it('without an id is known by its words, author and moment', async () => {
    const body = { text: '客服态度很好，谢谢！', source: '小红书', at: '2026-11-20T08:00:00+08:00' };
    const [first, again] = [
      await at.ok<Sent>('POST /api/feedback', body),
      await at.ok<Sent>('POST /api/feedback', body),
    ];
    expect(first).toMatchObject({ outcome: 'new', mood: 'positive', category: 'service' });
    expect(again).toMatchObject({ id: first.id, outcome: 'same' });
  });

  it('believes a clear rating more than the words', async () => {
    expect(await at.ok('POST /api/feedback', said('r-2', { text: 'Great, thanks', rating: 1 }))).toMatchObject({
      mood: 'negative',
    });
    expect(await at.ok('POST /api/feedback', said('r-3', { text: 'Terrible weather', rating: 9 }))).toMatchObject({
      mood: 'positive',
    });
  });

  it('is taken whole or not at all, and each wrong field is told', async () => {
    const answer = await send([said('x-1'), said('x-2', { rating: 11 }), said('x-3', { link: 'javascript:alert(1)' })]);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      errors: [
        { pointer: '/1/rating', reason: 'must be from 1 to 10' },
        { pointer: '/2/link', reason: 'must be a complete address that begins with https://' },
      ],
    });
    expect(await at.desk.store.findFeedback('shop', 'google', 'x-1')).toBeNull();
    expect((await send(Array.from({ length: 101 }, (_, n) => said(`y-${n}`)))).status).toBe(413);
    expect((await send({ source: 'google' })).body).toMatchObject({
      errors: [{ pointer: '/text', reason: 'is missing' }],
    });
  });

  it('is listed newest first and page by page, narrowed down by mood and source', async () => {
    const days = ['2026-10-01', '2026-10-02', '2026-10-03'];
    const body = days.map((day, n) =>
      said(`d-${n}`, { source: 'forum', rating: n === 1 ? 10 : 1, at: `${day}T08:00:00Z` }),
    );
    await at.ok('POST /api/feedback', body);
    const { items, pages } = await at.all('/api/feedback?source=Forum', 2);
    expect([items.map(({ id }) => id), pages]).toEqual([['d-2', 'd-1', 'd-0'], 2]);
    expect((await at.all('/api/feedback?source=forum&mood=positive', 9)).items.map(({ id }) => id)).toEqual(['d-1']);
    expect((await at.call('GET /api/feedback?mood=angry')).status).toBe(422);
    expect((await at.call('GET /api/feedback?cursor=Zm9v')).status).toBe(422);
    expect((await at.all('/api/feedback', 9)).items[0]).not.toHaveProperty('key');
  });

  it('needs a key that is good for it', async () => {
    expect((await send(said('k-1'), await at.keyFor('insights:read'))).status).toBe(403);
    expect((await send(said('k-1'), 'solodesk_wrong')).status).toBe(401);
    expect((await at.call('GET /api/feedback', undefined, await at.keyFor('feedback:write'))).status).toBe(403);
  });
});
