import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { THEME_NEWS_WAIT_MS } from '@solodesk/core/use-cases';
import type { InsightTheme, InsightView, ThemeRaisers } from '@solodesk/protocol/owner';
import { Stage } from '@solodesk/core/testing';
import { Owner } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import { storedFigure, storedFigures } from '../../testing/stored-figures.ts';

const PARCELS = '3.2026-11-20.1';
const REFUNDS = '3.2026-11-20.2';
const GONE = '3.2026-10-01.1';

describe('what the owner does with themes', () => {
  const clock = { now: () => Date.now() };
  let desk: TestDesk;
  let owner: Owner;
  const events: number[] = [];
  const write = () => ({ site: 'shop', at: 1, uuid: () => crypto.randomUUID(), batch: null });
  const find = (theme: string, size: number, of: readonly number[]) => ({
    ...{ id: theme, since: '2026-11-20', name: theme === PARCELS ? 'late parcel' : 'refund', words: ['parcel'] },
    ...{ size, before: 2, mood: { score: -0.5, negative: size, neutral: 0, positive: 0 }, examples: of, sample: of },
  });
  const save = (day: string, raised: Record<string, readonly number[]>) => {
    const themes = {
      ...{ first: '2026-10-30', through: day, messages: 30, before: 20, none: 0, sorted: day },
      themes: [find(REFUNDS, 9, events.slice(2)), find(PARCELS, 6, events.slice(0, 2))],
      known: [{ id: GONE, name: 'broken vase', words: [], since: day, last: day, size: 4, sample: [] }],
    };
    const draft = (kind: string, period: string, body: object) => ({
      ...{ kind, period, model: 'm', body: JSON.stringify(body) },
    });
    const week = storedFigures('2026-W48', {
      ...{ first: '2026-11-23', last: '2026-11-29', through: day, csi: storedFigure(8) },
    });
    const drafts = [draft('figures', '2026-W48', week), draft('themes', day, themes), draft('raised', day, raised)];
    return desk.store.saveInsights('shop', drafts, 5);
  };

  beforeAll(async () => {
    desk = await startDesk({ sites: { shop: {}, bakery: {} }, clock });
    owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
    const stage = new Stage(desk.store);
    for (const text of ['my parcel is late', 'where is my parcel', 'my refund please', 'late parcel again']) {
      await stage.says(await stage.visitor(), { text });
    }
    const all = await desk.store.eventsAfter('shop', 0, 100);
    events.push(...all.filter(({ entry }) => entry.type === 'visitor_message').map(({ id }) => id));
    await desk.store.noteVisitorContact(
      all[0]!.conversationKey,
      { name: '<b>Ann</b>', email: 'ann@one.example' },
      write(),
    );
    await save('2026-11-26', { [PARCELS]: [events[0]!, events[1]!], [REFUNDS]: [events[2]!] });
    // A slow machine takes its time to learn two sites.
  });
  afterAll(() => desk.stop());

  const call = async <T>(path: string, body?: object, cookie = owner.cookie) => {
    const headers = { cookie, 'content-type': 'application/json', 'x-solodesk': '1' };
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(`${desk.url}/console/api/insights/${path}`, init);
    return { status: response.status, body: (await response.json()) as T };
  };
  const mark = async (body: object) => (await call('shop/themes/mark', body)).status;
  const shown = async (): Promise<InsightTheme[]> =>
    (await call<InsightView>('shop?kind=week')).body.themes?.themes ?? [];
  const theme = async (id: string) => (await shown()).find((each) => each.id === id);
  const raisers = async (id: string) =>
    (await call<ThemeRaisers>(`shop/themes/raised?theme=${encodeURIComponent(id)}`)).body;

  it('is seen at once: a name, a pin and a merger, each of which can be taken back', async () => {
    expect((await shown()).map(({ id, name }) => [id, name])).toEqual([
      [REFUNDS, 'refund'],
      [PARCELS, 'late parcel'],
    ]);
    expect(await mark({ theme: PARCELS, name: ' Couriers ', pinned: true })).toBe(200);
    expect((await shown())[0]).toMatchObject({ id: PARCELS, name: 'Couriers', foundName: 'late parcel', pinned: true });
    expect(await mark({ theme: REFUNDS, mergedInto: PARCELS })).toBe(200);
    expect(await shown()).toMatchObject([{ id: PARCELS, size: 15, parts: [{ id: REFUNDS, name: 'refund' }] }]);
    // What is a part of it cannot take it in.
    expect(await mark({ theme: PARCELS, mergedInto: REFUNDS })).toBe(400);
    expect(await mark({ theme: REFUNDS, mergedInto: null })).toBe(200);
    expect(await mark({ theme: PARCELS, name: null, pinned: false })).toBe(200);
    expect((await shown()).map(({ id, name }) => [id, name])).toEqual([
      [REFUNDS, 'refund'],
      [PARCELS, 'late parcel'],
    ]);
    expect((await desk.store.themeMarks('shop'))[0]).toMatchObject({ theme: PARCELS, anchor: events.slice(0, 2) });
  });

  it('pins also what nobody speaks of now', async () => {
    await mark({ theme: GONE, pinned: true });
    expect(await theme(GONE)).toMatchObject({ name: 'broken vase', size: 0, pinned: true });
    await mark({ theme: GONE, pinned: false });
    expect(await theme(GONE)).toBeUndefined();
  });

  it('tells everyone who raised it, after a look at who that is and time to take it back, and nobody twice', async () => {
    expect(await raisers(PARCELS)).toMatchObject({ people: 2, some: [{ name: null }, { name: '<b>Ann</b>' }] });
    const tell = () =>
      call<{ news: { id: string; people: number; dueAt: number } | null }>('shop/themes/tell', {
        ...{ theme: PARCELS, text: { en: 'We changed couriers.' } },
      });
    const first = await tell();
    expect(first.body.news).toMatchObject({ people: 2, state: 'planned' });
    expect((await theme(PARCELS))?.news?.state).toBe('planned');
    const undo = { theme: PARCELS, id: first.body.news?.id };
    expect((await call('bakery/themes/untell', undo)).status).toBe(409);
    expect((await call('shop/themes/untell', undo)).status).toBe(200);
    expect(await theme(PARCELS)).toMatchObject({ fixed: null, news: null });

    // Two tabs, or an impatient finger.
    const both = (await Promise.all([tell(), tell()])).filter(({ body }) => body.news !== null);
    expect(both).toHaveLength(1);
    const second = both[0]!;
    await desk.server.sweep();
    expect((await theme(PARCELS))?.news?.state).toBe('planned');
    clock.now = () => Date.now() + THEME_NEWS_WAIT_MS + 1;
    await desk.server.sweep();
    await desk.server.sweep();
    const told = (await desk.store.eventsAfter('shop', 0, 1_000)).filter(
      ({ entry }) => entry.type === 'bot_message' && entry.text === 'We changed couriers.',
    );
    expect(told).toHaveLength(2);
    expect((await call('shop/themes/untell', { theme: PARCELS, id: second.body.news?.id })).status).toBe(409);
    expect(await theme(PARCELS)).toMatchObject({ fixed: { since: 0 }, news: { state: 'told', people: 2 } });
    expect(await raisers(PARCELS)).toMatchObject({ people: 0, some: [] });
    expect((await tell()).body.news).toBeNull();
  });

  it('says when what was fixed comes back, and asks only those who raised it since', async () => {
    const stage = new Stage(desk.store, 8);
    await stage.says(await stage.visitor(), { text: 'my parcel is late again' });
    const all = await desk.store.eventsAfter('shop', 0, 1_000);
    const again = all.filter(({ entry }) => entry.type === 'visitor_message').at(-1)!.id;
    const today = new Date().toISOString().slice(0, 10);
    await save(today, { [PARCELS]: [again] });
    expect((await theme(PARCELS))?.fixed?.since).toBe(1);
    expect(await raisers(PARCELS)).toMatchObject({ people: 1 });
    await mark({ theme: PARCELS, fixed: false });
    expect((await theme(PARCELS))?.fixed).toBeNull();
  });

  it('is refused for themes that are none, for what cannot be meant, and for other people', async () => {
    expect(await mark({ theme: 'nothing', pinned: true })).toBe(404);
    expect(await mark({ theme: PARCELS, mergedInto: 'nothing' })).toBe(404);
    expect(await mark({ theme: PARCELS, name: '' })).toBe(400);
    expect(await mark({ theme: PARCELS, size: 3 })).toBe(400);
    expect(await mark({ theme: PARCELS, mergedInto: PARCELS })).toBe(400);
    expect((await call('bakery/themes/mark', { theme: PARCELS, pinned: true })).status).toBe(404);
    expect((await call('shop/themes/mark', { theme: PARCELS, pinned: true }, '')).status).toBe(401);
  });
});
