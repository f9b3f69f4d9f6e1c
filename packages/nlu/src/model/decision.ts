import { logistic } from '@solodesk/text-model';
import type { Gate } from './language-data.ts';

/** What a scorer says about a text. Belongs to its `LanguageModel`, which overwrites it with the next text. */
export interface Reading {
  /** Of each class: about 1 for what was learned as that class, -1 for all else. */
  readonly scores: Float64Array;
  /** Share of the text's words that were learned, each counted by how much it says, from 0 to 1. */
  knownWords: number;
  /** The same of pairs of neighbours. */
  knownPairs: number;
  /** Class of the learned sentence that the text is, word for word; -1 if it is none. The last one: the owner says that no FAQ answers it. */
  learnedAs: number;
}

/** Best intents of a reading, best first; "out of scope", the last class, is none. */
export function bestClasses(scores: ArrayLike<number>, count: number): number[] {
  const best: number[] = [];
  const intents = scores.length - 1;
  for (let k = 0; k < intents; k += 1) {
    const score = scores[k] ?? 0;
    if (best.length === count && score <= (scores[best[count - 1] ?? 0] ?? 0)) continue;
    let place = Math.min(best.length, count - 1);
    while (place > 0 && (scores[best[place - 1] ?? 0] ?? 0) < score) {
      best[place] = best[place - 1] ?? 0;
      place -= 1;
    }
    best[place] = k;
  }
  return best;
}

/** What is so far behind the best adds less than a millionth of a millionth, and an exponential costs more than all else here. */
const FAR_BEHIND = -28;

/** The softmax over all intents at the best one: the probability of the best if the text means any. */
export function shareOfBest(scores: ArrayLike<number>, best: number, sharpness: number): number {
  const most = scores[best] ?? 0;
  let sum = 0;
  for (let k = 0; k < scores.length - 1; k += 1) {
    const power = ((scores[k] ?? 0) - most) * sharpness;
    if (power > FAR_BEHIND) sum += Math.exp(power);
  }
  return 1 / sum;
}

/** What tells whether the best intent is right: log-odds among the intents, its own score, that of "out of scope", and what is known. */
export function decisionFigures({ scores, knownWords, knownPairs }: Reading, best: number, share: number): number[] {
  const odds = Math.log(Math.max(share, 1e-6) / Math.max(1 - share, 1e-6));
  return [odds, scores[best] ?? 0, scores[scores.length - 1] ?? 0, knownWords, knownPairs];
}

/** Whether the owner says of just these words that no FAQ answers them. */
export function isOutOfScope({ scores, learnedAs }: Reading): boolean {
  return learnedAs === scores.length - 1;
}

/** An owner's own words are never doubted. */
const LEARNED = 0.999;

/**
 * The probability that each of the classes `best` is what the text means, by a gate that was fitted on held-out sentences; of what is out of
 * scope none is meant.
 */
export function confidencesOf(reading: Reading, best: readonly number[], { sharpness, curve }: Gate): number[] {
  const [first] = best;
  if (first === undefined) return [];
  const { scores, learnedAs } = reading;
  if (isOutOfScope(reading)) return best.map(() => 0);
  const share = shareOfBest(scores, first, sharpness);
  let confidence = logistic(curve, decisionFigures(reading, first, share));
  if (learnedAs === first) confidence = Math.max(confidence, LEARNED);
  const most = scores[first] ?? 0;
  return best.map((k) => confidence * Math.exp(((scores[k] ?? 0) - most) * sharpness));
}
