import { describe, expect, it } from '@jest/globals';
import type { Interaction } from '../interaction.ts';
import { trainNeighbours } from './neighbours.ts';
import { ShopRecommender } from './shop-recommender.ts';
import type { OfferQuestion } from './shop-recommender.ts';
import type { Ware } from './ware.ts';

const NOW = Date.UTC(2026, 10, 27);
const ware = (id: string, more: Partial<Ware> = {}): Ware => ({
  ...{ id, category: null, price: 1000, currency: 'EUR', stock: null, text: id, prerequisites: [], level: null },
  ...more,
});
const buys = (user: string, item: string, at = NOW - 1000): Interaction => ({ user, item, kind: 'purchase', at });
/** 31 people bought a kettle; of them seven a teapot, and two a towel. 20 bought soap alone. */
const ROWS = [
  ...Array.from({ length: 31 }, (_, user) => buys(`u${user}`, 'kettle')),
  ...Array.from({ length: 7 }, (_, user) => buys(`u${user}`, 'teapot')),
  ...Array.from({ length: 2 }, (_, user) => buys(`u${user}`, 'towel')),
  ...Array.from({ length: 20 }, (_, user) => buys(`s${user}`, 'soap')),
];
const SHELF = ['kettle', 'teapot', 'towel', 'soap'].map((id) => ware(id));

function shop(wares: readonly Ware[] = SHELF, rows: readonly Interaction[] = ROWS): ShopRecommender {
  const recommender = new ShopRecommender(wares, trainNeighbours(rows, NOW));
  for (const row of rows) recommender.observe(row);
  return recommender;
}
const ask = (recommender: ShopRecommender, question: Partial<OfferQuestion>) =>
  recommender.offers({ limit: 5, now: NOW, ...question });
const items = (recommender: ShopRecommender, question: Partial<OfferQuestion>) =>
  ask(recommender, question).map(({ item }) => item);

describe('what goes with a ware', () => {
  it('is what enough people bought with it, with how many of how many', () => {
    expect(ask(shop(), { item: 'kettle' })).toEqual([
      { item: 'teapot', reason: { kind: 'together', with: 'kettle', both: 7, of: 31 } },
    ]);
  });

  it('is nothing where too few stand behind it', () => {
    expect(items(shop(), { item: 'towel' })).toEqual([]);
    expect(items(shop(), { item: 'nothing' })).toEqual([]);
    expect(items(new ShopRecommender(SHELF, null), { item: 'kettle' })).toEqual([]);
  });

  it('counts what happened since the training', () => {
    const recommender = shop();
    recommender.observe(buys('u9', 'towel'));
    expect(ask(recommender, { item: 'kettle' })[1]).toEqual({
      item: 'towel',
      reason: { kind: 'together', with: 'kettle', both: 3, of: 31 },
    });
  });

  it('is what is said alike of, where a ware is new', () => {
    const wares = [
      ware('shirt', { text: 'Linen shirt 亚麻衬衫' }),
      ware('dress', { text: 'Linen dress 亚麻连衣裙' }),
      ware('mug', { text: 'Stoneware mug 陶杯' }),
    ];
    expect(ask(shop(wares, []), { item: 'shirt' })).toEqual([
      { item: 'dress', reason: { kind: 'alike', with: 'shirt' } },
    ]);
  });

  it('is never sold out, out of the price range, or in another currency', () => {
    const priced = (more: Partial<Ware>) => [ware('kettle'), ware('teapot', more)];
    const range = { price: { least: 500, most: 1500, currency: 'EUR' } };
    expect(items(shop(priced({ stock: 0 })), { item: 'kettle' })).toEqual([]);
    expect(items(shop(priced({ stock: 2 })), { item: 'kettle' })).toEqual(['teapot']);
    expect(items(shop(priced({})), { item: 'kettle', ...range })).toEqual(['teapot']);
    expect(items(shop(priced({ price: 1501 })), { item: 'kettle', ...range })).toEqual([]);
    expect(items(shop(priced({ currency: 'USD' })), { item: 'kettle', ...range })).toEqual([]);
    expect(items(shop(priced({ price: null })), { item: 'kettle', ...range })).toEqual([]);
  });
});

