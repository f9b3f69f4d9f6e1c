import type { FaqBook, IntentModel, IntentTrainer } from '@solodesk/core';
import { crossValidate, loadModel, trainModel } from '@solodesk/nlu';
import type { Evaluator, HeldOut } from '@solodesk/nlu';

const models = new Map<string, Promise<IntentModel>>();

/** The real model, trained in this process; each book is trained once for all tests of a file. */
export const smallTrainer: IntentTrainer = {
  train(book) {
    const known = models.get(book.hash) ?? learn(book);
    models.set(book.hash, known);
    return known;
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

async function learn(book: FaqBook): Promise<IntentModel> {
  return loadModel(await trainModel(book), book.hash);
}

/** A trainer whose models call `before` each time they are asked. */
export function trainerThat(before: (text: string, book: FaqBook) => void): IntentTrainer {
  return {
    async train(book) {
      const model = await smallTrainer.train(book);
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
