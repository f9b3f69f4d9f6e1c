import type { Clock, Log, Site, SightingStore, WidgetSighting } from '@solodesk/core';
import { Previews } from './previews.ts';

/** Often enough to know that a widget is there, and seldom enough to cost nothing. */
const EVERY_MS = 10 * 60_000;
/** Anybody can name an origin; of a site so many are kept. */
const MOST = 20;
const REMEMBERED = 1000;
/** Of those that the site does not name so many are written in that time: more are made up, and would push the site's own off the list. */
const MOST_STRANGERS = 8;

/** On which web sites a widget was last asked for, by what browsers say of the page. Origins only: no path, no person. */
export class WidgetSightings {
  readonly #store: SightingStore;
  readonly #clock: Clock;
  readonly #log: Log;
  /** When each was written last. */
  readonly #written = new Map<string, number>();
  /** Strangers of a site since a moment. */
  readonly #strangers = new Map<string, { since: number; count: number }>();

  constructor(store: SightingStore, clock: Clock, log: Log) {
    this.#store = store;
    this.#clock = clock;
    this.#log = log;
  }

  /** @param page the address of the page as the browser says it, or its origin */
  saw(seen: Pick<Site, 'id' | 'origins'>, page: string | undefined): void {
    const site = seen.id;
    if (page === undefined || Previews.isName(site) || !/^https?:/.test(page) || !URL.canParse(page)) return;
    const { origin } = new URL(page);
    if (origin.length > 300) return;
    const key = `${site} ${origin}`;
    const now = this.#clock.now();
    if (now - (this.#written.get(key) ?? -Infinity) < EVERY_MS) return;
    if (!seen.origins.includes(origin) && this.#isOneTooMany(site, now)) return;
    if (this.#written.size >= REMEMBERED) this.#written.clear();
    this.#written.set(key, now);
    this.#store.sawWidget(site, { origin, at: now }, MOST).catch((cause: unknown) => {
      this.#written.delete(key);
      this.#log.warn({ err: cause, site }, 'it could not be kept where a widget was seen');
    });
  }

  #isOneTooMany(site: string, now: number): boolean {
    const known = this.#strangers.get(site);
    const strangers = known === undefined || now - known.since >= EVERY_MS ? { since: now, count: 0 } : known;
    this.#strangers.set(site, strangers);
    return ++strangers.count > MOST_STRANGERS;
  }

  of(site: string): Promise<WidgetSighting[]> {
    return this.#store.widgetSightings(site);
  }
}
