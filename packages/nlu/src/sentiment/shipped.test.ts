import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { SentimentLabel } from '@solodesk/core';
import { TextModelBytesError } from '@solodesk/text-model';
import { chineseWords } from './chinese/word-table.ts';
import { createSentiment, shippedModels } from './create-sentiment.ts';
import { valencesOf } from './english/read-english.ts';
import { learnChinese } from './learning/learn-chinese.ts';
import { learnEnglish } from './learning/learn-english.ts';
import type { EnglishResources } from './learning/learn-english.ts';
import { CHINESE_TIMES } from './learning/learn-sentiment.ts';
import { learnTwoClasses } from './learning/learn-two-classes.ts';
import type { LearningExample } from './learning/learning-example.ts';
import { readSentimentModel, writeSentimentModel } from './sentiment-model.ts';

const NO_RESOURCES: EnglishResources = {
  lexicon: new Map([['good', 2]]),
  words: ['good', 'fine', 'bad'],
  vectors: Float32Array.of(1, 0, 0.9, 0.1, -1, 0),
  dimensions: 2,
};

/** Our files quote a text only if it has a comma or a quote in it. */
function sentences(name: string): LearningExample[] {
  const file = readFileSync(new URL(`sentences/${name}.csv`, import.meta.url), 'utf8');
  return file
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const comma = line.lastIndexOf(',');
      const text = line.slice(0, comma);
      const plain = text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
      return { text: plain, label: line.slice(comma + 1) as SentimentLabel };
    });
}

describe('the shipped models', () => {
  it('are those that the sentences and word lists of this version give', () => {
    const shipped = shippedModels();
    const learned = learnChinese(
      [
        { examples: sentences('chinese-reviews'), times: CHINESE_TIMES.reviews },
        { examples: sentences('chinese-messages'), times: CHINESE_TIMES.messages },
      ],
      valencesOf(shipped.english),
    );
    expect(Buffer.compare(writeSentimentModel(learned), writeSentimentModel(shipped.chinese))).toBe(0);
  });

  it('have not seen the sentences that they are measured on', () => {
    const learned = new Set(
      ['english', 'chinese-messages', 'chinese-reviews'].flatMap(sentences).map(({ text }) => text.toLowerCase()),
    );
    const measured = ['english-validation', 'chinese-messages-validation', 'chinese-reviews-validation'].flatMap(
      sentences,
    );
    expect(measured.filter(({ text }) => learned.has(text.toLowerCase()))).toEqual([]);
  });

  it.each([
    ['english-validation', 0.85],
    ['chinese-messages-validation', 0.88],
    ['chinese-reviews-validation', 0.95],
  ])('read %s right to %d or more', (name, least) => {
    const sentiment = createSentiment();
    const set = sentences(name);
    const two = set.every(({ label }) => label !== 'neutral');
    const right = set.filter(({ text, label }) => {
      const reading = sentiment.read(text, 'zh');
      return (two ? (reading.score >= 0 ? 'positive' : 'negative') : reading.label) === label;
    });
    expect(right.length / set.length).toBeGreaterThanOrEqual(least);
  });
});

describe('the Chinese word lists', () => {
  it('have strengths from -4 to 4, and no word longer than is looked for', () => {
    for (const [word, strength] of chineseWords()) {
      expect(Math.abs(strength)).toBeLessThanOrEqual(4);
      expect(word.length).toBeLessThanOrEqual(12);
    }
  });
});

describe('the bytes of a model', () => {
  it('are read back as they were', () => {
    const { english } = shippedModels();
    const again = readSentimentModel(writeSentimentModel(english));
    expect(again.weights).toEqual(english.weights);
    expect(again.words.valences).toEqual(english.words.valences);
    expect(again.step).toBe(english.step);
  });

  it('are refused if they are cut short, changed or something else', () => {
    const bytes = writeSentimentModel(shippedModels().chinese);
    const changed = bytes.slice();
    changed[bytes.length >> 1]! ^= 1;
    for (const bad of [bytes.slice(0, -1), changed, new Uint8Array(), new Uint8Array(64)]) {
      expect(() => readSentimentModel(bad)).toThrow(TextModelBytesError);
    }
  });
});

describe('learning', () => {
  const examples: LearningExample[] = [
    ...['good', 'good shop', 'a good day', 'so good'].map((text) => ({ text, label: 'positive' as const })),
    ...['broken', 'broken shop', 'a broken day', 'so broken'].map((text) => ({ text, label: 'negative' as const })),
    ...['where', 'where is it', 'where to', 'where now'].map((text) => ({ text, label: 'neutral' as const })),
  ];

  it('gives the same bytes each time, and a model that tells what it was told', () => {
    const learn = () => learnEnglish([{ examples, times: 2 }], NO_RESOURCES);
    expect(Buffer.compare(writeSentimentModel(learn()), writeSentimentModel(learn()))).toBe(0);
    const sentiment = createSentiment({ ...shippedModels(), english: learn() });
    expect(sentiment.read('the broken one', 'en').score).toBeLessThan(sentiment.read('the good one', 'en').score);
  });

  it('carries over to a word that it never met, by the company that the word keeps', () => {
    const sentiment = createSentiment({
      ...shippedModels(),
      english: learnEnglish([{ examples, times: 2 }], NO_RESOURCES),
    });
    expect(sentiment.read('fine', 'en').score).toBeGreaterThan(sentiment.read('bad', 'en').score);
  });

  it('takes two classes on top of what is shipped, and can turn its verdict round', () => {
    const texts = Array.from({ length: 40 }, (_, at) => ({ text: `sick tune number ${at}`, positive: true }));
    const dull = Array.from({ length: 40 }, (_, at) => ({ text: `polite tune number ${at}`, positive: false }));
    const positive = learnTwoClasses([...texts, ...dull], shippedModels().english);
    expect([positive('a sick tune'), positive('a polite tune')]).toEqual([true, false]);
  });
});
