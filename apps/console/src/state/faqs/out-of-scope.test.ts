/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { keptOutOfScope, linesOf, outOfScopeFault, sentencesOf } from './out-of-scope.ts';

const FAQS = [
  {
    intent: 'pay.how',
    question: { en: 'How can I pay?', zh: '怎么付款？' },
    phrasings: { en: ['do you take cards', '!'] },
  },
];
const fault = (sentences: string[], known?: string[]) => outOfScopeFault(sentences, 'en', FAQS, known);

describe('what is left to a person', () => {
  it('is no question and no example of an FAQ, whatever its case and punctuation, in its own language', () => {
    expect(fault(['are you hiring', 'how can i PAY'])).toEqual({
      kind: 'answered',
      sentence: 'how can i PAY',
      intent: 'pay.how',
    });
    expect(fault(['Do you take cards?'])).toMatchObject({ kind: 'answered', intent: 'pay.how' });
    expect(fault(['怎么付款'])).toBeNull();
    expect(fault(['?!'])).toBeNull();
  });

  it('may be what stands in the file already', () => {
    expect(fault(['How can I pay', 'new'], ['how can i pay?'])).toBeNull();
  });

  it('has 500 characters and 500 sentences at most', () => {
    expect(fault(['x'.repeat(500)])).toBeNull();
    expect(fault(['x'.repeat(501)])).toMatchObject({ kind: 'long', length: 501, most: 500 });
    const many = (count: number) => Array.from({ length: count }, (_, n) => `n ${n}`);
    expect(fault(many(500))).toBeNull();
    expect(fault(many(501))).toEqual({ kind: 'many', count: 501, most: 500 });
  });

  it('is written a line each, and read without empty ones', () => {
    expect(linesOf([' a ', 'b\n  c'])).toBe('a\nb c');
    expect(sentencesOf('a\n\n  b \n')).toEqual(['a', 'b']);
    expect([linesOf(undefined), sentencesOf(undefined)]).toEqual(['', []]);
  });

  it('is kept as a draft, and a broken one is none', () => {
    const draft = { texts: { en: 'a\nb' }, version: 'v' };
    expect(keptOutOfScope(JSON.stringify(draft))).toEqual(draft);
    expect(keptOutOfScope('')).toBeNull();
  });
});
