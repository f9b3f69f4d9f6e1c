import { describe, expect, it } from '@jest/globals';
import { retryPause } from './retry.ts';

describe('the pause before another attempt', () => {
  it('doubles with each failure, up to an hour for mails', () => {
    const pauses = [1, 2, 3, 4, 8].map((attempts) => retryPause('owner_mail', attempts, 1));
    expect(pauses).toEqual([30_000, 60_000, 120_000, 240_000, 3_600_000]);
  });

  it('is between half and the whole of that by chance', () => {
    expect(retryPause('owner_mail', 1, 0)).toBe(15_000);
    expect(retryPause('owner_mail', 1, 0.5)).toBe(22_500);
  });

  it('is what the other side asked for where that is longer, within reason', () => {
    expect(retryPause('owner_push', 1, 1, 60_000)).toBe(60_000);
    expect(retryPause('owner_push', 1, 1, 1)).toBe(10_000);
    expect(retryPause('owner_push', 1, 1, 86_400_000)).toBe(300_000);
  });

  it('does not come after the last attempt: a push is given up sooner than a mail', () => {
    expect(retryPause('owner_push', 5, 1)).toBeGreaterThan(0);
    expect(retryPause('owner_push', 6, 1)).toBeNull();
    expect(retryPause('owner_mail', 8, 1)).toBeGreaterThan(0);
    expect(retryPause('owner_mail', 9, 1)).toBeNull();
  });
});
