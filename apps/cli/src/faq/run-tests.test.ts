import { describe, expect, it } from '@jest/globals';
import { PLAIN_VOICE } from '@solodesk/core';
import type { EmergencyPlan, Faq, FaqBook, IntentModel } from '@solodesk/core';
import type { TriedSite } from '@solodesk/core/use-cases';
import type { SiteTest } from '@solodesk/faq';
import { createCatalogue } from '@solodesk/nlu';
import { countByLanguage, runTests } from './run-tests.ts';

/** Understands nothing but intents' own names, as surely as the text says: `a.b 0.7`. */
const model: IntentModel = {
  bookHash: '',
  thresholds: { answer: 0.6, suggest: 0.3, hint: 0.3 },
  understand(text, locale) {
    const [intent = '', confidence] = text.replace(/^what /, '').split(' ');
    const guesses = intent.includes('.') ? [{ intent, confidence: Number(confidence) }] : [];
    return { locale, guesses, outOfScope: false };
  },
};
const plan: EmergencyPlan = {
  number: '112',
  flags: [{ name: 'chest', phrases: [[['chest'], ['pain']]], firstAid: {} }],
};
const faq = (intent: string): Faq => {
  const text = { text: `About ${intent}.`, links: [], quickReplies: [] };
  return { intent, category: 'a', question: {}, phrasings: {}, answer: { en: text, zh: text } };
};
const book: FaqBook = {
  hash: '',
  locales: ['en', 'zh'],
  faqs: new Map(['a.b', 'a.c'].map((intent) => [intent, faq(intent)])),
};
const catalogue = createCatalogue([
  { id: 'shirt', names: { en: 'Linen shirt', zh: '亚麻衬衫' }, price: 89, currency: 'EUR', url: null },
]);
const tested = (emergency: EmergencyPlan | null = null): TriedSite => {
  return {
    site: { name: 'Shop', ownerName: 'Mei', locales: ['en', 'zh'], voice: PLAIN_VOICE, emergency },
    book,
    model,
    catalogue,
  };
};
const test = (ask: string, expected: string, locale: 'en' | 'zh' = 'en'): SiteTest => {
  return { file: 'shop/faq/a.json', line: 1, column: 1, intent: 'a.b', locale, ask, expect: expected };
};
const outcomes = (tests: SiteTest[], emergency: EmergencyPlan | null = null) =>
  runTests(tests, tested(emergency)).map(({ got, likeliest, passed }) => [got, likeliest, passed]);

describe('running tests', () => {
  it('passes what is understood surely enough, and "none" when nothing would be answered', () => {
    expect(
      outcomes(
        [test('a.b 0.6', 'a.b'), test('a.b 0.59', 'a.b'), test('a.b 0.59', 'none'), test('a.b 1', 'none')],
        null,
      ),
    ).toEqual([
      ['a.b', 'a.b', true],
      ['none', 'a.b', false],
      ['none', 'a.b', true],
      ['a.b', 'a.b', false],
    ]);
  });

  it('takes what the catalogue answers for answered, and what it leaves empty for not', () => {
    const tests = [
      test('how much is the linen shirt', 'product'),
      test('亚麻衬衫多少钱', 'product', 'zh'),
      test('how much is the linen shirt', 'none'),
      test('is the linen shirt in stock', 'product'),
      test('how much is a flight', 'product'),
    ];
    expect(outcomes(tests)).toEqual([
      ['product', 'solodesk.product', true],
      ['product', 'solodesk.product', true],
      ['product', 'solodesk.product', false],
      ['none', 'solodesk.product', false],
      ['none', null, false],
    ]);
  });

  it('sees red flags first, and tells a false alarm from a danger that was overlooked', () => {
    const tests = [test('pain in my chest', 'emergency'), test('chest pain form', 'a.b'), test('a.b 1', 'emergency')];
    expect(outcomes(tests, plan)).toEqual([
      ['emergency', 'chest', true],
      ['emergency', 'chest', false],
      ['a.b', 'a.b', false],
    ]);
    expect(outcomes(tests.slice(0, 1), null)).toEqual([['none', null, false]]);
  });

  it('hears the question behind a greeting, each of two, and who wants a person or just says thanks', () => {
    expect(
      outcomes([
        test('hello, a.b 0.9', 'a.b'),
        test('a.b 0.9 if I may and what a.c 0.8 please', 'a.c'),
        test('solodesk.person 0.9', 'solodesk.person'),
        test('solodesk.thanks 0.9', 'none'),
        test('a.lost 0.9', 'none'),
      ]),
    ).toEqual([
      ['a.b', 'a.b', true],
      ['a.c', 'a.c', true],
      ['solodesk.person', 'solodesk.person', true],
      ['solodesk.thanks', 'solodesk.thanks', false],
      ['none', 'a.lost', true],
    ]);
  });

  it('counts each language apart, and what must not be answered apart from the rest', () => {
    const results = runTests([test('a.b 1', 'a.b'), test('a.b 1', 'none'), test('nothing', 'a.b', 'zh')], tested());
    expect(countByLanguage(results, ['en', 'zh'])).toEqual({
      en: { answerable: { total: 1, passed: 1 }, outOfScope: { total: 1, passed: 0 } },
      zh: { answerable: { total: 1, passed: 0 }, outOfScope: { total: 0, passed: 0 } },
    });
  });
});
