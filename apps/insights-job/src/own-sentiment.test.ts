import { describe, expect, it } from '@jest/globals';
import type { SentimentLabel } from '@solodesk/core';
import { ownSentiment } from './own-sentiment.ts';

const base = {
  read: (text: string) => {
    const label: SentimentLabel = text.includes('awful')
      ? 'negative'
      : text.includes('lovely')
        ? 'positive'
        : 'neutral';
    return { label, score: { negative: -0.9, neutral: 0, positive: 0.9 }[label], words: [] };
  },
};
const reader = {
  words: (text: string) => (text.match(/[a-z]+/g) ?? []).map((word) => ({ stem: word, written: word })),
};
const rows = Array.from({ length: 120 }, (_, at) => ({
  ...{ conversation: at + 1, text: at % 2 === 0 ? 'it lies in the depot' : 'it was measured for me' },
}));
const scores = rows.map(({ conversation }) => ({ conversation, score: conversation % 2 === 1 ? 2 : 9 }));

describe('sentiment with what the company’s own scores teach', () => {
  const own = ownSentiment(base, reader, rows, scores);
  const label = (text: string) => own.read(text, 'en').label;

  it('takes a neutral message as those who used its words felt in the end', () => {
    expect([label('the depot again'), label('you measured'), label('where is it')]).toEqual([
      ...['negative', 'positive', 'neutral'],
    ]);
  });

  it('leaves what is said outright as it is', () => {
    expect([label('a lovely depot'), label('awful, but measured')]).toEqual(['positive', 'negative']);
  });

  it('is the model alone while there are few scores', () => {
    expect(ownSentiment(base, reader, rows, scores.slice(0, 60))).toBe(base);
    expect(ownSentiment(base, reader, [], scores)).toBe(base);
  });
});
