import { describe, expect, it } from '@jest/globals';
import type { Faq, Locale } from '@solodesk/core';
import { bookOf } from '../testing/shop-book.ts';
import { foldText } from '../text/fold-text.ts';
import { trainingExamples } from './training-examples.ts';
import type { Example } from './training-examples.ts';
import { bestClasses } from './decision.ts';
import { headStarts } from './head-start.ts';
import { LanguageModel } from './language-model.ts';
import { intentsOf, trainLanguage, vectorsOf } from './train-language.ts';

function faq(intent: string, en: string, zh: string): Faq {
  return { intent, category: 'salon', question: { en, zh }, phrasings: {}, answer: {} };
}

/** Of one sentence each, beside small talk with dozens. */
const SALON = bookOf(
  [
    faq('salon.hours', 'When are you open?', '你们几点开门？'),
    faq('salon.prices', 'What does a haircut cost?', '剪头发多少钱？'),
    faq('salon.colour', 'Do you dye hair?', '你们染头发吗？'),
    faq('salon.park', 'Where can I park?', '哪里可以停车？'),
  ],
  'salon',
);

/** The likeliest intent of each text, however unsure. */
function likeliest(texts: readonly string[], locale: Locale): (string | undefined)[] {
  const examples = trainingExamples(SALON)[locale];
  const intents = intentsOf(examples);
  const data = trainLanguage(examples, locale, new Map(intents.map((intent, at) => [intent, at])));
  const model = new LanguageModel(locale, data, vectorsOf(locale), data);
  return texts.map((text) => intents[bestClasses(model.read(foldText(text)).scores, 1)[0] ?? -1]);
}

describe('the head start of intents with few sentences', () => {
  it('makes an FAQ of one sentence likelier than small talk of dozens, in words that nobody taught', () => {
    expect(likeliest(['can you make me blond', 'can you do something about grey'], 'en')).toEqual([
      'salon.colour',
      'salon.colour',
    ]);
    expect(likeliest(['能帮我弄成金色吗'], 'zh')).toEqual(['salon.colour']);
  });

  it('leaves small talk what is plainly small talk', () => {
    expect(likeliest(['good evening', 'what can you do for me', 'is there a real person'], 'en')).toEqual([
      'solodesk.greeting',
      'solodesk.abilities',
      'solodesk.person',
    ]);
    expect(likeliest(['晚上好', '你会做什么', '有没有真人'], 'zh')).toEqual([
      'solodesk.greeting',
      'solodesk.abilities',
      'solodesk.person',
    ]);
  });

  it('is the greater the fewer sentences there are, those that only tell of an intent included, and none from a dozen on', () => {
    const examplesOf = (intent: string, count: number, kind: Partial<Example>) =>
      Array.from({ length: count }, (_, at) => ({ text: `${intent} ${at}`, intent, own: false, ...kind }));
    const examples = [
      ...examplesOf('one', 1, { own: true }),
      ...examplesOf('told', 1, { own: true }),
      ...examplesOf('told', 2, { told: true }),
      ...examplesOf('many', 12, { own: true }),
      ...examplesOf('solodesk.thanks', 20, {}),
    ];
    const starts = headStarts(examples, ['one', 'told', 'many', 'solodesk.thanks']);
    expect(starts[0]).toBeCloseTo(0.1 * Math.log(12));
    expect(starts[1]).toBeCloseTo(0.1 * Math.log(12 / 3));
    expect([...starts.subarray(2)]).toEqual([0, 0]);
  });

  it('is not given to a data set, which knows no small talk', () => {
    const own = ['a', 'b', 'b', 'b'].map((intent, at) => ({ text: `${intent} ${at}`, intent, own: true }));
    expect([...headStarts(own, ['a', 'b'])]).toEqual([0, 0]);
  });
});
