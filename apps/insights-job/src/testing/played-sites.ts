import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InsightResult, JudgedFeedback } from '@solodesk/core';
import { Stage } from '@solodesk/core/testing';
import { createSentiment, createThemeReader } from '@solodesk/nlu';
import { InsightReader, openSqliteStore } from '@solodesk/store-sqlite';
import type { SqliteStore } from '@solodesk/store-sqlite';
import { daysBetween, localDay } from '../days.ts';
import type { ProductLook } from '../product-results.ts';
import { runSite } from '../run-site.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
export const ZONE = 'Europe/Berlin';
const nineToFive = [{ from: 9 * 60, to: 17 * 60 }];
export const site = {
  id: 'shop',
  insights: { hour: 5, customerDays: null, themeAlerts: true },
  timeZone: ZONE,
  holidays: [],
  hours: Array.from({ length: 5 }, () => nineToFive).concat([[], []]),
};
export const MINUTE = 60_000;
const KINDS = ['facts', 'links', 'figures', 'groups', 'load', 'segments', 'cohorts', 'themes', 'raised', 'products'];
const OF_PARCELS = ['where is my parcel', 'why is my parcel so late', 'my parcel is so late', 'track my late parcel'];
const OF_REFUNDS = [
  ...['I want my money back', 'when do I get my refund', 'refund the money please', 'my refund of the money'],
  'is the money of my refund on its way',
];
const WAYS = ['hello,', 'please:', 'sorry,', 'again:', 'today', 'now', 'well,'];
/** Somebody says each day elsewhere what others ask here. */
export const review = (day: string, n: number): JudgedFeedback => ({
  ...{
    source: n % 3 === 0 ? 'forum' : 'google',
    id: `r-${n}`,
    text: said(n % 2 === 0 ? OF_PARCELS : OF_REFUNDS, n + 3),
  },
  ...{ at: localDay(day, ZONE).from + 650 * MINUTE, locale: 'en', mood: 'negative', score: -0.5 },
  ...{ category: n % 2 === 0 ? 'delivery' : 'refund', rating: n % 4 === 0 ? null : 2 + (n % 3), author: 'Mia' },
});
const said = (of: readonly string[], n: number) => `${WAYS[n % 7]!} ${of[n % of.length]!}`;
/** Nothing but a name: the parcels and refunds of this site stand in its catalogue. */
export const GOODS: ProductLook = {
  products: new Map([['p', { id: 'p', names: { en: 'parcel' }, price: null, currency: null, url: null }]]),
  find: (text) => (text.includes('parcel') ? [{ id: 'p', start: 0, end: 0 }] : []),
};
export const languages = {
  reader: createThemeReader(),
  sentiment: createSentiment(),
  foldScript: (text: string) => text,
};

/** The days that are played. */
export const DAYS = daysBetween('2026-03-16', '2026-04-07');
/** When the batch runs over them. */
export const NOW = Date.parse('2026-04-20T12:00:00Z');

export interface PlayedSite {
  readonly store: SqliteStore;
  readonly reader: InsightReader;
}

/** Databases in which the same days were played, for the tests of the batch. */
export class PlayedSites {
  readonly #directory = mkdtempSync(join(tmpdir(), 'solodesk-insights-'));
  readonly #open: SqliteStore[] = [];
  readonly #readers: InsightReader[] = [];

  /** A database in which some days were played: the same ones each time. */
  async played(name: string, days: readonly string[], reviews = 0): Promise<PlayedSite> {
    const file = join(this.#directory, `${name}.sqlite`);
    const store = await openSqliteStore({ file, log: silent });
    this.#open.push(store);
    const stage = new Stage(store);
    const visitors = [await stage.visitor('shop'), await stage.visitor('shop'), await stage.visitor('shop')];
    const write = (at: number) => ({ site: 'shop', at, uuid: () => stage.uuid(), batch: null });
    for (const [n, day] of days.entries()) {
      const { from } = localDay(day, ZONE);
      const at = (minutes: number) => from + minutes * MINUTE;
      const [ann, bob] = [visitors[n % 3]!, visitors[(n + 1) % 3]!];
      await stage.says(ann, { at: at(600), text: said(OF_PARCELS, n) });
      await stage.botAnswers(ann, {}, at(600) + 1_000 + n);
      await stage.closes(ann, at(630));
      await stage.says(bob, { at: at(700), text: said(OF_REFUNDS, n) });
      await stage.botAnswers(bob, { handoff: 'asked' }, at(700) + 2_000);
      await stage.ownerAnswers(bob, { at: at(705 + n) });
      await stage.closes(bob, at(720 + n));
      const customer = { id: `C-${n % 7}`, email: `c${n % 7}@one.example`, source: { source: 'Google' } };
      await store.saveOrders(
        [{ number: `N-${n}`, placedAt: at(800), total: 1_000 + n, currency: n % 5 === 0 ? 'USD' : 'EUR', customer }],
        write(at(800)),
      );
    }
    if (reviews > 0) await store.saveFeedback(days.slice(0, reviews).map(review), write(1));
    await store.saveSpend(
      [
        { channel: 'google', month: '2026-03', currency: 'EUR', amount: 70_000 },
        { channel: 'fair', month: '2026-03', currency: 'USD', amount: 9_000 },
      ],
      write(1),
    );
    const reader = new InsightReader(file);
    this.#readers.push(reader);
    return { store, reader };
  }

  async end(): Promise<void> {
    this.#readers.splice(0).forEach((reader) => reader.close());
    await Promise.all(this.#open.splice(0).map((store) => store.close()));
    rmSync(this.#directory, { recursive: true });
  }
}

/** Runs the batch over a site up to a day. */
export const work = (played: PlayedSite, to: string, from: string | null = null, now = NOW) =>
  runSite({ site, ...played, languages, goods: GOODS, now: () => now, from, to });

/** All that stands in the store, whenever it was made. */
export async function results(store: SqliteStore): Promise<Omit<InsightResult, 'madeAt'>[]> {
  const all = await Promise.all(KINDS.map((kind) => store.insightResults('shop', kind, { from: '', to: 'z' })));
  return all.flat().map(({ madeAt: _madeAt, ...result }) => result);
}

/** The same, in whatever version. */
export const bodies = async ({ store }: PlayedSite) =>
  (await results(store)).map(({ kind, period, body }) => ({ kind, period, body }));

export async function bodyOf<T>(store: SqliteStore, kind: string, period: string): Promise<T> {
  const result = await store.insightResult('shop', kind, period);
  if (result === null) throw new Error(`there is no ${kind} of ${period}`);
  return JSON.parse(result.body) as T;
}
