import { describe, expect, it } from '@jest/globals';
import { writtenIn } from './locale.ts';

describe('the language of a text', () => {
  it('is Chinese with any Chinese character, also around Latin names and numbers', () => {
    expect(writtenIn('订单 1042 收到 iPhone case 了吗', 'en')).toBe('zh');
  });

  it('is not Chinese for the characters of Japanese', () => {
    expect(writtenIn('注文はどこですか', 'en')).toBe('en');
    expect(writtenIn('我の订单 ポケモン 在哪の', 'en')).toBe('zh');
  });

  it('is English with two Latin words', () => {
    expect(writtenIn('where is it', 'zh')).toBe('en');
  });

  it('is what it was otherwise where a name, a number, an address or an emoji tells nothing', () => {
    for (const text of ['DHL', '1042', '👍', '???', '', 'ann.lee@mail.example', 'https://shop.example/a/linen-shirt']) {
      expect(writtenIn(text, 'zh')).toBe('zh');
      expect(writtenIn(text, 'en')).toBe('en');
    }
  });

  it('is not told by a full name, which is an answer in any language', () => {
    for (const name of ['Ann Lee', 'Ann B. Lee', 'Anna-Maria Huber']) expect(writtenIn(name, 'zh')).toBe('zh');
    expect(writtenIn('Where is my order', 'zh')).toBe('en');
  });

  it('is not told by the words of an address', () => {
    expect(writtenIn('wang.li@mail.example', 'zh')).toBe('zh');
    expect(writtenIn('https://shop.example/linen/shirt', 'zh')).toBe('zh');
    expect(writtenIn('please write to wang@mail.example', 'zh')).toBe('en');
  });
});
