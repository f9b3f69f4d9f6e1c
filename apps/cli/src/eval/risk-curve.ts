import type { Question } from './question.ts';

/** What a threshold would do. */
export interface RiskPoint {
  threshold: number;
  /** Questions that would be answered. */
  answered: number;
  /** Of these, with an answer to something else, or to something that no FAQ answers. */
  wrong: number;
  /** Share of all questions that would be answered. */
  coverage: number;
  /** Share of these that would be wrong. */
  risk: number;
}

/**
 * Coverage against risk for every threshold that makes a difference, from the strictest (El-Yaniv and Wiener, "On the Foundations of Noise-free Selective
 * Classification", JMLR 2010). Empty when nothing is ever recognised.
 */
export function riskCurve(questions: readonly Question[]): RiskPoint[] {
  const recognised = questions.filter(({ guess }) => guess !== null).sort((a, b) => b.confidence - a.confidence);
  const points: RiskPoint[] = [];
  let wrong = 0;
  recognised.forEach(({ confidence, right }, index) => {
    if (!right) wrong += 1;
    if (recognised[index + 1]?.confidence === confidence) return;
    points.push(riskPoint(confidence, index + 1, wrong, questions.length));
  });
  return points;
}

/** What one threshold does. */
export function riskAt(questions: readonly Question[], threshold: number): RiskPoint {
  const answered = questions.filter(({ guess, confidence }) => guess !== null && confidence >= threshold);
  const wrong = answered.filter(({ right }) => !right).length;
  return riskPoint(threshold, answered.length, wrong, questions.length);
}

/** The point that answers most while at most this share of answers is wrong; null when none does. */
export function bestWithin(curve: readonly RiskPoint[], budget: number): RiskPoint | null {
  return curve.filter(({ risk }) => risk <= budget).at(-1) ?? null;
}

/** At most `count` points that show the same shape; the first and the last stay. */
export function thinned(curve: readonly RiskPoint[], count: number): RiskPoint[] {
  if (curve.length <= count) return [...curve];
  return Array.from({ length: count }, (_, index) => {
    return curve[Math.round((index * (curve.length - 1)) / (count - 1))]!;
  });
}

function riskPoint(threshold: number, answered: number, wrong: number, all: number): RiskPoint {
  return {
    threshold,
    answered,
    wrong,
    coverage: all === 0 ? 0 : answered / all,
    risk: answered === 0 ? 0 : wrong / answered,
  };
}
