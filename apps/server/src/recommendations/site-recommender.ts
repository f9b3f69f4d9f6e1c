import type { Clock, Log, Product, Recommendation, RecommendationQuestion, Recommender, Store } from '@solodesk/core';
import { minorDigits } from '@solodesk/records';
import { ShopRecommender } from '@solodesk/recommender';
import type { Interaction, Neighbours, Offer, Ware } from '@solodesk/recommender';
import type { NeighbourTrainer } from './neighbour-trainer.ts';
import { newestRows } from './newest-rows.ts';
import { likingsOfOrders } from './order-interactions.ts';
import { interactionOf, pageOf, userOf } from './tracked-interactions.ts';

interface Parts {
  store: Pick<Store, 'orders' | 'trackedOfSite'>;
  clock: Clock;
  log: Log;
  /** As they are by now; the same array while nothing changed. */
  productsOf(site: string): Promise<readonly Product[]>;
  train: NeighbourTrainer;
}

interface Catalogue {
  products: readonly Product[];
  byId: ReadonlyMap<string, Product>;
  /** Ids by the addresses of the products' pages. */
  byPage: ReadonlyMap<string, string>;
}

/** Up to where rows were read: keys, which rise. */
interface Place {
  order: number;
  tracked: number;
}

/** What the rows say: what people did, and what they sent back. */
interface Likings {
  rows: Interaction[];
  returned: { readonly user: string; readonly item: string }[];
  place: Place;
}

interface Known extends Catalogue {
  shop: ShopRecommender;
  neighbours: Neighbours | null;
  /** Interactions that the neighbours were learned from. */
  learnedFrom: number;
  /** Of all rows, UTC milliseconds. */
  readAt: number;
  place: Place;
}

/** Older rows say little of what goes with what today. */
const MOST_ROWS = 50_000;
/** What was learned is looked at again after so long, because orders change and are imported by other programs. */
const FRESH_MS = 60_000;
/** Fewer interactions teach nothing that the counts do not say. */
const LEAST_TO_LEARN = 50;
/** It is learned anew when there is so much more to learn from. */
const GROWTH = 1.1;

/**
 * What to recommend on each site: counts of who bought what, read from the orders and from what pages and chats told, and what was learned from
 * them in another process. Counts follow the rows; learning is only repeated when there are a tenth more of them.
 */
