import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LearnAgain } from './learn-again.ts';

const MINUTE = 60_000;

describe('a site that could not be learned', () => {
  const tried: string[] = [];
  let again: LearnAgain;
  beforeEach(() => {
    jest.useFakeTimers();
    tried.length = 0;
    again = new LearnAgain((site) => tried.push(site));
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is tried again after a minute, then after two, and every half hour at last', () => {
    const waits = [1, 2, 4, 8, 16, 30, 30].map((minutes) => minutes * MINUTE);
    for (const [before, wait] of waits.entries()) {
      again.failed('shop');
      jest.advanceTimersByTime(wait - 1);
      expect(tried).toHaveLength(before);
      jest.advanceTimersByTime(1);
      expect(tried).toHaveLength(before + 1);
    }
  });

  it('is tried once, however often it failed in between, and not any more once it was learned', () => {
    again.failed('shop');
    again.failed('shop');
    again.failed('club');
    again.settled('club');
    jest.advanceTimersByTime(60 * MINUTE);
    expect(tried).toEqual(['shop']);
    again.settled('shop');
    again.failed('shop');
    jest.advanceTimersByTime(MINUTE);
    expect(tried).toEqual(['shop', 'shop']);
  });

  it('is left alone by a server that stops', () => {
    again.failed('shop');
    again.stop();
    jest.advanceTimersByTime(60 * MINUTE);
    expect(tried).toEqual([]);
  });
});