describe('what is offered to somebody', () => {
  it('goes with what they bought, and is none of it', () => {
    expect(ask(shop(), { user: 'u20' })[0]).toMatchObject({ item: 'teapot', reason: { with: 'kettle' } });
    expect(items(shop(), { user: 'u3' })).not.toContain('teapot');
  });

  it('is what many bought, to somebody new', () => {
    expect(ask(shop(), { user: 'nobody' })).toEqual([
      { item: 'kettle', reason: { kind: 'popular', people: 31 } },
      { item: 'soap', reason: { kind: 'popular', people: 20 } },
      { item: 'teapot', reason: { kind: 'popular', people: 7 } },
    ]);
  });

  it('is never what they sent back, which speaks for nothing either', () => {
    const recommender = shop();
    recommender.observe(buys('u20', 'teapot'));
    recommender.observeReturn('u20', 'teapot');
    expect(items(recommender, { user: 'u20' })).not.toContain('teapot');
    recommender.observeReturn('u20', 'kettle');
    expect(ask(recommender, { item: 'kettle' })[0]?.reason).toMatchObject({ both: 7, of: 30 });
  });

  it('is no finished course, and none before what it builds on', () => {
    const courses = [ware('kettle'), ware('teapot', { prerequisites: ['basics'] }), ware('basics')];
    const rows = [...ROWS, ...Array.from({ length: 6 }, (_, user) => buys(`b${user}`, 'basics'))];
    const recommender = shop(courses, rows);
    expect(items(recommender, { item: 'kettle', user: 'u20' })).toEqual([]);
    recommender.observe({ user: 'u20', item: 'basics', kind: 'progress', weight: 0.5, at: NOW });
    expect(items(recommender, { item: 'kettle', user: 'u20' })).toEqual([]);
    recommender.observe({ user: 'u20', item: 'basics', kind: 'progress', weight: 1, at: NOW });
    expect(items(recommender, { item: 'kettle', user: 'u20' })).toEqual(['teapot']);
    recommender.observe({ user: 'u20', item: 'teapot', kind: 'progress', weight: 1, at: NOW });
    expect(items(recommender, { item: 'kettle', user: 'u20' })).toEqual([]);
  });

  it('is no easier course than one of its kind that somebody has had, nor one two levels above it', () => {
    const level = (id: string, level: number) => ware(id, { category: 'pottery', level });
    const courses = [level('one', 1), level('two', 2), level('three', 3), level('four', 4)];
    const recommender = shop(
      courses,
      Array.from({ length: 6 }, (_, user) => courses.map(({ id }) => buys(`b${user}`, id))).flat(),
    );
    expect(items(recommender, {}).sort()).toEqual(['four', 'one', 'three', 'two']);
    recommender.observe({ user: 'new', item: 'two', kind: 'progress', weight: 0.2, at: NOW });
    expect(items(recommender, { user: 'new' })).toEqual(['three']);
  });

  it('is of several kinds rather than of one', () => {
    const people = Array.from({ length: 12 }, (_, user) =>
      ['a', ...(user < 10 ? ['b1'] : []), ...(user < 9 ? ['b2'] : []), ...(user < 8 ? ['c'] : [])].map((item) =>
        buys(`p${user}`, item),
      ),
    ).flat();
    const wares = [
      ware('a'),
      ware('b1', { category: 'b' }),
      ware('b2', { category: 'b' }),
      ware('c', { category: 'c' }),
    ];
    expect(items(shop(wares, people), { item: 'a', limit: 2 })).toEqual(['b1', 'c']);
  });
});
