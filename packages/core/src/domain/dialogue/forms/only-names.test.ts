import { describe, expect, it } from '@jest/globals';
import { namesOnly } from './only-names.ts';

describe('words that name something', () => {
  it.each([
    ['my mail is x@y.example', 'x@y.example'],
    ['My e-mail address is X@y.example, thanks!', 'x@y.example'],
    ['you can reach me at x@y.example', 'x@y.example'],
    ['我的邮箱是 x@y.example', 'x@y.example'],
    ['my order number is TL-10421', 'TL-10421'],
    ['please write to x@y.example', 'x@y.example'],
  ])('say nothing else: %s', (words, name) => {
    expect(namesOnly(words, [name])).toBe(true);
  });

  it.each([
    ['does the shirt shrink? x@y.example', 'x@y.example'],
    ['my shirt is too small, x@y.example', 'x@y.example'],
    ['衬衫会缩水吗 x@y.example', 'x@y.example'],
    ['cancel order TL-10421', 'TL-10421'],
  ])('say more: %s', (words, name) => {
    expect(namesOnly(words, [name])).toBe(false);
  });

  it('say something when they name nothing', () => {
    expect(namesOnly('my mail is', [])).toBe(false);
  });
});
