import { describe, expect, it } from '@jest/globals';
import { TokenBuckets } from './token-bucket.ts';

describe('token buckets', () => {
  it('gives a burst, then says how long until the next token', () => {
    const buckets = new TokenBuckets({ burst: 2, perSecond: 1 });
    expect([0, 0, 0].map((now) => buckets.take('a', now))).toEqual([0, 0, 1000]);
    expect(buckets.take('a', 750)).toBe(250);
    expect(buckets.take('a', 1000)).toBe(0);
  });

  it('never holds more than the burst', () => {
    const buckets = new TokenBuckets({ burst: 2, perSecond: 1 });
    buckets.take('a', 0);
    expect([1, 1, 1].map(() => buckets.take('a', 1_000_000)).filter((wait) => wait === 0)).toHaveLength(2);
  });

  it('takes no harm from a clock that is set back', () => {
    const buckets = new TokenBuckets({ burst: 2, perSecond: 1 });
    buckets.take('a', 1_000_000);
    expect(buckets.take('a', 0)).toBe(0);
    expect(buckets.take('a', 1000)).toBe(0);
  });

  it('forgets keys that are full again', () => {
    const buckets = new TokenBuckets({ burst: 2, perSecond: 1 });
    for (let key = 0; key < 1000; key++) buckets.take(key, 0);
    buckets.take('late', 61_000);
    expect(buckets.size).toBe(1);
  });
});
