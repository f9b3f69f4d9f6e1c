import { describe, expect, it } from '@jest/globals';
import { orderNumberComplaint } from './order-number-pattern.ts';

describe('a pattern of order numbers', () => {
  it.each([
    'TL-\\d{4,6}',
    '\\d{5}',
    '#\\d{4,10}',
    '[A-Z]{2}-?\\d{6}',
    '[A-Z0-9]{4}-[A-Z0-9]{4}',
    'SO\\d{6,8}|PO\\d{6,8}|#?\\d{4,7}',
    '\\d{3}-\\d{7}-\\d{7}',
  ])('is taken: %s', (pattern) => expect(orderNumberComplaint(pattern)).toBeNull());

  it.each([
    '(a+)+$',
    '^(a+)+$',
    '(a|a)*$',
    '(?:\\d+)+x',
    '\\d+',
    '\\w*\\d',
    '.{1,20}x',
    '(\\d)\\1+',
    '\\d{1,99}x',
    '\\d{1,3}{1,3}{1,3}',
    '[0-9\\-]{0,20}[0-9\\-]{0,20}[0-9\\-]{0,20}X',
    '[0-9]{0,9}[0-9]{0,9}[0-9]{0,9}X',
    'abc|',
    '\\d?',
    '[',
    'A'.repeat(101),
  ])('is refused, because it could be slow, or means nothing: %s', (pattern) => {
    const start = performance.now();
    expect(orderNumberComplaint(pattern)).toEqual(expect.any(String));
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('that is taken is quick on any message, as it is looked for', () => {
    const slowest = [
      '[0-9\\-]{1,20}[0-9\\-]{1,20}X',
      'x[x\\-]{1,19}[x\\-]{1,13}[x\\-]?Y',
      '[\\d_]{0,7}[\\d_]{0,6}[\\d_]{3,9}Z',
    ];
    const texts = ['1', '-', 'x', '_', '1-', 'x-', '1_', 'X Y Z '].map((piece) => piece.repeat(4000).slice(0, 4000));
    for (const pattern of slowest) {
      expect(orderNumberComplaint(pattern)).toBeNull();
      const expression = new RegExp(`(?<![A-Za-z0-9])(?:${pattern})(?![A-Za-z0-9])`, 'gi');
      const start = performance.now();
      for (const text of texts) text.match(expression);
      // Eight messages of the greatest length take some 400 ms; what is slow takes minutes.
      expect(performance.now() - start).toBeLessThan(4_000);
    }
  });
});
