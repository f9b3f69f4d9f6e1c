import { describe, expect, it } from '@jest/globals';
import type { HelpReading } from './help-reading.ts';
import { PageCache } from './page-cache.ts';

const reading = () => ({}) as HelpReading;

describe('rendered pages', () => {
  it('are made once a reading, and anew for the next', () => {
    const cache = new PageCache();
    const [first, second] = [reading(), reading()];
    let made = 0;
    const render = () => `page ${++made}`;
    expect(cache.get(first, 'en', render)?.text).toBe('page 1');
    expect(cache.get(first, 'en', render)?.text).toBe('page 1');
    expect(cache.get(first, 'zh', render)?.text).toBe('page 2');
    expect(cache.get(second, 'en', render)?.text).toBe('page 3');
    expect(cache.get(second, 'en', render)?.etag).not.toBe(cache.get(first, 'en', render)?.etag);
  });

  it('that do not exist are not remembered', () => {
    const cache = new PageCache();
    const one = reading();
    expect(cache.get(one, 'x', () => null)).toBeNull();
    expect(cache.get(one, 'x', () => 'here now')?.text).toBe('here now');
  });
});
