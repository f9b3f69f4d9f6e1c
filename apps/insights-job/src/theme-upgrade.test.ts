import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SqliteStore } from '@solodesk/store-sqlite';
import { DAYS, PlayedSites, bodyOf, results, work } from './testing/played-sites.ts';
import type { RaisedBy, ThemeResults } from './theme-shapes.ts';

const LAST = '2026-03-30';

describe('a theme that the owner marked', () => {
  let sites: PlayedSites;
  beforeEach(() => {
    sites = new PlayedSites();
  });
  afterEach(() => sites.end());

  /** As an earlier version of the batch had named it, by its messages about parcels, marked after the last day on which themes were looked for. */
  const OLD = { theme: '2.2026-03-30.1', since: '2026-03-31', label: 'parcels' };
  async function marked(name: string) {
    const desk = await sites.played(name, DAYS.slice(0, 15));
    const events = await desk.store.eventsAfter('shop', 0, 1_000);
    const anchor = events.flatMap(({ id, entry }) =>
      entry.type === 'visitor_message' && entry.text.includes('parcel') ? [id] : [],
    );
    await desk.store.markTheme('shop', { ...OLD, anchor: anchor.slice(-8) }, { pinned: true, name: 'Couriers' });
    return desk;
  }
  const found = async (store: SqliteStore, day: string) =>
    (await bodyOf<ThemeResults>(store, 'themes', day)).themes ?? [];

  it('stays itself when another version of the batch works through all days again', async () => {
    const { store, reader } = await marked('a');
    await work({ store, reader }, LAST);
    const themes = await found(store, LAST);
    // It is the theme of parcels itself, and no twin of it.
    const own = themes.find(({ id }) => id === OLD.theme)!;
    expect(own.size).toBeGreaterThan(10);
    expect(themes.filter(({ words }) => words.includes('parcel')).map(({ id }) => id)).toEqual([OLD.theme]);
    // As long as it was found, not only since it was marked: so who raised it then is told, too.
    expect(own.since < OLD.since).toBe(true);
    const raised = await store.insightResults('shop', 'raised', { from: '', to: 'z' });
    const told = raised.flatMap(({ body }) => (JSON.parse(body) as RaisedBy)[OLD.theme] ?? []);
    expect(told.length).toBeGreaterThan(10);
  });

  it('is found the same way day by day', async () => {
    const [whole, daily] = [await marked('a'), await marked('b')];
    await work(whole, LAST);
    for (const day of DAYS.slice(0, 15)) await work(daily, day);
    expect(await results(daily.store)).toEqual(await results(whole.store));
  });
});
