import { describe, expect, it } from '@jest/globals';
import type { Product } from '@solodesk/core';
import { createCatalogue } from './catalogue.ts';

const product = (id: string, en: string, zh?: string, more: Partial<Product> = {}): Product => ({
  id,
  names: { en, ...(zh !== undefined && { zh }) },
  price: null,
  currency: null,
  url: null,
  ...more,
});
const CATALOGUE = createCatalogue([
  product('shirt-oat', 'Linen shirt “Aino”, oat', '燕麦色亚麻衬衫', { price: 49, currency: 'EUR' }),
  product('shirt-navy', 'Linen shirt “Aino”, navy', '藏青色亚麻衬衫', { sizes: ['S'] }),
  product('towels', 'Tea towels, set of 3', '茶巾三条装', {
    descriptions: { en: 'Woven from thick linen.', zh: '厚实亚麻织成。' },
    specs: { en: ['Teal or oat'], zh: ['青色或燕麦色'] },
  }),
  product('cafe', 'Café curtain', '咖啡帘'),
]);
const called = (words: string, spelling: 'exact' | 'slips' = 'exact') =>
  CATALOGUE?.called(words, spelling).map(({ id }) => id);

describe('a catalogue', () => {
  it('finds the products whose names hold all of the words, in any form and order', () => {
    expect(called('  oat SHIRTS ')).toEqual(['shirt-oat']);
    expect(called('linen shirt')).toEqual(['shirt-oat', 'shirt-navy']);
    expect(called('tea towel')).toEqual(['towels']);
    expect(called('cafe')).toEqual(['cafe']);
    expect(called('tea shirt')).toEqual([]);
    expect(called('set of 4')).toEqual([]);
  });

  it('finds those of which something is said, in their name or elsewhere', () => {
    const told = (words: string) => CATALOGUE?.told(words).map(({ id }) => id);
    expect(told('oat')).toEqual(['shirt-oat', 'towels']);
    expect(told('青色')).toEqual(['towels']);
    expect(told('blue')).toEqual([]);
    expect(told('?')).toEqual([]);
  });

  it('finds a colour by its whole name or by that of a kind of it, and not inside of the name of another', () => {
    const shelf = createCatalogue([
      product('navy', 'Shirt, navy blue', '藏青色衬衫'),
      product('bottle', 'Shirt, dark green', '墨绿色衬衫'),
      product('pink', 'Shirt, pink', '粉红色衬衫'),
      product('vase', 'Vase, white, with a green stem', '青花瓶，白色'),
      product('teal', 'Shirt, teal', '青色衬衫'),
    ]);
    const told = (words: string) => shelf?.told(words).map(({ id }) => id);
    expect(told('青色')).toEqual(['teal']);
    expect(told('蓝色')).toEqual([]);
    expect(told('藏青色')).toEqual(['navy']);
    expect(told('绿色')).toEqual(['bottle']);
    expect(told('綠色')).toEqual(['bottle']);
    expect(told('红色')).toEqual([]);
    expect(told('粉红色')).toEqual(['pink']);
    expect(told('blue')).toEqual(['navy']);
    expect(told('green')).toEqual(['bottle', 'vase']);
    expect(shelf?.called('青色衬衫', 'exact').map(({ id }) => id)).toEqual(['teal']);
    expect(shelf?.described('青色衬衫').map(({ id }) => id)).toEqual(['teal']);
  });

  it('finds Chinese names, traditional ones, and names in the other language', () => {
    expect(called('亚麻衬衫')).toEqual(['shirt-oat', 'shirt-navy']);
    expect(called('藏青 衬衫')).toEqual(['shirt-navy']);
    expect(called('亞麻襯衫')).toEqual(['shirt-oat', 'shirt-navy']);
    expect(called('Aino 燕麦色')).toEqual(['shirt-oat']);
    expect(called('茶巾 帘')).toEqual([]);
  });

  it('finds what is called by a word of its name and others of its description', () => {
    const described = (words: string) => CATALOGUE?.described(words).map(({ id }) => id);
    expect(described('thick teal towels')).toEqual(['towels']);
    expect(described('厚亚麻茶巾')).toEqual(['towels']);
    expect(described('black towels')).toEqual([]);
    // Not by its description alone, nor by words of several names.
    expect(described('thick woven')).toEqual([]);
    expect(described('tea shirt')).toEqual([]);
    expect(described('towel '.repeat(40))).toEqual([]);
    expect(called('thick towels')).toEqual([]);
  });

  it('takes words for mistyped ones only when it may', () => {
    expect(called('linnen shirt')).toEqual([]);
    expect(called('linnen shirt', 'slips')).toEqual(['shirt-oat', 'shirt-navy']);
    expect(called('purple elephant', 'slips')).toEqual([]);
    expect(called('hiring', 'slips')).toEqual([]);
    expect(called('亚麻衬杉')).toEqual([]);
    expect(called('亚麻衬杉', 'slips')).toEqual(['shirt-oat', 'shirt-navy']);
    expect(called('亚妈衬杉', 'slips')).toEqual([]);
    expect(called('茶斤', 'slips')).toEqual([]);
  });

  it('finds nothing for nothing, and for what no name is as long as', () => {
    expect(called(' ?! ')).toEqual([]);
    expect(called('shirt '.repeat(40))).toEqual([]);
  });

  it('knows which facts any product has, and each product by its id', () => {
    expect([...(CATALOGUE?.keeps ?? [])]).toEqual(['price', 'sizes', 'colours', 'details']);
    expect(CATALOGUE?.get('cafe')?.names.en).toBe('Café curtain');
    expect(CATALOGUE?.get('x')).toBeNull();
    expect(createCatalogue([])).toBeNull();
  });
});
