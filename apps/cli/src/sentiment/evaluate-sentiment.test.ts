import { describe, expect, it } from '@jest/globals';
import type { Sentiment, SentimentLabel } from '@solodesk/core';
import { evaluateSentiment, evaluationTable, figuresOf } from './evaluate-sentiment.ts';
import { parseLabelled } from './labelled-csv.ts';

/** Reads a text as the label that it is, with the score that follows. */
const literal: Sentiment = {
  read: (text) => {
    const [label = 'neutral', score = '0'] = text.split(' ');
    return { label: label as SentimentLabel, score: Number(score), words: [] };
  },
};

function evaluate(content: string) {
  let time = 0;
  return evaluateSentiment(parseLabelled('a.csv', content), literal, 'en', () => (time += 500));
}

describe('measuring sentiment', () => {
  it('counts three classes by their labels', () => {
    const evaluation = evaluate(
      'text,label\nnegative,negative\nneutral,negative\nneutral,neutral\npositive,positive\n',
    );
    expect(figuresOf(evaluation)).toEqual({
      n: 4,
      classes: 3,
      accuracy: 0.75,
      macroF1: expect.closeTo((2 / 3 + 2 / 3 + 1) / 3, 9),
      secondsPer1000: 125,
    });
    expect(evaluation.counts.negative).toEqual({ negative: 1, neutral: 1, positive: 0 });
  });

  it('lets the sign of the score decide between two classes, whatever the label', () => {
    const { accuracy, classes, macroF1 } = evaluate('text,label\nneutral -0.1,0\nneutral 0.1,1\nnegative 0.2,0\n');
    expect(classes).toBe(2);
    expect(accuracy).toBeCloseTo(2 / 3, 9);
    expect(macroF1).toBeCloseTo(2 / 3, 9);
  });

  it('gives a class that is missed altogether an F1 of 0, never NaN', () => {
    expect(evaluate('text,label\nneutral,negative\nneutral,neutral\n').macroF1).toBeCloseTo((0 + 2 / 3 + 0) / 3, 9);
  });

  it('prints a table of what was taken for what', () => {
    const table = evaluationTable(evaluate('text,label\nneutral,negative\nneutral,neutral\n'));
    expect(table).toContain('2 texts, 3 classes');
    expect(table).toMatch(/negative\s+0\s+1\s+0/);
  });
});
