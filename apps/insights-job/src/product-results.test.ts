import { describe, expect, it } from '@jest/globals';
import type { Product } from '@solodesk/core';
import { ProductIndex, createSentiment } from '@solodesk/nlu';
import { productResults } from './product-results.ts';
import type { SaidRow } from './said-rows.ts';

const SHIRT: Product = {
  ...{ id: 'shirt', names: { en: 'Linen shirt Aino', zh: '亚麻衬衫' }, price: 89, currency: 'EUR', url: null },
  sizes: ['S', 'M'],
};
const VASE: Product = { id: 'vase', names: { en: 'Stoneware vase' }, price: null, currency: null, url: null };
const PRODUCTS = [SHIRT, VASE];
const index = new ProductIndex(PRODUCTS);
const DAYS = { first: '2026-03-01', through: '2026-03-28' };
const MINUTE = 60_000;

/** @param said each with the conversation in which it was said, ten minutes apart */
function found(said: readonly (readonly [text: string, conversation?: number])[], more: object = {}) {
  const rows = said.map(([text, conversation = 1], at): SaidRow => ({
    ...{ id: at + 1, at: at * 10 * MINUTE, text, isBots: false, mood: null, conversation, seq: at + 1 },
  }));
  return productResults(DAYS, rows, {
    products: new Map(PRODUCTS.map((product) => [product.id, product])),
    find: (text) =>
      index.find(text).flatMap((entity) => (entity.kind === 'product' ? [{ ...entity, id: entity.value }] : [])),
    ...{ sentiment: createSentiment(), foldScript: (text: string) => text, themeOf: new Map(), unanswered: new Set() },
    ...more,
  });
}
const asked = (results: ReturnType<typeof found>, id: string) =>
  results.products
    .find((product) => product.id === id)
    ?.asked.map(({ fact, n, isLacking }) => [fact, n, isLacking] as const);

describe('what people say about products', () => {
  it('is counted by product, with what is asked and what the catalogue does not say', () => {
    const results = found([
      ['What is the linen shirt Aino made of?'],
      ['How much is the linen shirt?', 2],
      ['Which sizes does the linen shirt come in?', 3],
      ['亚麻衬衫是什么面料？', 4],
      ['How much is the stoneware vase?', 5],
      ['where is my parcel', 6],
    ]);
    expect(results).toMatchObject({ ...DAYS, messages: 5 });
    expect(results.products.map(({ id, n }) => [id, n])).toEqual([
      ['shirt', 4],
      ['vase', 1],
    ]);
    // What is lacking comes first.
    expect(asked(results, 'shirt')).toEqual([
      ['material', 2, true],
      ['price', 1, false],
      ['sizes', 1, false],
    ]);
    expect(asked(results, 'vase')).toEqual([['price', 1, true]]);
  });

  it('goes on about the product that was named before in the same conversation, for a while', () => {
    const results = found([['I like the stoneware vase'], ['how heavy is it?', 2], ['how tall is it?'], ['thanks']]);
    expect(asked(results, 'vase')).toEqual([['measures', 1, true]]);
    const late = found([['I like the stoneware vase'], ['a', 2], ['b', 2], ['c', 2], ['d', 2], ['how tall is it?']]);
    expect(asked(late, 'vase')).toEqual([]);
  });

  it('names the questions that found no answer, the themes and the moods', () => {
    const results = found(
      [
        ['The linen shirt is awful, it tore after a day'],
        ['what is the linen shirt made of?'],
        ['what is the linen shirt made of', 2],
      ],
      {
        unanswered: new Set(['1:2']),
        themeOf: new Map([
          [1, 't'],
          [2, 'm'],
          [3, 'm'],
        ]),
      },
    );
    const [shirt] = results.products;
    expect(shirt?.unanswered).toEqual({ n: 1, examples: [2] });
    expect(shirt?.asked).toEqual([{ fact: 'material', n: 2, unanswered: 1, isLacking: true, examples: [2, 3] }]);
    expect(shirt?.themes).toEqual([
      { id: 'm', n: 2 },
      { id: 't', n: 1 },
    ]);
    expect(shirt?.mood.negative).toBeGreaterThan(0);
    expect(JSON.stringify(results)).not.toContain('tore');
  });

  it('is nothing where no product is named, and of gibberish', () => {
    expect(found([['hello'], ['xqzvwkjhgfdpqrst']])).toEqual({ ...DAYS, messages: 0, products: [] });
    expect(found([])).toEqual({ ...DAYS, messages: 0, products: [] });
  });
});
