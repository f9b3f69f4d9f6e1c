import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SqliteStore } from '@solodesk/store-sqlite';
import { localDay } from './days.ts';
import type { PeriodFigures } from './period-figures.ts';
import { DAYS, MINUTE, NOW, PlayedSites, ZONE, bodies, bodyOf, results, work } from './testing/played-sites.ts';
import type { PlayedSite } from './testing/played-sites.ts';

const LAST = '2026-04-07';
const write = { site: 'shop', at: NOW, uuid: () => crypto.randomUUID(), batch: null };
const order = (day: string, change: object = {}) => ({
  ...{ number: `L-${day}`, placedAt: localDay(day, ZONE).from + 500 * MINUTE, total: 700, currency: 'EUR' },
  ...{ customer: { id: 'C-late', source: { source: 'fair' } }, ...change },
});

describe('what is written late', () => {
  let sites: PlayedSites;
  beforeEach(() => {
    sites = new PlayedSites();
  });
  afterEach(() => sites.end());

  /** Runs it before the change as each night does, after it once, and compares with a site that had all of it from the start. */
  async function comesToTheSame(
    change: (store: SqliteStore) => Promise<unknown>,
    from: string | null,
  ): Promise<PlayedSite> {
    const [early, late] = [await sites.played('early', DAYS), await sites.played('late', DAYS)];
    await change(early.store);
    await work(early, LAST);
    await work(late, LAST);
    await change(late.store);
    expect(await work(late, LAST)).toMatchObject({ from, to: from === null ? null : LAST });
    expect(await bodies(late)).toEqual(await bodies(early));
    expect(await work(late, LAST)).toMatchObject({ days: 0, saved: 0 });
    return late;
  }

  it('counts to the month that it was spent in: the bill comes when that is over', async () => {
    const spent = { channel: 'google', month: '2026-03', currency: 'EUR', amount: 140_000 };
    const { store } = await comesToTheSame((each) => each.saveSpend([spent], write), '2026-03-16');
    const { cac } = await bodyOf<PeriodFigures>(store, 'figures', '2026-03');
    expect(cac[0]?.figure.estimate?.value).toBe(20_000);
    expect(cac[0]?.figure.inputs).toEqual({ spend: 140_000, N: 7 });
  });

  it('has an order counted from its day on, with what follows from it', async () => {
    await comesToTheSame((store) => store.saveOrders([order('2026-03-25')], write), '2026-03-25');
  });

  it('leaves out from then on what was cancelled', async () => {
    await comesToTheSame((store) => store.saveOrders([{ number: 'N-4', status: 'cancelled' }], write), '2026-03-20');
  });

  it('knows who somebody was in the talks that they had before they said so', async () => {
    await comesToTheSame((store) => store.linkVerifiedVisitor(2, 'C-0', write), '2026-03-16');
  });

  it('works all of it through again where there is something older than all that was there', async () => {
    const { store } = await comesToTheSame((each) => each.saveOrders([order('2026-03-10')], write), '2026-03-10');
    expect((await store.insightRun('shop'))?.lastDay).toBe(LAST);
  });

  it('changes nothing where an order only goes its way', async () => {
    await comesToTheSame((store) => store.saveOrders([{ number: 'N-4', status: 'shipped' }], write), null);
  });

  it('is counted to the end where it was broken off in between', async () => {
    const [early, late] = [await sites.played('early', DAYS), await sites.played('late', DAYS)];
    for (const { store } of [early]) await store.saveOrders([order('2026-03-20')], write);
    await work(early, LAST);
    await work(late, LAST);
    await late.store.saveOrders([order('2026-03-20')], write);
    let seen = 0;
    const failing = {
      ...late.store,
      saveInsights: (...args: Parameters<SqliteStore['saveInsights']>) =>
        ++seen === 4 ? Promise.reject(new Error('broken off')) : late.store.saveInsights(...args),
    };
    await expect(work({ ...late, store: failing }, LAST)).rejects.toThrow('broken off');
    // The month is as it was: half of it is shown to nobody.
    expect((await bodyOf<PeriodFigures>(late.store, 'figures', '2026-03')).through).toBe('2026-03-31');
    expect(await work(late, LAST)).toMatchObject({ from: '2026-03-23' });
    expect(await bodies(late)).toEqual(await bodies(early));
  });

  it('reads nothing again that was said: its versions stay', async () => {
    const desk = await sites.played('a', DAYS);
    await work(desk, LAST);
    const said = async () =>
      (await results(desk.store)).filter(({ kind }) => ['facts', 'themes', 'raised'].includes(kind));
    const before = await said();
    await desk.store.saveOrders([order('2026-03-25')], write);
    await work(desk, LAST);
    expect(await said()).toEqual(before);
    expect(before.length).toBeGreaterThan(60);
  });
});
