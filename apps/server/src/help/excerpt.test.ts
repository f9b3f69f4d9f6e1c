import { describe, expect, it } from '@jest/globals';
import { excerpt } from './excerpt.ts';

const LONG = 'Sort by colour first. '.repeat(20);

describe('an excerpt', () => {
  it('begins with the sentence or cell that says most of what was looked for', () => {
    expect(excerpt(`${LONG}Candle wax: scrape it off. Then iron.`, 'candel wax')).toBe(
      '… Candle wax: scrape it off. Then iron.',
    );
    expect(excerpt('Red wine\nCold water\nCandle wax\nScrape it off', 'wax')).toBe('… Candle wax Scrape it off');
    expect(excerpt('先洗。再晾干。不要放在暖气片上烘。', '暖气片')).toBe('… 不要放在暖气片上烘。');
  });

  it('is the beginning when nothing was found in it, cut to two lines', () => {
    expect(excerpt('Short.', 'other')).toBe('Short.');
    expect(excerpt(LONG, '')).toMatch(/^Sort by colour first\..*…$/);
    expect([...excerpt('🧵'.repeat(500), '')].length).toBe(181);
    expect(excerpt('', 'x')).toBe('');
  });
});
