import { describe, expect, it } from '@jest/globals';
import type { EmergencyPlan, IntentModel } from '@solodesk/core';
import type { SiteTest } from '@solodesk/faq';
import { countByLanguage, runTests } from './run-tests.ts';

/** Understands nothing but intents' own names, as surely as the text says: `a.b 0.7`. */
const model: IntentModel = {
  bookHash: '',
  thresholds: { answer: 0.6, suggest: 0.3 },
  understand(text, locale) {
    const [intent = '', confidence] = text.split(' ');
    return { locale, guesses: intent.includes('.') ? [{ intent, confidence: Number(confidence) }] : [] };
  },
};
const plan: EmergencyPlan = {
  number: '112',
  flags: [{ name: 'chest', phrases: [['chest', 'pain']], firstAid: {} }],
};
const test = (ask: string, expected: string, locale: 'en' | 'zh' = 'en'): SiteTest => {
  return { file: 'shop/faq/a.json', line: 1, column: 1, intent: 'a.b', locale, ask, expect: expected };
};
const outcomes = (tests: SiteTest[], emergency: EmergencyPlan | null) =>
  runTests(tests, model, emergency).map(({ got, likeliest, passed }) => [got, likeliest, passed]);

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

  it('sees red flags first, and tells a false alarm from a danger that was overlooked', () => {
    const tests = [test('pain in my chest', 'emergency'), test('chest pain form', 'a.b'), test('a.b 1', 'emergency')];
    expect(outcomes(tests, plan)).toEqual([
      ['emergency', 'chest', true],
      ['emergency', 'chest', false],
      ['a.b', 'a.b', false],
    ]);
    expect(outcomes(tests.slice(0, 1), null)).toEqual([['none', null, false]]);
  });

  it('counts each language apart, and what must not be answered apart from the rest', () => {
    const results = runTests([test('a.b 1', 'a.b'), test('a.b 1', 'none'), test('nothing', 'a.b', 'zh')], model, null);
    expect(countByLanguage(results, ['en', 'zh'])).toEqual({
      en: { answerable: { total: 1, passed: 1 }, outOfScope: { total: 1, passed: 0 } },
      zh: { answerable: { total: 1, passed: 0 }, outOfScope: { total: 0, passed: 0 } },
    });
  });
});
