import { describe, expect, it } from '@jest/globals';
import type { Faq } from '@solodesk/core';
import { loadModel } from '../stored/load-model.ts';
import { bookOf } from '../testing/shop-book.ts';
import { trainModel } from './train-model.ts';
import { trainingExamples } from './training-examples.ts';
import { outOfScopeShare } from './out-of-scope-share.ts';

function faq(intent: string, question: string): Faq {
  return { intent, category: 'test', question: { en: question }, phrasings: {}, answer: {} };
}
const bookWith = (count: number) =>
  bookOf(
    Array.from({ length: count }, (_, at) => faq(`faq.${at}`, `what is thing number ${at}`)),
    'h',
  );

describe('the part of the questions that no FAQ answers', () => {
  it('is the greater the fewer FAQs a site has', () => {
    const share = (count: number) => Number(outOfScopeShare(trainingExamples(bookWith(count)).en).toFixed(3));
    expect([0, 3, 15, 30, 60].map(share)).toEqual([0.5, 0.47, 0.35, 0.2, 0.2]);
  });

  it('is the same where the site says what none answers: that is no FAQ', () => {
    const book = { ...bookWith(3), outOfScope: { en: ['are you hiring'] } };
    expect(outOfScopeShare(trainingExamples(book).en)).toBe(outOfScopeShare(trainingExamples(bookWith(3)).en));
  });

  it('is the usual one of a data set, which knows no small talk', () => {
    const own = ['a', 'b'].map((intent) => ({ text: intent, intent, own: true }));
    expect(outOfScopeShare(own)).toBe(0.2);
  });

  it('keeps a bot of three FAQs from taking anything at all for small talk', async () => {
    const faqs = [
      faq('salon.hours', 'When are you open?'),
      faq('salon.prices', 'What does a haircut cost?'),
      faq('salon.pay', 'How can I pay?'),
    ];
    const model = loadModel(await trainModel(bookOf(faqs, 'h')), 'h');
    const sure = (text: string) => {
      const [best] = model.understand(text, 'en').guesses;
      return best !== undefined && best.confidence >= model.thresholds.answer ? best.intent : null;
    };
    expect(['It arrived damaged.', 'can someone else pick it up for me'].map(sure)).toEqual([null, null]);
    expect(sure('thank you')).toBe('solodesk.thanks');
    expect(sure('connect me with staff')).toBe('solodesk.person');
  });
});
