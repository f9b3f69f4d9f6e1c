/** Golden section: each round leaves so much of the interval, and so many leave a part in 4,000 of a factor. */
const KEPT = (Math.sqrt(5) - 1) / 2;
const ROUNDS = 21;
const [SLOWEST, STEEPEST] = [Math.log(0.05), Math.log(50)];

/**
 * The factor on scores with which their softmax says held-out labels best (the least mean negative log-likelihood): the inverse of the
 * temperature of Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", ICML 2017.
 * @param scores of rows that were not learned from, `classes` numbers a row
 * @returns from 0.05 to 50; 1 without any row
 */
export function fitSharpness(scores: ArrayLike<number>, labels: ArrayLike<number>, classes: number): number {
  if (labels.length === 0) return 1;
  const surprise = (logarithm: number): number => meanSurprise(scores, labels, classes, Math.exp(logarithm));
  let [from, to] = [SLOWEST, STEEPEST];
  let low = to - KEPT * (to - from);
  let high = from + KEPT * (to - from);
  let [atLow, atHigh] = [surprise(low), surprise(high)];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (atLow < atHigh) {
      [to, high, atHigh] = [high, low, atLow];
      low = to - KEPT * (to - from);
      atLow = surprise(low);
    } else {
      [from, low, atLow] = [low, high, atHigh];
      high = from + KEPT * (to - from);
      atHigh = surprise(high);
    }
  }
  return Math.exp((from + to) / 2);
}

function meanSurprise(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
  sharpness: number,
): number {
  let total = 0;
  for (let row = 0; row < labels.length; row += 1) {
    const from = row * classes;
    let most = -Infinity;
    for (let k = 0; k < classes; k += 1) most = Math.max(most, scores[from + k]!);
    let sum = 0;
    for (let k = 0; k < classes; k += 1) sum += Math.exp((scores[from + k]! - most) * sharpness);
    total += Math.log(sum) - (scores[from + labels[row]!]! - most) * sharpness;
  }
  return total / labels.length;
}
