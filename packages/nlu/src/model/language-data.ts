import type { LogisticCurve } from '@solodesk/text-model';

/** What one language of a model has learned to score a text by; see `LanguageModel` for how it is used. */
export interface ScorerData {
  /** Classes, the last of which is "out of scope". */
  readonly classes: number;
  /** Stems and pairs of neighbours: their hashes, and how much each says. */
  readonly wordHashes: Uint32Array;
  readonly wordValues: Float32Array;
  /** The same of character n-grams. */
  readonly gramHashes: Uint32Array;
  readonly gramValues: Float32Array;
  /** Words as they were taught, which a mistyped one may be meant as, with the places of their stems among the words. */
  readonly forms: readonly string[];
  readonly formColumns: Uint32Array;
  /** Their stems, but for those that are forms themselves, with the place of the first form of each. */
  readonly stems: readonly string[];
  readonly stemForms: Uint32Array;
  /** One a class. */
  readonly bias: Float32Array;
  /** A row of `classes` steps of 8 bits for each word, then each n-gram, then each number of a text's vector (100, or none). */
  readonly steps: Int8Array;
  /** One a row: what a step is worth. */
  readonly scales: Float32Array;
}

/** From scores to the probability that the best intent is the right answer. */
export interface Gate {
  /** Factor on scores with which their softmax over the intents means what it says. */
  readonly sharpness: number;
  /** Over the figures of `decisionFigures`. */
  readonly curve: LogisticCurve;
}

/** Sentences held out in training and what became of them, so that thresholds can be chosen later without training. */
export interface HeldOutRecord {
  /** Of the best intent of each, from 0 to 1. */
  readonly confidences: Float32Array;
  /** Of each a sum of `HELD_OUT` flags. */
  readonly flags: Int8Array;
}

export const HELD_OUT = { right: 1, inScope: 2, own: 4 } as const;

export interface LanguageData extends ScorerData {
  /** Of each class but the last its place among the model's intents. */
  readonly intents: Uint32Array;
  readonly gate: Gate;
  /** Sentences that were learned, as hashes of their stems in order, and the class of each. */
  readonly sequences: Uint32Array;
  readonly sequenceClasses: Uint32Array;
  readonly heldOut: HeldOutRecord;
}
