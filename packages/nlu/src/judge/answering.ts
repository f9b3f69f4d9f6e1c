import { wilsonInterval } from '@solodesk/text-model';
import type { HeldOut } from './cross-validate.ts';

/** What a bot would do with the sentences that it did not learn. Shares are from 0 to 1, null where nothing was counted. */
export interface Answering {
  /** The site's own sentences: questions that have an answer. */
  asked: number;
  /** Of those, how many get an answer, right or wrong. */
  answered: number;
  coverage: number | null;
  /** All answers given: to the site's own sentences, and to those that no FAQ answers. */
  answers: number;
  wrong: number;
  wrongShare: number | null;
  /** 95 % interval of `wrongShare` (Wilson). */
  interval: { low: number; high: number } | null;
}

/** What counts: the site's own sentences, and what no FAQ answers. Small talk that every bot knows says nothing about a site. */
export function counted(heldOut: readonly HeldOut[]): HeldOut[] {
  return heldOut.filter(({ own, intent }) => own || intent === null);
}

/** The intent that would be answered, or null below the threshold. */
export function answerOf({ guesses }: HeldOut, threshold: number): string | null {
  const [best] = guesses;
  return best !== undefined && best.confidence >= threshold ? best.intent : null;
}

export function answering(heldOut: readonly HeldOut[], threshold: number): Answering {
  let [asked, answered, answers, wrong] = [0, 0, 0, 0];
  for (const sentence of counted(heldOut)) {
    const answer = answerOf(sentence, threshold);
    if (sentence.intent !== null) asked++;
    if (answer === null) continue;
    answers++;
    if (sentence.intent !== null) answered++;
    if (answer !== sentence.intent) wrong++;
  }
  return {
    asked,
    answered,
    coverage: asked === 0 ? null : answered / asked,
    answers,
    wrong,
    wrongShare: answers === 0 ? null : wrong / answers,
    interval: answers === 0 ? null : wilsonInterval(wrong, answers),
  };
}

/**
 * The lowest threshold at which, of 100 answers given, at most `budget` are wrong; at every higher one fewer are answered.
 * 1 and a bit (nothing is answered) when no threshold keeps the budget.
 */
export function thresholdFor(heldOut: readonly HeldOut[], budget: number): number {
  const answers = counted(heldOut)
    .flatMap(({ guesses: [best], intent }) => (best ? [{ ...best, right: best.intent === intent }] : []))
    .sort((a, b) => b.confidence - a.confidence);
  let wrong = 0;
  let threshold = NOTHING;
  for (const [at, { confidence, right }] of answers.entries()) {
    if (!right) wrong++;
    // Sentences of one confidence are answered together.
    if (answers[at + 1]?.confidence === confidence) continue;
    if (wrong / (at + 1) <= budget / 100) threshold = confidence;
  }
  return threshold;
}

const NOTHING = 1.000_001;
