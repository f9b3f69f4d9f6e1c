import { describe, expect, it } from '@jest/globals';
import { askedFacts, isLacking } from './asked-facts.ts';

describe('what is asked of a product', () => {
  it('is found in both languages', () => {
    expect(askedFacts('What is the shirt made of, and can I wash it at 40 degrees?')).toEqual(['material', 'care']);
    expect(askedFacts('how much is the apron')).toEqual(['price']);
    expect(askedFacts('Is the vase available in blue?')).toEqual(['stock', 'colours']);
    expect(askedFacts('这件衬衫是什么面料，可以机洗吗？')).toEqual(['material', 'care']);
    expect(askedFacts('花瓶多高')).toEqual(['measures']);
    expect(askedFacts('产地是哪里')).toEqual(['origin']);
  });

  it('is nothing where nothing is asked, or a story is told', () => {
    expect(askedFacts('The fabric tore after a week.')).toEqual([]);
    expect(askedFacts('The size is fine and it has a nice colour.')).toEqual([]);
    expect(askedFacts('Thanks for the shirt!')).toEqual([]);
    expect(askedFacts(`What shall I say of the size: ${'it was a long day '.repeat(20)}`)).toEqual([]);
  });
});

describe('what a catalogue lacks', () => {
  const shirt = {
    ...{ price: 89, sizes: ['S', 'M'], descriptions: { en: 'A loose linen shirt.' } },
    specs: { en: ['170 g/m²', 'Teal or oat'], zh: ['可机洗'] },
  };
  it('is what neither a cell nor a word of the description says, in any language', () => {
    const lacking = (['price', 'stock', 'sizes', 'material', 'care', 'measures', 'colours', 'origin'] as const).filter(
      (fact) => isLacking(shirt, fact),
    );
    expect(lacking).toEqual(['stock', 'origin']);
  });

  it('is everything of a bare name', () => {
    expect(isLacking({ price: null }, 'price')).toBe(true);
    expect(isLacking({ price: 9, sizes: [] }, 'sizes')).toBe(true);
    expect(isLacking({ price: 9, stock: 0 }, 'stock')).toBe(false);
    expect(isLacking({ price: 9 }, 'material')).toBe(true);
  });
});
