import { describe, expect, it } from '@jest/globals';
import type { Label, Labelled } from './labelled-sets.ts';
import { accuracy, macroF1 } from './measure.ts';

const set: Labelled[] = [
  { text: 'negative', label: 'negative' },
  { text: 'neutral', label: 'negative' },
  { text: 'neutral', label: 'neutral' },
  { text: 'positive', label: 'positive' },
];
const literal = (text: string) => text as Label;

describe('measuring a reader of sentiment', () => {
  it('counts what it reads right', () => {
    expect(accuracy(set, literal)).toBe(0.75);
  });

  it('takes the mean F1 of three classes, 0 for one that is never met', () => {
    expect(macroF1(set, literal)).toBeCloseTo((2 / 3 + 2 / 3 + 1) / 3, 9);
    expect(macroF1(set.slice(0, 1), literal)).toBeCloseTo(1 / 3, 9);
  });
});
