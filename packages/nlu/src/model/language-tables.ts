import { FeatureTable } from '@solodesk/text-model';
import { Spelling } from '../spelling.ts';
import type { ScorerData } from './language-data.ts';

/** What is looked up while a text is read. */
export interface Tables {
  readonly words: FeatureTable;
  readonly grams: FeatureTable;
  readonly sequences: FeatureTable;
  /** Of the forms, and behind them the stems. */
  readonly spelling: Spelling;
}

/** With pauses (`yield`): see `inSlices`. */
export function* tablesOf(data: ScorerData, sequences: Uint32Array): Generator<void, Tables> {
  const words = new FeatureTable(data.wordHashes);
  yield;
  const grams = new FeatureTable(data.gramHashes);
  yield;
  const spelling = yield* Spelling.build([...data.forms, ...data.stems]);
  return { words, grams, sequences: new FeatureTable(sequences), spelling };
}
