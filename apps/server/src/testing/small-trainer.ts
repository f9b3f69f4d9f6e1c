import type { FaqBook, IntentTrainer } from '@solodesk/core';
import { crossValidate, loadModel } from '@solodesk/nlu';
import type { Evaluator, HeldOut } from '@solodesk/nlu';
import { trainedBefore } from './trained-before.ts';

const trained = new Map<string, Promise<Uint8Array>>();

/** The real model, trained in this process; each book is trained once for all tests of a run. */
export const smallTrainer: IntentTrainer = {
  async train(book, wrongAnswerBudget) {
    const known = trained.get(book.hash) ?? trainedBefore(book);
    trained.set(book.hash, known);
    return loadModel(await known, book.hash, wrongAnswerBudget === undefined ? {} : { wrongAnswerBudget });
  },
};

const evaluations = new Map<string, Promise<HeldOut[]>>();

/** The real evaluation, in this process, with fewer folds. */
export const smallEvaluator: Evaluator = {
  evaluate(book, onProgress) {
    const of = 3;
    const onFold = (done: number) => onProgress?.(done / of);
    const known = evaluations.get(book.hash) ?? crossValidate(book, { folds: of, dealing: 'by_text', onFold });
    evaluations.set(book.hash, known);
    return known;
  },
  close: () => undefined,
};

/** A trainer whose models call `before` each time they are asked. */
export function trainerThat(before: (text: string, book: FaqBook) => void): IntentTrainer {
  return {
    async train(book, wrongAnswerBudget) {
      const model = await smallTrainer.train(book, wrongAnswerBudget);
      return {
        bookHash: model.bookHash,
        thresholds: model.thresholds,
        understand(text, locale) {
          before(text, book);
          return model.understand(text, locale);
        },
      };
    },
  };
}
