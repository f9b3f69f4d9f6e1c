import { FeatureTable } from '@solodesk/text-model';
import { englishFeatures } from '../english/features.ts';
import type { EnglishMessage, Valences } from '../english/features.ts';
import { englishTokens } from '../english/tokens.ts';
import { CLASSES, VALENCE_STEP } from '../sentiment-model.ts';
import type { SentimentModel } from '../sentiment-model.ts';
import { dropIdle, fitSentiment, quantize } from './fit-sentiment.ts';
import type { Fitted, FitSettings, LearningRow } from './fit-sentiment.ts';
import { classOf } from './learning-example.ts';
import type { LearningSource } from './learning-example.ts';

/** What is known of English words beforehand. */
export interface EnglishResources {
  /** Valences of words and emoticons from -4 to 4. */
  lexicon: ReadonlyMap<string, number>;
  /** Words by how common they are, and their vectors one after the other. */
  words: readonly string[];
  vectors: Float32Array;
  dimensions: number;
}

const ENGLISH_FIT: FitSettings = { cost: 2, balance: 0.5, leastTexts: 2 };

/** Net words of Chinese customers in Latin letters, which stand alone in a message. */
const NET_WORDS: readonly (readonly [string, number])[] = [
  ['yyds', 3.5],
  ['xswl', 1.5],
  ['awsl', 2],
  ['nbcs', 1],
  ['tmd', -3],
  ['wtf', -2.5],
];

/** A text's mean vector is made so long, so that it is heard beside the words themselves. */
const VECTOR_SCALE = 3;
/**
 * Added to the score of negative: who writes to a desk complains more often than who writes a tweet or a review. Chosen by five-fold
 * cross-validation on our own sentences, with the shares of a support line (two thirds of complaints).
 */
const COMPLAINTS_PRIOR = 0.5;
/** Only so many of the most common words get a pull of their own; it bounds what is shipped. */
const MOST_WORDS = 20_000;

/** Learns the English model: words, pairs, lexicon figures and the mean of the words' vectors, which shrinks to one pull a word. */
export function learnEnglish(
  sources: readonly LearningSource[],
  resources: EnglishResources,
  settings: FitSettings = ENGLISH_FIT,
): SentimentModel {
  const lexicon = hashedLexicon(new Map([...resources.lexicon, ...NET_WORDS]));
  const places = hashedPlaces(resources);
  const valences: Valences = { valence: (hash) => lexicon.get(hash) ?? 0 };
  const rows: LearningRow[] = [];
  for (const { examples, times } of sources) {
    for (const { text, label } of examples) {
      const message = englishFeatures(text, valences);
      const extra = meanVector(message, places, resources);
      rows.push({ features: message.features, label: classOf(label), extra, times });
    }
  }
  const fitted = fitSentiment(rows, settings);
  fitted.bias[0] = fitted.bias[0]! + COMPLAINTS_PRIOR;
  const { units, step } = quantize(fitted.weights);
  const { table, units: weights } = dropIdle(fitted.table, units);
  return {
    bias: fitted.bias,
    figures: fitted.figures,
    table,
    weights,
    step,
    words: wordPulls(fitted, lexicon, places, resources),
  };
}

function hashOf(word: string): number | null {
  const tokens = englishTokens(word);
  return tokens.length === 1 && tokens[0]!.end === word.length ? tokens[0]!.hash : null;
}

function hashedLexicon(lexicon: ReadonlyMap<string, number>): Map<number, number> {
  const hashed = new Map<number, number>();
  for (const [word, valence] of lexicon) {
    const hash = hashOf(word);
    if (hash !== null && !hashed.has(hash)) hashed.set(hash, valence);
  }
  return hashed;
}

function hashedPlaces({ words }: EnglishResources): Map<number, number> {
  const places = new Map<number, number>();
  words.slice(0, MOST_WORDS).forEach((word, at) => {
    const hash = hashOf(word);
    if (hash !== null && !places.has(hash)) places.set(hash, at);
  });
  return places;
}

/** Each vector has length 1 before the mean. */
function meanVector(
  { tokens }: EnglishMessage,
  places: ReadonlyMap<number, number>,
  { vectors, dimensions }: EnglishResources,
): Float64Array {
  const mean = new Float64Array(dimensions);
  const found = tokens.flatMap(({ kind, hash }) => {
    const at = kind === 'word' ? places.get(hash) : undefined;
    return at === undefined ? [] : [at];
  });
  for (const at of found) {
    const vector = vectors.subarray(at * dimensions, (at + 1) * dimensions);
    const scale = VECTOR_SCALE / (Math.hypot(...vector) || 1) / found.length;
    vector.forEach((value, index) => (mean[index] = mean[index]! + value * scale));
  }
  return mean;
}

/** The model is linear in the mean vector, so that a word's part in it is three numbers: the vectors need not be shipped. */
function wordPulls(
  { extra }: Fitted,
  lexicon: ReadonlyMap<number, number>,
  places: ReadonlyMap<number, number>,
  { vectors, dimensions }: EnglishResources,
): SentimentModel['words'] {
  const hashes = [...new Set([...lexicon.keys(), ...places.keys()])].sort((a, b) => a - b);
  const pulls = new Float64Array(hashes.length * CLASSES);
  hashes.forEach((hash, row) => {
    const at = places.get(hash);
    if (at === undefined) return;
    const vector = vectors.subarray(at * dimensions, (at + 1) * dimensions);
    const scale = VECTOR_SCALE / (Math.hypot(...vector) || 1);
    for (let k = 0; k < CLASSES; k += 1) {
      let pull = 0;
      for (let index = 0; index < dimensions; index += 1) pull += vector[index]! * extra[index * CLASSES + k]!;
      pulls[row * CLASSES + k] = pull * scale;
    }
  });
  const { units, step } = quantize(pulls);
  return {
    table: FeatureTable.of(Uint32Array.from(hashes)),
    valences: Int8Array.from(hashes, (hash) => Math.round((lexicon.get(hash) ?? 0) / VALENCE_STEP)),
    pulls: units,
    step,
  };
}
