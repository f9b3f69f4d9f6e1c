import { FeatureTable } from '@solodesk/text-model';
import { Spelling } from '../text/spelling.ts';
import { SoundSlips } from '../text/sound-slips.ts';
import type { TaughtCharacters } from '../text/sound-slips.ts';
import type { ScorerData } from './language-data.ts';
import { pairHash, stemHash } from './text-features.ts';

/** What is looked up while a text is read. */
export interface Tables {
  readonly words: FeatureTable;
  readonly grams: FeatureTable;
  readonly sequences: FeatureTable;
  /** Of the forms, and behind them the stems. */
  readonly spelling: Spelling;
  /** Null where nothing is typed by its sound. */
  readonly soundSlips: SoundSlips | null;
}

/** With pauses (`yield`): see `inSlices`. @param bySound whether what is read was typed by its sound */
export function* tablesOf(data: ScorerData, sequences: Uint32Array, bySound: boolean): Generator<void, Tables> {
  const words = yield* FeatureTable.build(data.wordHashes);
  const grams = yield* FeatureTable.build(data.gramHashes);
  yield;
  const spelling = yield* Spelling.build([...data.forms, ...data.stems]);
  const soundSlips = bySound ? yield* SoundSlips.build(charactersOf(words)) : null;
  return { words, grams, sequences: yield* FeatureTable.build(sequences), spelling, soundSlips };
}

function charactersOf(words: FeatureTable): TaughtCharacters {
  return {
    has: (character) => words.find(stemHash(character)) >= 0,
    hasPair: (first, second) => words.find(pairHash(stemHash(first), stemHash(second))) >= 0,
  };
}
