import { CLASSES, modelScores, probabilities, VALENCE_STEP } from '../sentiment-model.ts';
import type { Judgement, SentimentModel } from '../sentiment-model.ts';
import { decidingWords } from '../deciding-words.ts';
import type { Pull } from '../deciding-words.ts';
import type { MessageFeatures } from '../message-features.ts';
import { englishFeatures } from './features.ts';
import type { EnglishMessage, Valences } from './features.ts';
import { FUNCTION_WORDS } from './marks.ts';
import { isNegator } from './tokens.ts';

/** How much a point of valence says, beside what was learned of the word. */
const OF_VALENCE = 0.4;
/** A word that is in no lexicon is shown only from this pull on: what stands beside it often pulls it along. */
const LEAST_UNKNOWN = 0.6;

/** Judges an English text by a model. */
export function readEnglish(text: string, model: SentimentModel, valences: Valences): Judgement {
  const message = englishFeatures(text, valences);
  return {
    probabilities: probabilities(scoresOf(message, model)),
    words: decidingWords(text, pullsOf(message, model)),
  };
}

/** The scores of the three classes; what is learned on top of this model takes them as features. */
export function englishScores(text: string, model: SentimentModel, valences: Valences): Float64Array {
  return scoresOf(englishFeatures(text, valences), model);
}

export function valencesOf({ words }: SentimentModel): Valences {
  return {
    valence: (hash) => {
      const row = words.table.find(hash);
      return row < 0 ? 0 : words.valences[row]! * VALENCE_STEP;
    },
  };
}

function scoresOf(message: EnglishMessage, model: SentimentModel): Float64Array {
  const scores = modelScores(model, message.features);
  addWordPulls(scores, message, model);
  return scores;
}

function addWordPulls(scores: Float64Array, { tokens }: EnglishMessage, { words }: SentimentModel): void {
  let found = 0;
  const sums = new Float64Array(CLASSES);
  for (const { kind, hash } of tokens) {
    if (kind !== 'word') continue;
    const row = words.table.find(hash);
    if (row < 0) continue;
    const at = row * CLASSES;
    // A word of the lexicon without a vector pulls nowhere, and does not count in the mean.
    if (words.pulls[at] === 0 && words.pulls[at + 1] === 0 && words.pulls[at + 2] === 0) continue;
    found += 1;
    for (let k = 0; k < CLASSES; k += 1) sums[k] = sums[k]! + words.pulls[at + k]!;
  }
  if (found === 0) return;
  for (let k = 0; k < CLASSES; k += 1) scores[k] = scores[k]! + (sums[k]! / found) * words.step;
}

/**
 * How far each word pulls towards positive: its own weight, its half of each pair, and its valence. What is negated is shown with its
 * negator; a word that the lexicon does not know needs more of a pull to be shown.
 */
function pullsOf({ tokens, features, pulls, negators }: EnglishMessage, model: SentimentModel): Pull[] {
  const learned = learnedPulls(tokens.length, features, model);
  return tokens.flatMap(({ kind, norm, start, end }, at) => {
    const valence = pulls[at]!;
    if (kind === 'symbol') return valence === 0 ? [] : [{ start, end, pull: learned[at]! + valence * OF_VALENCE }];
    if (kind !== 'word' || isNegator(norm)) return [];
    const negator = negators[at]!;
    const negated = negator >= 0 && (valence !== 0 || negator === at - 1);
    const pull = learned[at]! + valence * OF_VALENCE + (negated ? learned[negator]! : 0);
    const shown = valence !== 0 || (Math.abs(pull) >= LEAST_UNKNOWN && (negated || !FUNCTION_WORDS.has(norm)));
    return shown ? [{ start: negated ? tokens[negator]!.start : start, end, pull }] : [];
  });
}

function learnedPulls(
  count: number,
  { hashes, values, first, last }: MessageFeatures,
  model: SentimentModel,
): Float64Array {
  const learned = new Float64Array(count);
  for (let index = 0; index < hashes.length; index += 1) {
    const column = model.table.find(hashes[index]!);
    if (column < 0) continue;
    const [from, to] = [first[index]!, last[index]!];
    const half = from === to ? 1 : 0.5;
    const units = model.weights[column * CLASSES + 2]! - model.weights[column * CLASSES]!;
    const pull = units * model.step * values[index]! * half;
    learned[from] = learned[from]! + pull;
    if (from !== to) learned[to] = learned[to]! + pull;
  }
  return learned;
}
