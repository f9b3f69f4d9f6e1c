import { ByteReader, ByteWriter, FeatureTable, softmaxInPlace, TextModelBytesError } from '@solodesk/text-model';
import type { SentimentWord } from '@solodesk/core';
import type { MessageFeatures } from './message-features.ts';

/** Negative, neutral, positive. */
export const CLASSES = 3;

const MAGIC = 'SENT';
const VERSION = 1;

/** A linear model over hashed features and figures, its weights in 8 bits; English has a table of words beside it. */
export interface SentimentModel {
  readonly bias: Float32Array;
  /** Figure by figure, three classes each. */
  readonly figures: Float32Array;
  readonly table: FeatureTable;
  /** Feature by feature, three classes each, in units of `step`. */
  readonly weights: Int8Array;
  readonly step: number;
  readonly words: WordPulls;
}

/** What single words bring along: a valence, and how far their meaning pulls each class. Empty for Chinese. */
export interface WordPulls {
  readonly table: FeatureTable;
  /** In 32nds of a point on the scale from -4 to 4. */
  readonly valences: Int8Array;
  /** Word by word, three classes each, in units of `step`; the mean over a text's words counts. */
  readonly pulls: Int8Array;
  readonly step: number;
}

export interface Judgement {
  /** Of negative, neutral and positive. */
  readonly probabilities: Float64Array;
  readonly words: readonly SentimentWord[];
}

export const VALENCE_STEP = 1 / 31;

/** Adds the scores of the three classes for hashed features and figures to the bias. */
export function modelScores(model: SentimentModel, features: MessageFeatures): Float64Array {
  const scores = Float64Array.from(model.bias);
  const { hashes, values, figures } = features;
  for (let at = 0; at < hashes.length; at += 1) {
    const column = model.table.find(hashes[at]!);
    if (column < 0) continue;
    const value = values[at]! * model.step;
    for (let k = 0; k < CLASSES; k += 1) scores[k] = scores[k]! + value * model.weights[column * CLASSES + k]!;
  }
  for (let at = 0; at < figures.length; at += 1) {
    const value = figures[at]!;
    if (value === 0) continue;
    for (let k = 0; k < CLASSES; k += 1) scores[k] = scores[k]! + value * model.figures[at * CLASSES + k]!;
  }
  return scores;
}

/** Makes scores probabilities, in place. */
export function probabilities(scores: Float64Array): Float64Array {
  softmaxInPlace(scores);
  return scores;
}

export function writeSentimentModel(model: SentimentModel): Uint8Array {
  return new ByteWriter(MAGIC, VERSION)
    .float32s(model.bias)
    .float32s(model.figures)
    .uint32s(model.table.hashes)
    .int8s(model.weights)
    .float64(model.step)
    .uint32s(model.words.table.hashes)
    .int8s(model.words.valences)
    .int8s(model.words.pulls)
    .float64(model.words.step)
    .finish();
}

/** @throws TextModelBytesError if the bytes are no whole, undamaged model */
export function readSentimentModel(bytes: Uint8Array): SentimentModel {
  const reader = ByteReader.open(bytes, MAGIC, VERSION);
  const model: SentimentModel = {
    bias: reader.float32s(),
    figures: reader.float32s(),
    table: FeatureTable.of(reader.uint32s()),
    weights: reader.int8s(),
    step: reader.float64(),
    words: {
      table: FeatureTable.of(reader.uint32s()),
      valences: reader.int8s(),
      pulls: reader.int8s(),
      step: reader.float64(),
    },
  };
  reader.end();
  const fits =
    model.bias.length === CLASSES &&
    model.weights.length === model.table.size * CLASSES &&
    model.words.valences.length === model.words.table.size &&
    model.words.pulls.length === model.words.table.size * CLASSES;
  if (!fits) throw new TextModelBytesError('the parts do not fit together');
  return model;
}
