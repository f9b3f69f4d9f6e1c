import { beforeAll, describe, expect, it } from '@jest/globals';
import { LOCALES } from '@solodesk/core';
import type { IntentModel } from '@solodesk/core';
import { loadModel } from '../stored/load-model.ts';
import { shopBook } from '../testing/shop-book.ts';
import { trainModel } from '../model/train-model.ts';
import { trainingExamples } from '../model/training-examples.ts';
import { LinearNlu } from './linear-nlu.ts';
import { createNlp } from './train-with-nlpjs.ts';

describe('the linear model inside nlp.js', () => {
  let nlp: ReturnType<typeof createNlp>;
  let model: IntentModel;

  beforeAll(async () => {
    nlp = createNlp();
    const examples = trainingExamples(shopBook());
    for (const locale of LOCALES) {
      for (const { text, intent } of examples[locale]) nlp.addDocument(locale, text, intent);
    }
    await nlp.train();
    model = loadModel(await trainModel(shopBook()), 'shop-book');
  });

  it('is the NLU of both languages', () => {
    for (const locale of LOCALES) {
      expect(nlp.nluManager.domainManagers[locale]?.domains['master_domain']).toBeInstanceOf(LinearNlu);
    }
  });

  // Of what has no courtesies: those are left out before the stored model reads a text.
  it.each([
    ['en', 'how long will the delivery take?'],
    ['en', 'i need a return label'],
    ['zh', '我的包裹现在在哪'],
  ] as const)('gives nlp.js (%s) for %s what the stored model says', async (locale, text) => {
    const [best] = model.understand(text, locale).guesses;
    const { classifications } = await nlp.process(locale, text);
    expect(classifications[0]?.intent).toBe(best?.intent);
    expect(classifications[0]?.score).toBeCloseTo(best?.confidence ?? 0, 6);
  });

  it('knows nothing of a text without any word that it knows', async () => {
    expect((await nlp.process('en', '1042 😀 zzzzqq')).classifications[0]?.intent).toBeDefined();
    const untrained = new LinearNlu();
    expect(await untrained.process('hello')).toEqual({ classifications: [{ intent: 'None', score: 1 }] });
  });

  it('is not saved in the file of nlp.js', () => {
    expect(() => new LinearNlu().toJSON()).toThrow('kept as bytes');
  });
});
