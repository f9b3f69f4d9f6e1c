import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BUILT_IN } from '@solodesk/core';
import type { Faq, IntentModel } from '@solodesk/core';
import { loadModel } from './stored/load-model.ts';
import { bookOf, shopBook } from './testing/shop-book.ts';
import { trainModel } from './model/train-model.ts';

const HOSTILE: Record<string, string> = {
  'one letter': 'a'.repeat(4_000),
  'words that are nearly words': Array.from({ length: 800 }, (_, at) => `retur${at.toString(36)}`).join(' '),
  'one Chinese character': '退'.repeat(4_000),
  'combining marks': '\u0301'.repeat(4_000),
  'what NFKC makes eighteen times longer': '\ufdfa'.repeat(4_000),
  emoji: '😀'.repeat(2_000),
  'lone surrogates': '\ud800'.repeat(4_000),
  apostrophes: "'".repeat(4_000),
  "contractions' tails": "n't's'll".repeat(500),
  blanks: ' \u3000\n'.repeat(1_300),
  'names of object properties': '__proto__ constructor toString hasOwnProperty '.repeat(80),
};

function single(phrasings: string[], locale: 'en' | 'zh' = 'en'): Faq {
  return {
    intent: '__proto__',
    category: 'test',
    question: { [locale]: phrasings[0] ?? '' },
    phrasings: { [locale]: phrasings },
    answer: {},
  };
}

describe('a model under hostile text', () => {
  let model: IntentModel;

  beforeAll(async () => {
    model = loadModel(await trainModel(shopBook()), 'shop-book');
  });

  it.each(Object.keys(HOSTILE))('answers with at most three guesses for %s', (name) => {
    const { guesses } = model.understand(HOSTILE[name] ?? '', 'en');
    expect(guesses.length).toBeLessThanOrEqual(3);
    for (const { confidence } of guesses) expect(confidence >= 0 && confidence <= 1).toBe(true);
  });
});

describe('degenerate books', () => {
  it.each([
    ['without any FAQ', []],
    ['with one phrasing', [single(['gift card'])]],
    ['with empty phrasings', [single(['', '!!!'])]],
    ['without English', [single(['礼品卡', '有礼品卡吗'], 'zh')]],
  ])('%s still know the built-in intents', async (_, faqs) => {
    const model = loadModel(await trainModel(bookOf(faqs, 'h')), 'h');
    expect(model.understand('talk to a human', 'en').guesses[0]?.intent).toBe(BUILT_IN.person);
    expect(model.understand('转人工', 'en').guesses[0]?.intent).toBe(BUILT_IN.person);
    expect(model.understand('completely different words', 'en').guesses.every((guess) => guess.confidence < 0.6)).toBe(
      true,
    );
  });

  it('may be about the names of object properties', async () => {
    const faq = single(['what does the constructor cost', 'constructor price', '__proto__ toString']);
    const model = loadModel(await trainModel(bookOf([faq], 'h')), 'h');
    const [guess] = model.understand('price of the constructor', 'en').guesses;
    expect(guess?.intent).toBe('__proto__');
    expect(guess?.confidence).toBeGreaterThanOrEqual(model.thresholds.answer);
  });
});

describe('training', () => {
  const write = process.stdout.write;
  afterEach(() => {
    process.stdout.write = write;
  });

  it('prints nothing', async () => {
    const printed: unknown[] = [];
    process.stdout.write = (text: unknown) => printed.push(text) > 0;
    await trainModel(bookOf([single(['礼品卡1042', '有礼品卡吗'], 'zh')], 'h'));
    expect(printed).toEqual([]);
  });
});
