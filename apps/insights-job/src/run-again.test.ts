import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DAYS as days, PlayedSites, results, work } from './testing/played-sites.ts';

describe('days that are worked through again', () => {
  let sites: PlayedSites;
  beforeEach(() => {
    sites = new PlayedSites();
  });
  afterEach(() => sites.end());

  it('are none where nothing is new, and replays to no new version', async () => {
    const desk = await sites.played('a', days);
    expect(await work(desk, '2026-04-07')).toMatchObject({ from: '2026-03-16', days: 23 });
    expect(await work(desk, '2026-04-07')).toMatchObject({ from: null, days: 0, isEmpty: false, saved: 0 });
    const before = await results(desk.store);
    const again = await work(desk, '2026-04-07', '2026-04-07');
    expect(again).toMatchObject({ days: 1, saved: 0 });
    expect(await results(desk.store)).toEqual(before);
    expect((await desk.store.insightRun('shop'))?.lastDay).toBe('2026-04-07');
  });

  it('leave a week and a month counted to where they are known', async () => {
    const desk = await sites.played('a', days);
    expect((await work(desk, '2026-04-07')).unfinished).toEqual([
      { kind: 'week', name: '2026-W15', last: '2026-04-12', through: '2026-04-07' },
      { kind: 'month', name: '2026-04', last: '2026-04-30', through: '2026-04-07' },
      { kind: 'quarter', name: '2026-Q2', last: '2026-06-30', through: '2026-04-07' },
    ]);
    const before = await results(desk.store);
    const again = await work(desk, '2026-03-25', '2026-03-24');
    expect(again).toMatchObject({ from: '2026-03-24', to: '2026-03-25', days: 2, unfinished: [], saved: 0 });
    expect((await work(desk, '2026-04-02', '2026-04-01')).unfinished).toMatchObject([
      { name: '2026-04', through: '2026-04-07' },
      { name: '2026-Q2', through: '2026-04-07' },
    ]);
    expect(await results(desk.store)).toEqual(before);
    expect((await desk.store.insightRun('shop'))?.lastDay).toBe('2026-04-07');
  });
});
