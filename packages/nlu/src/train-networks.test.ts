import { beforeAll, describe, expect, it } from '@jest/globals';
import { LOCALES } from '@solodesk/core';
import type { Locale } from '@solodesk/core';
import { LanguageModel } from './language-model.ts';
import { shopBook } from './testing/shop-book.ts';
import { foldText } from './text/fold-text.ts';
import type { TrainedLanguage } from './train-networks.ts';
import { trainNetworks } from './train-networks.ts';
import { trainingExamples } from './training-examples.ts';

/** Without typos, which only ours corrects. */
const UNSEEN: Record<Locale, string[]> = {
  en: [
    'can you tell me where my parcel is now',
    'I need my money back, how long?',
    'paypal or card?',
    'Are you OPEN on 24 December',
  ],
  zh: ['请问周末几点开门呢', '我的钱怎么还没有退', '订单1042发货了吗', '这个可以用洗衣机洗吗'],
};

describe('our evaluation of what nlp.js trained', () => {
  const examples = trainingExamples(shopBook());
  const intents = [...new Set([...examples.en, ...examples.zh].map(({ intent }) => intent))];
  let trained: Record<Locale, TrainedLanguage>;

  beforeAll(async () => {
    trained = await trainNetworks(examples, intents);
  });

  it.each(LOCALES)(
    'gives each intent of %s texts the score that its network gives, and ranks as its process does',
    async (locale) => {
      const { network, alpha, nlu } = trained[locale];
      const model = new LanguageModel(locale, network, alpha);
      const texts = [...examples[locale].filter((_, at) => at % 3 === 0).map(({ text }) => text), ...UNSEEN[locale]];
      for (const text of texts) {
        const scores = Array.from(model.read(foldText(text)).scores);
        const theirs = nlu.neuralNetwork?.run(await nlu.prepare(text)) ?? {};
        const expected = intents.map((_, column) => expect.closeTo(theirs[`~${column}`] ?? -1, 4));
        expect([text, scores]).toEqual([text, expected]);

        const { classifications } = await nlu.process(text);
        const squares = scores.map((score) => score ** 2);
        const sum = squares.reduce((total, square) => total + square, 0) || 1;
        const top = squares.indexOf(Math.max(...squares));
        expect([text, classifications[0]?.intent]).toEqual([text, `~${top}`]);
        // Its process drops intents that share no word with the text before it normalizes; theirs are small scores.
        expect([text, (squares[top] ?? 0) / sum]).toEqual([text, expect.closeTo(classifications[0]?.score ?? 0, 1)]);
      }
    },
  );
});
