import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SqliteStore } from '@solodesk/store-sqlite';
import type { DayFacts } from './day-facts.ts';
import { localDay } from './days.ts';
import type { PeriodFigures } from './period-figures.ts';
import type { FigureGroups } from './group-figures.ts';
import type { ProductResults } from './product-results.ts';
import { MODEL } from './model.ts';
import { runSite } from './run-site.ts';
import {
  DAYS as days,
  MINUTE,
  NOW,
  PlayedSites,
  ZONE,
  bodies,
  bodyOf,
  languages,
  results,
  review,
  site,
  work,
} from './testing/played-sites.ts';
import type { RaisedBy, ThemeResults } from './theme-shapes.ts';

describe('the batch over a site', () => {
  let sites: PlayedSites;
  beforeEach(() => {
    sites = new PlayedSites();
  });
  afterEach(() => sites.end());
  const played = (...args: Parameters<PlayedSites['played']>) => sites.played(...args);

  it('comes to the same bytes in one run, day by day, and broken off in the middle', async () => {
    const some = days.slice(0, 15);
    const [whole, daily, broken] = [await played('a', some, 9), await played('b', some, 9), await played('c', some, 9)];
    await work(whole, '2026-03-30');
    for (const day of some) await work(daily, day);
    const stop = new Error('broken off');
    let seen = 0;
    const failing = {
      ...broken.store,
      saveInsights: (...args: Parameters<SqliteStore['saveInsights']>) =>
        ++seen === 9 ? Promise.reject(stop) : broken.store.saveInsights(...args),
    };
    await expect(work({ ...broken, store: failing }, '2026-03-30')).rejects.toBe(stop);
    expect((await work(broken, '2026-03-30')).from).toBe('2026-03-24');
    const expected = await results(whole.store);
    expect(expected.length).toBeGreaterThan(some.length * 3);
    expect(await results(daily.store)).toEqual(expected);
    expect(await results(broken.store)).toEqual(expected);
  });

  it('finds of a day what later rows do not change', async () => {
    const [early, late] = [await played('a', days.slice(0, 12), 12), await played('b', days, 20)];
    await work(early, '2026-03-27');
    await work(late, '2026-03-27');
    expect(await results(late.store)).toEqual(await results(early.store));
  });

  it('takes what was said elsewhere in, by day, without its words and whoever said it', async () => {
    const desk = await played('a', days, 12);
    await work(desk, '2026-04-07');
    const facts = await bodyOf<DayFacts>(desk.store, 'facts', '2026-03-17');
    expect(facts.feedback).toEqual([{ key: 2, source: 'google', category: 'refund', mood: 'negative', rating: 3 }]);
    const week = await bodyOf<PeriodFigures>(desk.store, 'figures', '2026-W12');
    expect(week.feedback).toMatchObject({ n: 7, negative: 7, positive: 0 });
    expect(week.feedback.categories).toMatchObject([
      { category: 'delivery', n: 4 },
      { category: 'refund', n: 3 },
    ]);
    expect(week.feedback.sources.map(({ source, n, rating }) => [source, n, rating.n, rating.lack])).toEqual([
      ['google', 4, 3, 'few'],
      ['forum', 3, 2, 'few'],
    ]);
    // Who writes a review chose to: the scores that were asked for stay by themselves.
    expect(week.csi.n).toBe(0);
    const [with12, without] = [desk, await played('b', days)];
    await work(without, '2026-04-07');
    const themes = async ({ store }: typeof desk) => bodyOf<ThemeResults>(store, 'themes', '2026-03-30');
    expect((await themes(with12)).messages).toBe((await themes(without)).messages + 12);
    const raised = await desk.store.insightResults('shop', 'raised', { from: '', to: 'z' });
    const remarks = raised.flatMap(({ body }) => Object.values(JSON.parse(body) as RaisedBy).flat());
    expect(remarks.filter((each) => each < 0).length).toBeGreaterThan(5);
    const { products } = await bodyOf<ProductResults>(desk.store, 'products', '2026-03-30');
    expect(products[0]).toMatchObject({ id: 'p', names: { en: 'parcel' } });
    expect(products[0]!.mood.negative).toBeGreaterThan(5);
    expect(JSON.stringify(await results(desk.store))).not.toMatch(/Mia|is my parcel/);
  });

  it('works through again what feedback came in for late, as a full replay does', async () => {
    const some = days.slice(0, 15);
    const [early, late] = [await played('a', some, 9), await played('b', some)];
    await work(early, '2026-03-30');
    for (const day of some.slice(0, 12)) await work(late, day, null, localDay(day, ZONE).to + 5 * 3_600_000);
    const at = NOW - 3_600_000;
    await late.store.saveFeedback(some.slice(0, 9).map(review), { site: 'shop', at, uuid: () => 'u', batch: null });
    expect(await work(late, '2026-03-30', null, NOW)).toMatchObject({ from: '2026-03-16', to: '2026-03-30' });
    expect(await bodies(late)).toEqual(await bodies(early));
    expect(await work(late, '2026-03-30', null, NOW + 1)).toMatchObject({ days: 0 });
  });

  it('takes the themes of a day back of which so much came in late that only whole weeks are looked at', async () => {
    const some = days.slice(0, 8);
    const many = Array.from({ length: 320 }, (_, n) => ({ ...review('2026-03-18', n), id: `late-${n}` }));
    const [early, late] = [await played('a', some), await played('b', some)];
    await early.store.saveFeedback(many, { site: 'shop', at: 1, uuid: () => 'u', batch: null });
    await work(early, '2026-03-23');
    for (const day of some.slice(0, 8)) await work(late, day, null, localDay(day, ZONE).to + 5 * 3_600_000);
    expect(await late.store.insightPeriods('shop', 'themes')).toEqual(some);
    await late.store.saveFeedback(many, { site: 'shop', at: NOW - 1, uuid: () => 'u', batch: null });
    await work(late, '2026-03-23');
    expect(await late.store.insightPeriods('shop', 'themes')).toEqual(['2026-03-16', '2026-03-17', '2026-03-22']);
    expect(await bodies(late)).toEqual(await bodies(early));
  });

  it('goes on with what came in late where it was broken off', async () => {
    const some = days.slice(0, 8);
    const desk = await played('a', some);
    await work(desk, '2026-03-23', null, NOW - 10);
    await desk.store.saveFeedback([review(some[1]!, 1)], { site: 'shop', at: NOW - 5, uuid: () => 'u', batch: null });
    let seen = 0;
    const failing = {
      ...desk.store,
      saveInsights: (...args: Parameters<SqliteStore['saveInsights']>) =>
        ++seen === 3 ? Promise.reject(new Error('broken off')) : desk.store.saveInsights(...args),
    };
    await expect(work({ ...desk, store: failing }, '2026-03-23')).rejects.toThrow('broken off');
    expect(await work(desk, '2026-03-23', null, NOW + 1)).toMatchObject({ from: '2026-03-19', to: '2026-03-23' });
  });

  it('knows a theme by the same name from day to day, and tells of each message once which theme it raised', async () => {
    const desk = await played('a', days);
    await work(desk, '2026-04-07');
    const found = await desk.store.insightResults('shop', 'themes', { from: '', to: 'z' });
    const ids = found
      .map(({ body }) => (JSON.parse(body) as ThemeResults).themes?.map(({ id }) => id).sort())
      .filter((each) => each !== undefined);
    expect(ids.length).toBeGreaterThan(10);
    const first = [1, 2].map((n) => `${MODEL.replace('figures-', '')}.2026-03-25.${n}`);
    expect(ids[0]).toEqual(expect.arrayContaining(first));
    expect(ids.at(-2)).toEqual(expect.arrayContaining(first));
    const raised = await desk.store.insightResults('shop', 'raised', { from: '', to: 'z' });
    const events = raised.flatMap(({ body }) => Object.values(JSON.parse(body) as RaisedBy).flat());
    expect(new Set(events).size).toBe(events.length);
    expect(events.length).toBeGreaterThan(40);
  });

  it('holds on to what the owner marked from that day on, so that a replay with the same marks comes to the same', async () => {
    const some = days.slice(0, 15);
    const [once, daily, without] = [await played('a', some), await played('b', some), await played('c', some)];
    const anchor = async ({ store }: typeof once) => {
      const events = await store.eventsAfter('shop', 0, 1_000);
      return events.filter(({ entry }) => entry.type === 'visitor_message').map(({ id }) => id);
    };
    // By the messages that it had: here those about parcels.
    const mark = { theme: `${MODEL.replace('figures-', '')}.2026-01-01.1`, since: '2026-03-28', label: 'parcels' };
    for (const [desk, before] of [
      [once, null],
      [daily, '2026-03-27'],
    ] as const) {
      if (before !== null) for (const day of some.filter((each) => each <= before)) await work(desk, day);
      const events = (await anchor(desk)).filter((_, at) => at % 2 === 0 && at < 24);
      await desk.store.markTheme('shop', { ...mark, anchor: events }, { pinned: true });
      if (before !== null) for (const day of some.filter((each) => each > before)) await work(desk, day);
    }
    await work(once, '2026-03-30');
    await work(without, '2026-03-30');
    const expected = await results(once.store);
    expect(await results(daily.store)).toEqual(expected);
    const idsOn = async (store: SqliteStore, day: string) =>
      (await bodyOf<ThemeResults>(store, 'themes', day)).themes?.map(({ id }) => id).sort();
    expect(await idsOn(once.store, '2026-03-27')).toEqual(await idsOn(without.store, '2026-03-27'));
    expect(await idsOn(once.store, '2026-03-28')).toContain(mark.theme);
    expect(await idsOn(without.store, '2026-03-30')).not.toContain(mark.theme);
  });

  it('measures the bot, the owner and business hours, and keeps currencies apart', async () => {
    const desk = await played('a', days);
    await work(desk, '2026-04-07');
    const facts = await bodyOf<DayFacts>(desk.store, 'facts', '2026-03-20');
    expect(facts.hours[10]).toBe(1);
    expect(facts.hours[11]).toBe(1);
    expect(facts.botFirst.map(([ms]) => ms)).toEqual([1_004, 2_000]);
    // Asked for at 11:40 and two seconds, answered at 11:49.
    expect(facts.ownerFirst.map(([ms, openMs]) => [ms, openMs])).toEqual([[538_000, 538_000]]);
    expect(facts.ended.map(({ solved, handedOff, ownerSpoke }) => [solved, handedOff, ownerSpoke])).toEqual([
      [true, false, false],
      [true, true, true],
    ]);
    // On a Saturday nobody is there.
    const saturday = await bodyOf<DayFacts>(desk.store, 'facts', '2026-03-21');
    expect(saturday.ownerFirst[0]?.[1]).toBe(0);
    const month = await bodyOf<PeriodFigures>(desk.store, 'figures', '2026-03');
    expect(month.counts).toMatchObject({ started: 32, answered: 32, ended: 32, solved: 32 });
    expect(month.kpis.containment.estimate?.value).toBe(0.5);
    expect(
      month.cac.map(({ channel, currency, won, figure }) => [channel, currency, won, figure.estimate?.value ?? null]),
    ).toEqual([
      [null, 'EUR', 7, 10_000],
      [null, 'USD', 7, 9_000 / 7],
      ['fair', 'USD', 0, null],
      ['google', 'EUR', 7, 10_000],
    ]);
    expect(month.cac[0]?.figure.caveats).toEqual({ several_currencies: 2 });
    expect(month.through).toBe('2026-03-31');
  });

  it('tells the figures by channel and by cohort, with the conversations behind them', async () => {
    const desk = await played('a', days);
    const write = { site: 'shop', at: 1, uuid: () => crypto.randomUUID(), batch: null };
    await desk.store.linkVerifiedVisitor(1, 'C-0', write);
    await work(desk, '2026-04-07');
    const { channels, cohorts, through } = await bodyOf<FigureGroups>(desk.store, 'groups', '2026-04');
    expect(through).toBe('2026-04-07');
    expect(channels.map(({ group }) => group)).toEqual(['google', 'direct']);
    const google = channels.find(({ group }) => group === 'google')!;
    expect(google.talks).toEqual([1]);
    // All seven customers came by it, and all were kept.
    expect(google.figures.crr).toMatchObject({ n: 7, estimate: { value: 1 } });
    expect(cohorts.map(({ group }) => group)).toEqual(['2026-03']);
    expect(cohorts[0]?.figures.crr?.n).toBe(7);
    // What they cost is the spend of their month, whichever month is looked at; amounts of two currencies are never added up.
    expect(cohorts[0]?.won).toHaveLength(7);
    expect(cohorts[0]?.cac).toMatchObject([
      { currency: 'EUR', won: 7, figure: { inputs: { spend: 70_000, N: 7 }, estimate: { value: 10_000 } } },
      { currency: 'USD', won: 7, figure: { inputs: { spend: 9_000, N: 7 } } },
    ]);
    const month = await bodyOf<PeriodFigures>(desk.store, 'figures', '2026-04');
    // The channels together are the whole.
    const n = (name: 'containment' | 'botFirstMedian') =>
      channels.reduce((sum, { figures }) => sum + (figures[name]?.n ?? 0), 0);
    expect(n('containment')).toBe(month.kpis.containment.n);
    expect(n('botFirstMedian')).toBe(month.kpis.botFirstMedian.n);
  });

  it('counts the days of the site’s own zone, also those of 23 hours', async () => {
    const desk = await played('a', days);
    await work(desk, '2026-04-07');
    const facts = await bodyOf<DayFacts>(desk.store, 'facts', '2026-03-29');
    // 600 minutes after midnight it is eleven on the wall, as the clock was put forward.
    expect(facts.hours[11]).toBe(1);
    expect(localDay('2026-03-29', ZONE).to - localDay('2026-03-29', ZONE).from).toBe(23 * 60 * MINUTE);
  });

  it('counts to the cost of a month only those who became customers in it', async () => {
    const desk = await played('a', []);
    const order = (n: number, month: string) => ({
      ...{ number: `N-${n}`, placedAt: Date.parse(`2026-${month}-10T12:00:00Z`), total: 1_000, currency: 'EUR' },
      customer: { id: `C-${n}` },
    });
    const orders = [...[1, 2, 3, 4, 5].map((n) => order(n, '03')), order(6, '02')];
    await desk.store.saveOrders(orders, { site: 'shop', at: 1, uuid: () => crypto.randomUUID(), batch: null });
    await work(desk, '2026-04-07');
    const { cohorts } = await bodyOf<FigureGroups>(desk.store, 'groups', '2026-04');
    expect(cohorts.map(({ group, won, cac }) => [group, won.length, cac.map((each) => each.won)])).toEqual([
      ['2026-03', 5, [5, 5]],
      ['2026-02', 1, []],
    ]);
  });

  it('expects no load from before the first message, however old the orders are that were brought in', async () => {
    const desk = await played('a', []);
    const at = Date.parse('2026-01-05T12:00:00Z');
    const order = { number: 'N-1', placedAt: at, total: 1_000, currency: 'EUR', customer: { id: 'C-1' } };
    await desk.store.saveOrders([order], { site: 'shop', at, uuid: () => crypto.randomUUID(), batch: null });
    await work(desk, '2026-04-07');
    expect(await bodyOf(desk.store, 'load', '2026-04-07')).toMatchObject({ weeks: 0, hours: null });
  });

  it('refuses a day that is not over, or none, and finds nothing where there is nothing', async () => {
    const desk = await played('a', days.slice(0, 1));
    await expect(work(desk, '2026-04-20')).rejects.toThrow('not over yet');
    await expect(work(desk, '2026-02-30')).rejects.toThrow('is no day');
    await expect(work(desk, '2026-03-16', '2026-03-17')).rejects.toThrow('2026-03-17 comes after 2026-03-16');
    const other = { ...site, id: 'bakery' };
    const none = await runSite({
      ...desk,
      site: other,
      languages,
      goods: null,
      now: () => Date.parse('2026-04-20T12:00:00Z'),
      from: null,
      to: null,
    });
    expect(none).toMatchObject({ from: null, days: 0, isEmpty: true });
    expect(await results(desk.store)).toEqual([]);
  });
});
