import { describe, expect, it } from '@jest/globals';
import { isOneSlip } from './one-slip.ts';

describe('a slip of the fingers', () => {
  it.each([
    ['too small', 'to small'],
    ['refund', 'refunds'],
    ['exchange', 'exhcange'],
    ['broken', 'brocen'],
    ['same', 'same'],
  ])('makes %j of %j, or the other way round', (one, other) => {
    expect(isOneSlip(one, other)).toBe(true);
    expect(isOneSlip(other, one)).toBe(true);
  });

  it('is not two', () => {
    expect(isOneSlip('refund', 'refnd!')).toBe(false);
    expect(isOneSlip('too small', 'too tall')).toBe(false);
    expect(isOneSlip('abcd', 'dcba')).toBe(false);
  });
});
