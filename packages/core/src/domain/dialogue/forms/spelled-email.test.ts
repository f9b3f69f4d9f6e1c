import { describe, expect, it } from '@jest/globals';
import { readSpelledEmail } from './spelled-email.ts';

describe('an e-mail address without its sign', () => {
  it.each([
    ['bob(at)mail.example', 'bob@mail.example'],
    ['bob at mail.example', 'bob@mail.example'],
    ['it is Bob.Ray [at] Mail [dot] example', 'Bob.Ray@mail.example'],
    ['bob @ mail.example', 'bob@mail.example'],
    ['bob＠mail.example', 'bob@mail.example'],
    ['my mail is bob at mail dot shop dot example', 'bob@mail.shop.example'],
    ['我的邮箱是 bob艾特mail点example', 'bob@mail.example'],
  ])('is read from %s', (words, address) => {
    expect(readSpelledEmail(words)).toBe(address);
  });

  it.each([
    'you can reach me at mail.example',
    'I bought it at shop.example',
    'bob at the mail',
    'look at this. Thanks',
    'bob(at)mail',
    `${'a'.repeat(170)} bob at mail.example`,
  ])('is none in %s', (words) => {
    expect(readSpelledEmail(words)).toBeNull();
  });

  it('is looked for quickly in any text', () => {
    const began = performance.now();
    for (let times = 0; times < 200; times++) readSpelledEmail('a.'.repeat(80));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
