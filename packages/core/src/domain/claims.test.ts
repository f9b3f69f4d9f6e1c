import { describe, expect, it } from '@jest/globals';
import { MAX_CLAIMS, MAX_CLAIMS_BYTES, mergedClaims } from './claims.ts';

const many = (count: number, from = 0) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`claim ${from + n}`, n]));

describe('claims about a visitor', () => {
  it('add to those before, and the newest of a name counts', () => {
    expect(mergedClaims({ plan: 'free', city: 'Ulm' }, { plan: 'pro' })).toEqual({ plan: 'pro', city: 'Ulm' });
  });

  it('are counted over all that was ever claimed', () => {
    expect(mergedClaims(many(MAX_CLAIMS - 1), { one: 1 })).not.toBeNull();
    expect(mergedClaims(many(MAX_CLAIMS), { 'claim 3': 'again' })).not.toBeNull();
    expect(mergedClaims(many(MAX_CLAIMS), { one: 1 })).toBeNull();
  });

  it('are measured in bytes, names and values together', () => {
    const frame = JSON.stringify({ a: '', b: '' }).length;
    const left = MAX_CLAIMS_BYTES - frame - 100;
    expect(mergedClaims({ a: 'x'.repeat(100) }, { b: 'x'.repeat(left) })).not.toBeNull();
    expect(mergedClaims({ a: 'x'.repeat(100) }, { b: 'x'.repeat(left + 1) })).toBeNull();
    expect(mergedClaims({}, { a: '退'.repeat(MAX_CLAIMS_BYTES / 3) })).toBeNull();
    expect(mergedClaims({}, { a: '退'.repeat(MAX_CLAIMS_BYTES / 3 - 10) })).not.toBeNull();
  });
});
