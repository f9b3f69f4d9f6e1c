import { describe, expect, it } from '@jest/globals';
import { chineseCharacters } from './chinese-grams.ts';
import { englishStem, englishWords } from './english-words.ts';
import { foldText, MAX_UNITS } from './fold-text.ts';
import { languageOf } from './language.ts';
import { MAX_UNITS_OF_TEXT, unitsOf } from './units.ts';

describe('folding a text', () => {
  it('makes full-width, accented and upper-case letters the plain ones', () => {
    expect(foldText('ＡＢＣ１２３　Café')).toBe('abc123 cafe');
  });

  it('straightens apostrophes', () => {
    expect(foldText('don’t')).toBe("don't");
  });

  it('looks at the first thousand units only', () => {
    expect(foldText('x'.repeat(4_000))).toHaveLength(MAX_UNITS);
  });

  it('leaves out addresses, which say nothing about what is wanted', () => {
    expect(foldText('is it sent? Me@Mail.example https://a.example/b').trim()).toBe('is it sent?');
    expect(foldText('请发到me@mail.example谢谢')).toBe('请发到 谢谢');
    expect(foldText('@ 5 pm')).toBe('@ 5 pm');
  });

  it('leaves Chinese as it is', () => {
    expect(foldText('我想退货！')).toBe('我想退货!');
  });
});

describe('telling the language', () => {
  it.each([
    ['我想退货', 'en', { locale: 'zh', mixed: false }],
    ['我想 refund', 'en', { locale: 'zh', mixed: true }],
    ['where is it', 'zh', { locale: 'en', mixed: false }],
    ['1042?', 'zh', { locale: 'zh', mixed: false }],
    ['', 'en', { locale: 'en', mixed: false }],
  ] as const)('takes %j with interface %s for %j', (text, otherwise, expected) => {
    expect(languageOf(text, otherwise)).toEqual(expected);
  });
});

describe('English words', () => {
  it('write contractions out, with and without their apostrophe', () => {
    expect(englishWords("i don't", 9)).toEqual(['i', 'do', 'not']);
    expect(englishWords('i dont', 9)).toEqual(['i', 'do', 'not']);
    expect(englishWords("i can't", 9)).toEqual(englishWords('i cant', 9));
    expect(englishWords("where's it", 9)).toEqual(['where', 'is', 'it']);
  });

  it('are free of every punctuation and symbol', () => {
    expect(englishWords('e-mail/<b>order</b> #1042… 😀', 9)).toEqual(['e', 'mail', 'b', 'order', 'b', '1042']);
  });

  it('have one stem for all their forms, and one for all numbers', () => {
    expect(englishStem('deliveries')).toBe(englishStem('delivery'));
    expect(englishStem('1042')).toBe(englishStem('7'));
  });
});

describe('Chinese characters', () => {
  it('keep a number and a Latin word whole', () => {
    expect(chineseCharacters('订单1042用dhl', 9)).toEqual(['订', '单', '0', '用', 'dhl']);
  });
});

describe('the units of a text', () => {
  it('are at most 200 in either language', () => {
    expect(unitsOf('a '.repeat(500), 'en')).toHaveLength(MAX_UNITS_OF_TEXT);
    expect(unitsOf('退'.repeat(500), 'zh')).toHaveLength(MAX_UNITS_OF_TEXT);
  });
});
