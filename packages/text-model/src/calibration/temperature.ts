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
  const behind = behindBest(scores, labels.length, classes);
  const surprise = (logarithm: number): number => meanSurprise(behind, labels, classes, Math.exp(logarithm));
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

/** How far each score is below the best of its row. */
function behindBest(scores: ArrayLike<number>, rows: number, classes: number): Float64Array {
  const behind = new Float64Array(rows * classes);
  for (let from = 0; from < behind.length; from += classes) {
    let most = -Infinity;
    for (let at = from; at < from + classes; at += 1) if (scores[at]! > most) most = scores[at]!;
    for (let at = from; at < from + classes; at += 1) behind[at] = scores[at]! - most;
  }
  return behind;
}

/** What is so far behind adds nothing that a double could hold beside the best's 1. */
const FAR_BEHIND = -40;

function meanSurprise(behind: Float64Array, labels: ArrayLike<number>, classes: number, sharpness: number): number {
  let total = 0;
  for (let row = 0; row < labels.length; row += 1) {
    const from = row * classes;
    let sum = 0;
    for (let at = from; at < from + classes; at += 1) {
      const power = behind[at]! * sharpness;
      if (power > FAR_BEHIND) sum += Math.exp(power);
    }
    total += Math.log(sum) - behind[from + labels[row]!]! * sharpness;
  }
  return total / labels.length;
}
