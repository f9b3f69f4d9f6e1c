import { describe, expect, it } from '@jest/globals';
import { SaidText, phraseFrom } from './phrase.ts';

const says = (text: string, phrase: string) => new SaidText(text).says(phraseFrom(phrase));

describe('a phrase', () => {
  it.each([
    ['I want my MONEY back', 'money back'],
    ['refunded twice', 'refund*'],
    ['it is still, after two weeks, broken', 'still … broken'],
    ['it is still not broken', 'still ... broken'],
    ['I CAN’T log in', "can't log in"],
    ['我要退货', '退货'],
    ['退给我钱', '退 … 钱'],
    ['ｒｅｆｕｎｄ', 'refund'],
    ['打12315投诉', '12315'],
    ['e-mail me', 'e-mail'],
  ])('%j says %j', (text, phrase) => {
    expect(says(text, phrase)).toBe(true);
  });

  it.each([
    ['change my address', 'charge'],
    ['prefund', 'refund'],
    ['refunds', 'refund'],
    ['the money is back', 'money back'],
    ['Keep the money. Back home we pay cash', 'money back'],
    ['still. It is broken', 'still … broken'],
    ['still one two three four five six seven broken', 'still … broken'],
    ['退一下货', '退货'],
    ['', 'refund'],
    ['anything', '…'],
    ['anything', '***'],
  ])('%j does not say %j', (text, phrase) => {
    expect(says(text, phrase)).toBe(false);
  });

  it('is found where it begins first', () => {
    expect(new SaidText('no, no refund').find(phraseFrom('no refund'))).toBe(1);
    expect(new SaidText('still still broken').find(phraseFrom('still … broken'))).toBe(0);
  });

  it('is looked for in nonsense of 4,000 characters without delay', () => {
    const text = new SaidText('退 still '.repeat(500));
    const began = performance.now();
    expect(text.says(phraseFrom('退 … 退 … 退 … 退 … 退 … 退 … broken'))).toBe(false);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
