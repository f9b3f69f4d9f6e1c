import type { Question } from './question.ts';

/** Questions of about the same confidence. */
export interface ReliabilityBin {
  from: number;
  to: number;
  count: number;
  /** Mean of their confidences, and share of them that was right; null when there are none. */
  confidence: number | null;
  right: number | null;
}

const BINS = 10;

/** Whether a confidence means what it says: of questions of 80 %, four in five should be right (a reliability diagram). */
export function reliability(questions: readonly Question[], bins = BINS): ReliabilityBin[] {
  const recognised = questions.filter(({ guess }) => guess !== null);
  return Array.from({ length: bins }, (_, index) => {
    const own = recognised.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === index);
    const sum = own.reduce((total, { confidence }) => total + confidence, 0);
    return {
      from: index / bins,
      to: (index + 1) / bins,
      count: own.length,
      confidence: own.length === 0 ? null : sum / own.length,
      right: own.length === 0 ? null : own.filter(({ right }) => right).length / own.length,
    };
  });
}