export class SiteRecommender implements Recommender {
  readonly #parts: Parts;
  readonly #known = new Map<string, Known>();
  readonly #reading = new Map<string, Promise<void>>();
  readonly #learning = new Set<string>();
  #stopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  recommend(site: string, question: RecommendationQuestion): readonly Recommendation[] {
    const known = this.#known.get(site);
    const now = this.#parts.clock.now();
    // Without products the site had not been learned yet when it was read.
    if (known === undefined || now - known.readAt > FRESH_MS || known.products.length === 0) this.warm(site);
    if (known === undefined) return [];
    const { product, contactKey, visitorKey, limit, price } = question;
    const isSomebody = contactKey !== undefined || visitorKey !== undefined;
    const offers = known.shop.offers({
      ...{ limit, now },
      ...(product !== undefined && { item: product }),
      ...(isSomebody && { user: userOf(question) }),
      ...(price !== undefined && { price: inMinor(price) }),
    });
    return offers.flatMap((offer) => told(offer, known.byId) ?? []);
  }

  /** Begins to read what a site's first question needs. */
  warm(site: string): void {
    this.refresh(site).catch((err: unknown) =>
      this.#parts.log.error({ err, site }, 'what to recommend could not be read'),
    );
  }

  /** Resolves when nothing is read any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.allSettled(this.#reading.values());
  }

  /** Reads the rows again: what they say counts when it resolves. One reading at a time for a site. */
  refresh(site: string): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    const running = this.#reading.get(site);
    if (running !== undefined) return running;
    const reading = this.#read(site).finally(() => this.#reading.delete(site));
    this.#reading.set(site, reading);
    return reading;
  }

  async #read(site: string): Promise<void> {
    const { clock, productsOf } = this.#parts;
    const readAt = clock.now();
    const products = await productsOf(site);
    const before = this.#known.get(site);
    // New rows have higher keys; that an old one changed, or was imported into, is seen with the next whole reading.
    if (before !== undefined && before.products === products && readAt - before.readAt <= FRESH_MS) {
      const likings = await this.#likings(site, before, before.place);
      observe(before.shop, likings);
      this.#known.set(site, { ...before, place: likings.place });
      return;
    }
    const catalogue = catalogueOf(products);
    const likings = await this.#likings(site, catalogue, { order: 0, tracked: 0 });
    const neighbours = before?.neighbours ?? null;
    const shop = new ShopRecommender(products.map(wareOf), neighbours);
    observe(shop, likings);
    const learnedFrom = before?.learnedFrom ?? 0;
    const { rows, place } = likings;
    this.#known.set(site, { ...catalogue, shop, neighbours, learnedFrom, readAt, place });
    if (rows.length >= LEAST_TO_LEARN && rows.length >= GROWTH * learnedFrom) void this.#learn(site, rows);
  }

  /** What happened after `known`. */
  async #likings(site: string, catalogue: Catalogue, known: Place): Promise<Likings> {
    const { store } = this.#parts;
    const orders = await newestRows((page) => store.orders(site, page), known.order, MOST_ROWS);
    const tracked = await newestRows((page) => store.trackedOfSite(site, page), known.tracked, MOST_ROWS);
    const { bought, returned } = likingsOfOrders(orders);
    return {
      rows: [...bought, ...tracked.flatMap((event) => interactionOf(event, catalogue) ?? [])],
      returned,
      place: { order: orders[0]?.key ?? known.order, tracked: tracked[0]?.key ?? known.tracked },
    };
  }

  async #learn(site: string, interactions: readonly Interaction[]): Promise<void> {
    if (this.#learning.has(site)) return;
    this.#learning.add(site);
    try {
      const { train, clock, log } = this.#parts;
      const neighbours = await train({ interactions, now: clock.now() });
      const known = this.#known.get(site);
      if (neighbours === null || known === undefined) return;
      log.info({ site, interactions: interactions.length }, 'learned what to recommend');
      this.#known.set(site, { ...known, neighbours, learnedFrom: interactions.length, readAt: -Infinity });
      await this.refresh(site);
    } catch (err) {
      this.#parts.log.error({ err, site }, 'what to recommend was not learned');
    } finally {
      this.#learning.delete(site);
    }
  }
}

function observe(shop: ShopRecommender, { rows, returned }: Likings): void {
  for (const row of rows) shop.observe(row);
  for (const { user, item } of returned) shop.observeReturn(user, item);
}

function catalogueOf(products: readonly Product[]): Catalogue {
  const pages = products.flatMap(({ id, url }): [string, string][] => {
    const page = url === null ? null : pageOf(url);
    return page === null ? [] : [[page, id]];
  });
  return { products, byId: new Map(products.map((product) => [product.id, product])), byPage: new Map(pages) };
}

function wareOf(product: Product): Ware {
  const { id, names, descriptions, specs, category, price, currency, stock, prerequisites, level } = product;
  const texts = [names.en, names.zh, descriptions?.en, descriptions?.zh, ...(specs?.en ?? []), ...(specs?.zh ?? [])];
  return {
    ...{
      id,
      currency,
      category: category ?? null,
      stock: stock ?? null,
      prerequisites: prerequisites ?? [],
      level: level ?? null,
    },
    price: price === null || currency === null ? null : Math.round(price * 10 ** minorDigits(currency)),
    text: [...texts, category].filter((text) => text !== undefined).join(' '),
  };
}

function inMinor({ least, most, currency }: NonNullable<RecommendationQuestion['price']>) {
  const factor = 10 ** minorDigits(currency);
  return {
    currency,
    ...(least !== undefined && { least: Math.round(least * factor) }),
    ...(most !== undefined && { most: Math.round(most * factor) }),
  };
}

/** Null where a product is meant that is sold no more. */
function told({ item, reason }: Offer, byId: ReadonlyMap<string, Product>): Recommendation | null {
  const product = byId.get(item);
  if (product === undefined) return null;
  if (reason.kind === 'popular') return { product, reason };
  const other = byId.get(reason.with);
  return other === undefined ? null : { product, reason: { ...reason, with: other } };
}
