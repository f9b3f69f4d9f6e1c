import { studentQuantile } from './student-quantile.ts';

/** Of fewer scores nothing is said. */
const FEWEST = 5;
const LOWEST = 1;
const HIGHEST = 10;

/** As people read it, whatever their language. */
export const CSI_FORMULA = 'CSI = Σ scores / n';

/** How satisfied customers are. */
export interface Csi {
  /** How many scores it is made of ... */
  readonly n: number;
  /** ... and their sum. */
  readonly sum: number;
  /** Mean of the scores, 1 to 10, with its 95 % interval (Student's t, cut to 1 to 10); null: too few to say. */
  readonly value: { readonly mean: number; readonly low: number; readonly high: number } | null;
}

/**
 * The customer satisfaction index: the mean of the scores. Under five of them there is no figure.
 * @param scores whole numbers from 1 to 10
 * @throws RangeError for a score that is none
 */
export function csi(scores: readonly number[]): Csi {
  const wrong = scores.find((score) => !(Number.isInteger(score) && score >= LOWEST && score <= HIGHEST));
  if (wrong !== undefined) throw new RangeError(`${wrong} is no score from 1 to 10`);
  const n = scores.length;
  const sum = scores.reduce((total, score) => total + score, 0);
  if (n < FEWEST) return { n, sum, value: null };
  const mean = sum / n;
  const variance = scores.reduce((total, score) => total + (score - mean) ** 2, 0) / (n - 1);
  const half = studentQuantile(0.975, n - 1) * Math.sqrt(variance / n);
  return { n, sum, value: { mean, low: Math.max(LOWEST, mean - half), high: Math.min(HIGHEST, mean + half) } };
}
