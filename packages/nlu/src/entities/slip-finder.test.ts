import { describe, expect, it } from '@jest/globals';
import type { Product } from '@solodesk/core';
import { HUNDRED_PRODUCTS } from '../testing/hundred-products.ts';
import { withSlip } from '../testing/slips.ts';
import { createCatalogue } from './catalogue.ts';
import { ProductIndex } from './product-index.ts';
import { SlipFinder, slipsBetween } from './slip-finder.ts';

const productOf = (en: string, number: number): Product => {
  return { id: String(number), names: { en }, price: null, currency: null, url: null };
};
const CATALOGUE = createCatalogue(HUNDRED_PRODUCTS.map(productOf))!;
const INDEX = new ProductIndex(HUNDRED_PRODUCTS.map(productOf));
const called = (words: string) => CATALOGUE.called(words, 'slips').map(({ id }) => HUNDRED_PRODUCTS[Number(id)]);

/** Each name with so many slips in it, five times, and which products it is taken for. */
function asked(slips: number, inOneWord: boolean, find: (words: string) => readonly string[]) {
  const told = { n: 0, right: 0, wrong: 0 };
  for (let round = 0; round < 5; round += 1) {
    HUNDRED_PRODUCTS.forEach((name, number) => {
      const words = name.toLowerCase().replaceAll(',', '').split(' ');
      const seeds = Array.from({ length: slips }, (_, each) => round * 10_007 + number * 101 + each);
      const long = words.flatMap((word, at) => (word.length >= (inOneWord ? 6 : 4) ? [at] : []));
      if (long.length === 0) return;
      for (const [each, seed] of seeds.entries()) {
        const at = long[inOneWord ? round % long.length : (round + each) % long.length]!;
        words[at] = withSlip(words[at]!, seed);
      }
      const found = find(words.join(' '));
      told.n += 1;
      if (found.includes(String(number))) told.right += 1;
      else if (found.length > 0) told.wrong += 1;
    });
  }
  return { right: told.right / told.n, wrong: told.wrong / told.n };
}

const byName = (words: string) => CATALOGUE.called(words, 'slips').map(({ id }) => id);
const inSentence = (words: string) => INDEX.find(`I ordered the ${words} last week`).map(({ value }) => value);

describe('a mistyped name of one of a hundred products', () => {
  it.each([
    ['one slip', 1, false, 0.9],
    ['two slips', 2, false, 0.8],
    ['two slips in one word', 2, true, 0.9],
  ] as const)('is found by itself, and hardly ever another, with %s', (_, slips, inOneWord, least) => {
    const { right, wrong } = asked(slips, inOneWord, byName);
    expect(right).toBeGreaterThan(least);
    expect(wrong).toBeLessThanOrEqual(0.005);
  });

  it.each([
    ['one slip', 1, 0.9],
    ['two slips', 2, 0.7],
  ] as const)('is found in a sentence with %s', (_, slips, least) => {
    const { right, wrong } = asked(slips, false, inSentence);
    expect(right).toBeGreaterThan(least);
    expect(wrong).toBeLessThanOrEqual(0.01);
  });

  it.each([
    'shorts',
    'coats',
    'skirt',
    'boots',
    'shipping',
    'question',
    'weather',
    'books',
    'linen shorts',
    'wool coat',
  ])('is no word that means something else: %s', (words) => {
    expect(called(words)).toEqual([]);
  });

  it('is told by its other words, where one is as near to two', () => {
    expect(called('bred knyfe')).toEqual([]);
    expect(called('braed knife')).toEqual(['Bread knife']);
    expect(called('parign knife')).toEqual(['Paring knife']);
    expect(called('stonware teapott')).toEqual(['Stoneware teapot']);
    expect(called('lavneder sopa')).toEqual(['Lavender soap']);
  });

  it('is found in words that tell a story, and in none that name no product', () => {
    expect(INDEX.find('the embroydery hoop broke')).toMatchObject([
      { name: 'Embroidery hoop', text: 'embroydery hoop' },
    ]);
    for (const story of ['the zip broke after two days', 'I need new boots and a belt', 'Tim Kovalczyk, Lindenweg 4']) {
      expect([story, INDEX.find(story)]).toEqual([story, []]);
    }
  });
});

describe('slips between two words', () => {
  it.each([
    ['shirt', 'shirt', 0],
    ['shrit', 'shirt', 1],
    ['shiirt', 'shirt', 1],
    ['hirt', 'shirt', 1],
    ['terracota', 'terracotta', 1],
    ['terracoat', 'terracotta', 2],
    ['blanekst', 'blankets', 2],
    ['abc', 'shirt', 3],
  ])('%s and %s: %i, and more than asked for is not counted', (one, other, slips) => {
    expect(slipsBetween(one, other, 2)).toBe(slips);
  });

  it('are two of a word of eight letters, of a shorter one only beside others', () => {
    const finder = new SlipFinder(['cardigan', 'blanket']);
    expect(finder.find('crdigna', true)).toEqual(['cardigan']);
    expect(finder.find('blankett', true)).toEqual(['blanket']);
    expect(finder.find('blnkett', true)).toEqual([]);
    expect(finder.find('blnkett', false)).toEqual(['blanket']);
  });
});
