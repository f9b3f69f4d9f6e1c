import type { FaqBook, IntentModel, IntentTrainer } from '@solodesk/core';
import { loadModel, trainModel } from '@solodesk/nlu';

const models = new Map<string, Promise<IntentModel>>();

/** The real model, trained in this process; each book is trained once for all tests of a file. */
export const smallTrainer: IntentTrainer = {
  train(book) {
    const known = models.get(book.hash) ?? learn(book);
    models.set(book.hash, known);
    return known;
  },
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
