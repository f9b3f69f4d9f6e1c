import { mkdir } from 'node:fs/promises';
import type { FaqBook, IntentModel, IntentTrainer, Log } from '@solodesk/core';
import { TrainingError } from '../errors.ts';
import { ModelFiles } from '../stored/model-files.ts';
import { TrainingProcesses } from './training-processes.ts';

export interface TrainerOptions {
  /** Where models are kept; made if it is not there. */
  modelsDir: string;
  /** Path of the bundled `train-child.ts`, which is run with Node. */
  childScript: string;
  log: Log;
  /** After so long a training is given up. 10 minutes by default. */
  timeoutMs?: number;
  /** Models that are kept, the most recently used ones. 8 by default; a server with more sites wants more. */
  keep?: number;
}

export interface Trainer extends IntentTrainer {
  /** Ends what is being trained; those who wait for it get a `TrainingError`. */
  close(): void;
}

const TEN_MINUTES_MS = 600_000;
const KEPT_MODELS = 8;

/**
 * Trains in another process at the lowest priority, and keeps each model as a file named after its book's hash, so that a restart trains
 * nothing. Who asks for a book that is being trained waits for the same training. `train` rejects with
 * a `TrainingError` if the process dies, is too slow, or reports an error, and with the file system's error if the models cannot be kept.
 */
export function createTrainer(options: TrainerOptions): Trainer {
  const { modelsDir, childScript, log, timeoutMs = TEN_MINUTES_MS, keep = KEPT_MODELS } = options;
  const files = new ModelFiles(modelsDir, log);
  /** By book: what is being trained. By book and budget: what will come of it. */
  const trainings = new Map<string, Promise<void>>();
  const models = new Map<string, Promise<IntentModel>>();
  const processes = new TrainingProcesses(childScript, log);
  /** Until the first model is there, no bot answers anybody, and all wait for it: such a training takes its share of a busy machine. */
  let answering = false;

  const runTraining = (book: FaqBook): Promise<void> =>
    processes.run({ book, file: files.pathOf(book.hash) }, timeoutMs, answering ? 'gentle' : 'brisk');

  const loadOrTrain = async (book: FaqBook, budget: number | undefined): Promise<IntentModel> => {
    await mkdir(modelsDir, { recursive: true });
    const load = () => files.load(book.hash, answering ? 'gentle' : 'brisk', budget);
    const stored = await load();
    if (stored) return stored;
    await once(trainings, book.hash, () => runTraining(book));
    const model = await load();
    if (!model) throw new TrainingError('Training the model failed: it left no usable model behind');
    try {
      await files.prune(keep, timeoutMs);
    } catch (error) {
      log.warn({ error }, 'old models cannot be deleted');
    }
    return model;
  };

  return {
    async train(book, budget) {
      const model = await once(models, `${book.hash} ${budget ?? ''}`, () => loadOrTrain(book, budget));
      answering = true;
      return model;
    },
    close() {
      processes.close();
    },
  };
}

/** What is under way by the name of `key`, begun if it is not. */
function once<T>(underWay: Map<string, Promise<T>>, key: string, begin: () => Promise<T>): Promise<T> {
  const known = underWay.get(key);
  if (known) return known;
  const begun = begin().finally(() => underWay.delete(key));
  underWay.set(key, begun);
  return begun;
}
