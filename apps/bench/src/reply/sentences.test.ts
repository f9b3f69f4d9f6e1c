import { describe, expect, it } from '@jest/globals';
import { demoSite } from '../desk/scratch.ts';
import { seededRandom } from '../desk/seeded-random.ts';
import { readPhrasings, sentenceSource } from './sentences.ts';

const phrasings = readPhrasings(demoSite());

describe('the sentences of the reply benchmark', () => {
  it('are made of the demo shop’s wording in both languages', () => {
    expect(phrasings.length).toBeGreaterThan(300);
    expect(new Set(phrasings.map((phrasing) => phrasing.locale))).toEqual(new Set(['en', 'zh']));
    const next = sentenceSource([{ locale: 'en', text: 'where is my order' }], seededRandom(1));
    expect(next().text).toContain('where is my order');
  });

  it('are all distinct, and none was taught', () => {
    const next = sentenceSource(phrasings, seededRandom(2));
    const sentences = Array.from({ length: 20_000 }, () => next().text);
    expect(new Set([...sentences, ...phrasings.map((phrasing) => phrasing.text)]).size).toBe(
      sentences.length + new Set(phrasings.map((phrasing) => phrasing.text)).size,
    );
  });

  it('are the same for the same seed', () => {
    const ten = (seed: number) => {
      const next = sentenceSource(phrasings, seededRandom(seed));
      return Array.from({ length: 10 }, () => next().text);
    };
    expect(ten(3)).toEqual(ten(3));
    expect(ten(3)).not.toEqual(ten(4));
  });
});
