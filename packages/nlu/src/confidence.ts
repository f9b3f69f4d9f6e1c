import type { Reading } from './language-model.ts';

/**
 * A logistic curve over score and lead, both scaled by how much of the text the vocabulary knows: nlp.js alone is sure of any text that
 * shares one word with an intent. Fitted on the demo shop's FAQs: each phrasing held out of training in turn, the paraphrases
 * of its tests, and 240 sentences that no FAQ answers.
 */
const AT_ZERO = -2.14;
const OF_SCORE = 2.99;
const OF_LEAD = 3.5;
/** A score above this is no surer; trained examples are at about 1. */
const ENOUGH = 1.2;

/**
 * Measured as said above: of the held-out phrasings at or above `answer` 86 (English) to 89 (Chinese) of 100 are right; of what is
 * out of scope one sentence in twenty gets there, and four in five stay below `suggest`.
 */
export const THRESHOLDS = { answer: 0.6, suggest: 0.3 } as const;

/**
 * @param score the intent's own, `rival` the best of all others (out of scope among them)
 * @param known share of the text that the vocabulary covers, from 0 to 1
 * @returns from 0 to 1
 */
export function confidenceOf(score: number, rival: number, known: number): number {
  const strength = Math.min(score, ENOUGH);
  const lead = Math.max(-ENOUGH, Math.min(score - rival, ENOUGH));
  return 1 / (1 + Math.exp(-(AT_ZERO + known * (OF_SCORE * strength + OF_LEAD * lead))));
}

/** Columns of the best intents with a score above 0, best first. */
export function bestColumns(scores: Reading['scores'], count: number): number[] {
  const best: number[] = [];
  for (let column = 0; column < scores.length; column += 1) {
    const score = scores[column] ?? 0;
    if (score <= 0 || (best.length === count && score <= (scores[best[count - 1] ?? 0] ?? 0))) continue;
    let place = Math.min(best.length, count - 1);
    while (place > 0 && (scores[best[place - 1] ?? 0] ?? 0) < score) {
      best[place] = best[place - 1] ?? 0;
      place -= 1;
    }
    best[place] = column;
  }
  return best;
}
