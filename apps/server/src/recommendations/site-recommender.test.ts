import { describe, expect, it } from '@jest/globals';
import type { Order, Product, SiteTrackedEvent } from '@solodesk/core';
import { createFakeClock } from '@solodesk/core/testing';
import { trainNeighbours } from '@solodesk/recommender';
import { createLog } from '../log.ts';
import type { NeighbourRequest } from './neighbour-trainer.ts';
import { SiteRecommender } from './site-recommender.ts';

const product = (id: string): Product => ({ id, names: { en: id }, price: 10, currency: 'EUR', url: null });
const order = (key: number, products: readonly string[]): Order => ({
  ...{
    key,
    site: 'shop',
    number: `A-${key}`,
    contactKey: key,
    email: null,
    placedAt: 5,
    status: 'paid',
    statusText: null,
  },
  ...{ total: null, currency: null, trackingUrl: null },
  lines: products.map((id) => ({ product: id, name: null, quantity: 1, price: null })),
});

/** A shop whose orders are read in pages, and whose learning waits to be ended. */
function shop(count: number) {
  const orders = Array.from({ length: count }, (_, n) => order(n + 1, n % 2 === 0 ? ['kettle', 'teapot'] : ['kettle']));
  const products = [product('kettle'), product('teapot')];
  const clock = createFakeClock(1_000_000);
  const learned: NeighbourRequest[] = [];
  const reads: number[] = [];
  const tracked: SiteTrackedEvent[] = [];
  const recommender = new SiteRecommender({
    store: {
      async orders(_site, { before = Infinity, limit }) {
        const page = orders
          .filter(({ key }) => key < before)
          .sort((a, b) => b.key - a.key)
          .slice(0, limit);
        reads.push(page.length);
        return page;
      },
      trackedOfSite: async (_site, { before = Infinity, limit }) =>
        tracked
          .filter(({ key }) => key < before)
          .reverse()
          .slice(0, limit),
    },
    ...{ clock, log: createLog('silent'), productsOf: async () => products },
    async train(request) {
      learned.push(request);
      return trainNeighbours(request.interactions, request.now);
    },
  });
  const reason = () => recommender.recommend('shop', { product: 'kettle', limit: 3 })[0]?.reason;
  return { recommender, orders, clock, learned, reads, reason, products, tracked };
}

describe('the recommender of a site', () => {
  it('knows nothing before the orders were read, and begins to read them when it is asked', async () => {
    const { recommender, reason, reads } = shop(20);
    expect(reason()).toBeUndefined();
    await recommender.refresh('shop');
    expect(reason()).toMatchObject({ both: 10, of: 20 });
    expect(reads).toEqual([20]);
  });

  it('reads many orders in pages, learns from them once, and again when there is a tenth more', async () => {
    const { recommender, orders, clock, learned, reason } = shop(1_200);
    await recommender.refresh('shop');
    await recommender.refresh('shop');
    expect(reason()).toMatchObject({ both: 600, of: 1_200 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(learned.map(({ interactions }) => interactions.length)).toEqual([1_800]);
    orders.push(...Array.from({ length: 200 }, (_, n) => order(2_000 + n, ['kettle'])));
    clock.advance(61_000);
    await recommender.refresh('shop');
    expect(learned).toHaveLength(2);
  });

  it('counts a new order at the next look, and a change of an old one after a minute', async () => {
    const { recommender, orders, clock, reason } = shop(20);
    await recommender.refresh('shop');
    orders.push(order(21, ['kettle', 'teapot']));
    await recommender.refresh('shop');
    expect(reason()).toMatchObject({ both: 11, of: 21 });
    orders[0] = { ...orders[0]!, status: 'returned' };
    clock.advance(61_000);
    await recommender.refresh('shop');
    expect(reason()).toMatchObject({ both: 10, of: 20 });
  });

  it('reads nothing more once it was stopped', async () => {
    const { recommender, reads } = shop(5);
    await recommender.stop();
    await recommender.refresh('shop');
    expect(reads).toEqual([]);
  });

  it('counts what pages and chats told of a visitor from the next look on', async () => {
    const { recommender, products, tracked } = shop(20);
    products.push(
      { ...product('mug'), category: 'mugs' },
      { ...product('cloth'), names: { en: 'tea cloth for the kettle' } },
    );
    const suits = () => recommender.recommend('shop', { visitorKey: 4, limit: 1 })[0];
    await recommender.refresh('shop');
    expect(suits()).toMatchObject({ product: { id: 'kettle' }, reason: { kind: 'popular' } });
    const event = { visitorKey: 4, contactKey: null, clientId: 'a', name: 'view', at: 900_000, page: '' };
    tracked.push({ key: 1, ...event, props: { product: 'kettle' } });
    await recommender.refresh('shop');
    expect(suits()).toMatchObject({ product: { id: 'teapot' }, reason: { kind: 'together' } });
    tracked.push({ key: 2, ...event, name: 'purchase', props: { product: 'teapot' } });
    await recommender.refresh('shop');
    expect(suits()?.product.id).not.toBe('teapot');
  });
});
