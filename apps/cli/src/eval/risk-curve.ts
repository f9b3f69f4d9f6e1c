import type { Question } from './question.ts';

/** What a threshold would do. */
export interface RiskPoint {
  threshold: number;
  /** Answers given: to the site's own questions, and to those that no FAQ answers. */
  answers: number;
  /** Of these, to something else than what was asked. */
  wrong: number;
  /** Share of the site's own questions that would be answered, right or wrong. */
  coverage: number;
  /** Share of the answers that would be wrong. */
  risk: number;
}

/**
 * Coverage against risk for every threshold that makes a difference, from the strictest (El-Yaniv and Wiener, "On the Foundations of Noise-free Selective
 * Classification", JMLR 2010). Empty when nothing is ever recognised.
 */
export function riskCurve(questions: readonly Question[]): RiskPoint[] {
  const recognised = questions.filter(({ guess }) => guess !== null).sort((a, b) => b.confidence - a.confidence);
  const own = ownOf(questions).length;
  const points: RiskPoint[] = [];
  let [wrong, answered] = [0, 0];
  recognised.forEach(({ confidence, right, intent }, index) => {
    if (!right) wrong += 1;
    if (intent !== null) answered += 1;
    if (recognised[index + 1]?.confidence === confidence) return;
    points.push(riskPoint(confidence, index + 1, wrong, share(answered, own)));
  });
  return points;
}

/** What one threshold does. */
export function riskAt(questions: readonly Question[], threshold: number): RiskPoint {
  const answers = questions.filter(({ guess, confidence }) => guess !== null && confidence >= threshold);
  const wrong = answers.filter(({ right }) => !right).length;
  const coverage = share(ownOf(answers).length, ownOf(questions).length);
  return riskPoint(threshold, answers.length, wrong, coverage);
}

/** The point that answers most while at most this share of answers is wrong; null when none does. */
export function bestWithin(curve: readonly RiskPoint[], budget: number): RiskPoint | null {
  return curve.filter(({ risk }) => risk <= budget).at(-1) ?? null;
}

/**
 * Some `count` points that show the same shape; the first and the last stay, and so does the one at which the threshold `at` stands, so that
 * what is drawn there lies on the line.
 */
export function thinned(curve: readonly RiskPoint[], count: number, at: number): RiskPoint[] {
  if (curve.length <= count) return [...curve];
  const kept = new Set(
    Array.from({ length: count }, (_, index) => Math.round((index * (curve.length - 1)) / (count - 1))),
  );
  kept.add(curve.filter(({ threshold }) => threshold >= at).length - 1);
  return curve.filter((_, index) => kept.has(index));
}

function riskPoint(threshold: number, answers: number, wrong: number, coverage: number): RiskPoint {
  return { threshold, answers, wrong, coverage, risk: share(wrong, answers) };
}

/** Those that have an answer. */
function ownOf(questions: readonly Question[]): Question[] {
  return questions.filter(({ intent }) => intent !== null);
}

function share(part: number, all: number): number {
  return all === 0 ? 0 : part / all;
}
