import { describe, expect, it } from '@jest/globals';
import { askedSize, sizeOf } from './asked-size.ts';

describe('the size that a message asks for', () => {
  it.each([
    ['do you have it in XL?', 'XL'],
    ['is the shirt in size small in stock', 'small'],
    ['any trousers in a 38 left?', '38'],
    ['shirt 3xl', '3xl'],
    ['有没有大码', '大'],
    ['亚麻衬衫 XL码有货吗', 'XL'],
    ['38码的还有吗', '38'],
  ])('is read in %p', (text, size) => {
    expect(askedSize(text)).toBe(size);
  });

  it.each([
    ["I'm looking for the shirt", 'no size at all'],
    ["what's in stock", 'none either'],
    ['do you have 20 of the shirt', 'a number of pieces'],
    ['订单 1042号到了吗', 'an order'],
    ['in S or in M', 'two'],
  ])('is none in %p: %s', (text) => {
    expect(askedSize(text)).toBeNull();
  });

  it('is found among a product’s sizes however either is written', () => {
    expect(sizeOf(['Small', 'Medium'], 'm')).toBe('Medium');
    expect(sizeOf(['S', 'XXL'], '2xl')).toBe('XXL');
    expect(sizeOf(['S', 'M', 'L'], '大')).toBe('L');
    expect(sizeOf(['one size'], 'XL')).toBeNull();
  });
});
