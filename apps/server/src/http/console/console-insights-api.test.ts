import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InsightRow, InsightView } from '@solodesk/protocol/owner';
import { Owner } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import { storedFigure, storedFigures } from '../../testing/stored-figures.ts';

const figures = (period: string, first: string, last: string, csi: number | null) =>
  storedFigures(period, { first, last, through: last, csi: storedFigure(csi) });

describe('the insights of the console', () => {
  let desk: TestDesk;
  let owner: Owner;
  let contact: number;
  beforeAll(async () => {
    desk = await startDesk({ sites: { shop: {}, bakery: {} } });
    owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
    const visitor = await desk.visit({ site: 'shop' });
    await visitor.mustSay('hello');
    const write = { site: 'shop', at: 1, uuid: () => crypto.randomUUID(), batch: null };
    contact = (await desk.store.saveContacts([{ id: 'c1', name: '<b>Ann</b>' }], write))[0]?.record.key ?? 0;
    const said = { locale: 'en', mood: 'negative', score: -0.5, category: 'delivery', author: 'Bob' } as const;
    const reviews = await desk.store.saveFeedback(
      [
        { ...said, source: 'google', id: '1', text: 'late', at: 5 },
        { ...said, source: 'forum', id: '2', text: '<b>so</b> late', at: 7, link: 'https://forum.example/2' },
      ],
      write,
    );
    const day = '2026-11-26';
    const facts = {
      ...{ date: day, hours: [], botFirst: [[1_500, 1]], ownerFirst: [], promises: [[false, 1]] },
      ended: [
        { conversation: 1, ms: 9, openMs: 9, solved: true, handedOff: false, ownerSpoke: false },
        { conversation: 77, ms: 9, openMs: 9, solved: false, handedOff: true, ownerSpoke: true },
      ],
      scores: [[4, 'chat', 1]],
      feedback: [
        { key: reviews[0]!.record.key, source: 'google', category: 'delivery' },
        { key: reviews[1]!.record.key, source: 'forum', category: 'delivery' },
        { key: 999, source: 'forum', category: 'price' },
      ],
    };
    const draft = (kind: string, period: string, body: object) => ({
      kind,
      period,
      model: 'm',
      body: JSON.stringify(body),
    });
    const week = figures('2026-W48', '2026-11-23', '2026-11-29', 8.1);
    await desk.store.saveInsights(
      'shop',
      [
        draft('facts', day, facts),
        draft('figures', '2026-W47', figures('2026-W47', '2026-11-16', '2026-11-22', null)),
        draft('figures', '2026-W48', { ...week, customers: { won: [], lost: [contact, 999] } }),
        draft('figures', '2026-11', figures('2026-11', '2026-11-01', '2026-11-30', 8)),
      ],
      5,
    );
  });
  afterAll(() => desk.end());

  const get = async <T>(path: string, cookie = owner.cookie) => {
    const response = await fetch(`${desk.url}/console/api/insights/${path}`, { headers: { cookie } });
    return { status: response.status, body: (await response.json()) as T };
  };
  const rows = async (name: string) =>
    (await get<{ rows: InsightRow[] }>(`shop/rows?period=2026-W48&figure=${name}`)).body.rows;

  it('says that an import is not worked through yet', async () => {
    const pending = async () => (await get<InsightView>('bakery?kind=week')).body.pending;
    expect(await pending()).toBeNull();
    const { key } = await desk.store.startBatch({ site: 'bakery', kind: 'orders', file: 'o.csv', at: Date.now() });
    expect(await pending()).toBe('waits');
    const write = { site: 'bakery', at: 1, uuid: () => crypto.randomUUID(), batch: key };
    await desk.store.saveOrders([{ number: 'B-1', placedAt: 1 }], write);
    await desk.store.finishBatch('bakery', key, { at: Date.now(), refused: 0 });
    expect(await pending()).toBe('waits');
    expect((await get<InsightView>('shop?kind=week')).body.pending).toBeNull();
  });

  it('shows the newest time of a kind with its neighbours, and says where there is nothing', async () => {
    const { body } = await get<InsightView>('shop?kind=week');
    expect(body).toMatchObject({ earlier: '2026-W47', later: null, version: 1, madeAt: 5 });
    expect(body.figures?.csi.estimate?.value).toBe(8.1);
    expect(body.before?.csi).toMatchObject({ lack: 'few', estimate: null });
    const before = (await get<InsightView>('shop?kind=week&period=2026-W47')).body;
    expect(before).toMatchObject({ earlier: null, later: '2026-W48', before: null });
    expect((await get<InsightView>('shop?kind=quarter')).body).toMatchObject({ figures: null, version: 0 });
    expect((await get<InsightView>('bakery?kind=week')).body.figures).toBeNull();
  });

  it('opens a figure into the rows behind it; of somebody who is gone the row stays', async () => {
    expect(await rows('containment')).toMatchObject([
      { holds: true, day: '2026-11-26' },
      { conversation: null, name: null, holds: false },
    ]);
    expect((await rows('containment'))[0]?.conversation).toMatch(/^[0-9a-f-]{36}$/);
    expect(await rows('csi')).toMatchObject([{ value: 4 }]);
    expect(await rows('botFirstP90')).toMatchObject([{ value: 1_500 }]);
    expect(await rows('crr')).toMatchObject([
      { contact, name: '<b>Ann</b>' },
      { contact: null, name: null },
    ]);
  });

  it('opens a figure of one channel into its own rows', async () => {
    const group = (name: string, talks: number[]) => ({
      ...{ group: name, figures: { containment: storedFigure(0.5) }, talks, lost: [contact] },
    });
    const cohorts = [{ ...group('2026-03', []), won: [contact], cac: [] }, group('2026-02', [])];
    const body = JSON.stringify({ channels: [group('google', [1]), group('direct', [77])], cohorts });
    await desk.store.saveInsights('shop', [{ kind: 'groups', period: '2026-W48', model: 'm', body }], 6);
    expect((await get<InsightView>('shop?kind=week')).body.groups?.channels).toMatchObject([
      { group: 'google', figures: { containment: { n: 9 } } },
      { group: 'direct' },
    ]);
    expect(await rows('containment&channel=google')).toMatchObject([{ holds: true }]);
    expect(await rows('containment&channel=direct')).toMatchObject([{ holds: false, name: null }]);
    expect(await rows('crr&channel=google')).toMatchObject([{ contact }]);
    expect(await rows('cac&cohort=2026-03')).toMatchObject([{ contact, holds: true }]);
    expect(await rows('cac&cohort=2026-02')).toEqual([]);
    expect((await get('shop/rows?period=2026-W48&figure=csi&channel=radio')).status).toBe(404);
  });

  it('opens a category of feedback, and a source, into what was said, the newest first', async () => {
    const feedback = async (kind: string) =>
      (await get<{ items: { text: string }[] }>(`shop/feedback?period=2026-W48&${kind}`)).body.items;
    expect(await feedback('category=delivery')).toMatchObject([
      { text: '<b>so</b> late', source: 'forum', author: 'Bob', link: 'https://forum.example/2', contact: null },
      { text: 'late', source: 'google' },
    ]);
    expect((await feedback('source=google')).map(({ text }) => text)).toEqual(['late']);
    expect(await feedback('category=price')).toEqual([]);
    expect((await get('bakery/feedback?period=2026-W48&category=delivery')).status).toBe(404);
  });

  it('tells product by product what was said, with the words of those that are still there', async () => {
    const [event] = await desk.store.eventsAfter('shop', 0, 1);
    const asked = [{ fact: 'material', n: 2, unanswered: 1, isLacking: true, examples: [event!.id, 9_999] }];
    const shirt = {
      ...{ id: 'shirt', names: { en: 'Shirt' }, n: 2, mood: { negative: 0, neutral: 2, positive: 0 } },
      ...{ themes: [{ id: 'gone', n: 2 }], asked, unanswered: { n: 1, examples: [] } },
    };
    const body = JSON.stringify({ first: '2026-11-02', through: '2026-11-29', messages: 2, products: [shirt] });
    await desk.store.saveInsights('shop', [{ kind: 'products', period: '2026-11-29', model: 'm', body }], 6);
    const { products } = (await get<InsightView>('shop?kind=week')).body;
    expect(products?.products).toMatchObject([{ id: 'shirt', themes: [], asked: [{ fact: 'material' }] }]);
    expect(products?.products[0]?.asked[0]?.examples.map(({ text }) => text)).toEqual(['hello']);
    expect((await get<InsightView>('shop?kind=week&period=2026-W47')).body.products).toBeNull();
  });

  it('refuses what there is not, and whoever may not see the site', async () => {
    expect((await get('shop?kind=year')).status).toBe(400);
    expect((await get('shop?kind=week&period=1999-W01')).status).toBe(404);
    expect((await get('shop/rows?period=2026-W48&figure=constructor')).status).toBe(404);
    expect((await get('shop/rows?period=load&figure=csi')).status).toBe(404);
    expect((await get('shop?kind=week', '')).status).toBe(401);
    expect((await get('nowhere?kind=week')).status).toBe(404);
    expect((await get('shop/report?period=2026-W48&locale=en')).status).toBe(404);
  });
});
