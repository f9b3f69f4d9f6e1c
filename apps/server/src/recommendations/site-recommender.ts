import type {
  Clock,
  Log,
  Order,
  Product,
  Recommendation,
  RecommendationQuestion,
  Recommender,
  Store,
} from '@solodesk/core';
import { minorDigits } from '@solodesk/records';
import { ShopRecommender } from '@solodesk/recommender';
import type { Interaction, Neighbours, Offer, Ware } from '@solodesk/recommender';
import type { NeighbourTrainer } from './neighbour-trainer.ts';
import { likingsOfOrders, userOf } from './order-interactions.ts';
import type { OrderLikings } from './order-interactions.ts';

interface Parts {
  store: Pick<Store, 'orders'>;
  clock: Clock;
  log: Log;
  /** As they are by now; the same array while nothing changed. */
  productsOf(site: string): Promise<readonly Product[]>;
  train: NeighbourTrainer;
}

interface Known {
  products: readonly Product[];
  byId: ReadonlyMap<string, Product>;
  shop: ShopRecommender;
  neighbours: Neighbours | null;
  /** Purchases that the neighbours were learned from. */
  learnedFrom: number;
  /** Of all orders, UTC milliseconds. */
  readAt: number;
  /** Key of the last order that counts. */
  newest: number;
}

const PAGE = 500;
/** Older orders say little of what goes with what today. */
const MOST_ORDERS = 50_000;
/** What was learned is looked at again after so long, because orders change and are imported by other programs. */
const FRESH_MS = 60_000;
/** Fewer purchases teach nothing that the counts do not say. */
const LEAST_TO_LEARN = 50;
/** It is learned anew when there is so much more to learn from. */
const GROWTH = 1.1;

/**
 * What to recommend on each site: counts of who bought what, read from the orders, and what was learned from them in another process. Counts
 * follow the orders; learning is only repeated when there are a tenth more of them.
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
    const { product, contactKey, limit, price } = question;
    const offers = known.shop.offers({
      ...{ limit, now },
      ...(product !== undefined && { item: product }),
      ...(contactKey !== undefined && { user: userOf(contactKey) }),
      ...(price !== undefined && { price: inMinor(price) }),
    });
    return offers.flatMap((offer) => told(offer, known.byId) ?? []);
  }

  /** Begins to read what a site's first question needs. */
  warm(site: string): void {
    this.refresh(site).catch((err: unknown) => this.#parts.log.error({ err, site }, 'the orders could not be read'));
  }

  /** Resolves when nothing is read any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.allSettled(this.#reading.values());
  }

  /** Reads the orders again: what they say counts when it resolves. One reading at a time for a site. */
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
    // New orders have higher keys; that an old one changed, or was imported into, is seen with the next whole reading.
    if (before !== undefined && before.products === products && readAt - before.readAt <= FRESH_MS) {
      const orders = await this.#orders(site, before.newest);
      observe(before.shop, likingsOfOrders(orders));
      this.#known.set(site, { ...before, newest: orders[0]?.key ?? before.newest });
      return;
    }
    const orders = await this.#orders(site, 0);
    const likings = likingsOfOrders(orders);
    const neighbours = before?.neighbours ?? null;
    const shop = new ShopRecommender(products.map(wareOf), neighbours);
    observe(shop, likings);
    const byId = new Map(products.map((product) => [product.id, product]));
    const learnedFrom = before?.learnedFrom ?? 0;
    this.#known.set(site, { products, byId, shop, neighbours, learnedFrom, readAt, newest: orders[0]?.key ?? 0 });
    const { bought } = likings;
    if (bought.length >= LEAST_TO_LEARN && bought.length >= GROWTH * learnedFrom) void this.#learn(site, bought);
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

  /** The newest first, down to a key that is known. */
  async #orders(site: string, known: number): Promise<Order[]> {
    const orders: Order[] = [];
    let before: number | undefined;
    while (orders.length < MOST_ORDERS) {
      const page = await this.#parts.store.orders(site, { limit: PAGE, ...(before !== undefined && { before }) });
      orders.push(...page.filter(({ key }) => key > known));
      before = page.at(-1)?.key;
      if (page.length < PAGE || (before ?? 0) <= known) break;
      // Chats go between two pages.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return orders;
  }
}

function observe(shop: ShopRecommender, { bought, returned }: OrderLikings): void {
  for (const row of bought) shop.observe(row);
  for (const { user, item } of returned) shop.observeReturn(user, item);
}

function wareOf(product: Product): Ware {
  const { id, names, descriptions, specs, category, price, currency, stock, prerequisites } = product;
  const texts = [names.en, names.zh, descriptions?.en, descriptions?.zh, ...(specs?.en ?? []), ...(specs?.zh ?? [])];
  return {
    ...{ id, currency, category: category ?? null, stock: stock ?? null, prerequisites: prerequisites ?? [] },
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
