import { describe, expect, it } from '@jest/globals';
import { spokenDigits } from './spoken-digits.ts';

describe('a number that is dictated digit by digit', () => {
  it.each([
    ['my order is one oh four two', 'my order is 1042'],
    ['Zero one seven, six double two', '017622'],
    ['T L one-zero-four-two please', 'T L 1042 please'],
    ['订单号幺零四二', '订单号1042'],
    ['一 三 八 零 零', '13800'],
  ])('is read in digits: %s', (words, read) => {
    expect(spokenDigits(words)).toBe(read);
  });

  it.each(['one or two shirts', 'three four', 'no one told me', '三四天', '二〇二六年', 'oh no', 'TL-1042'])(
    'is not seen where it is a count, a year or nothing: %s',
    (words) => {
      expect(spokenDigits(words)).toBe(words);
    },
  );
});
