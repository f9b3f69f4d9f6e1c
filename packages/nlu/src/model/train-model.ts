import { LOCALES } from '@solodesk/core';
import type { FaqBook, Locale } from '@solodesk/core';
import { encodeModel } from '../stored/model-bytes.ts';
import { intentsOf } from './train-language.ts';
import { trainingExamples } from './training-examples.ts';
import type { Example } from './training-examples.ts';

/**
 * Trains a model of `book` in this process, which is blocked for as long as it takes (a second for 60 FAQs in two languages).
 * Servers use `createTrainer`, which does it in a process of its own.
 * @returns the model's bytes, for `loadModel`; the same book always gives the same bytes
 */
export async function trainModel(book: FaqBook): Promise<Uint8Array> {
  return trainOnExamples(trainingExamples(book), book.hash);
}

/** The same, on any examples. */
async function trainOnExamples(
  examples: Readonly<Record<Locale, readonly Example[]>>,
  bookHash: string,
): Promise<Uint8Array> {
  // Only who trains loads nlp.js whole: it takes 100 ms and 40 MB, and warns about its logger on standard error.
  const { trainWithNlpjs } = await import('../nlpjs/train-with-nlpjs.ts');
  const intents = [...new Set(LOCALES.flatMap((locale) => intentsOf(examples[locale])))].sort();
  return encodeModel({ bookHash, intents, languages: await trainWithNlpjs(examples, intents) });
}
