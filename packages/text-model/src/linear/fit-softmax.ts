import type { SparseRows } from '../rows/sparse-rows.ts';
import { seededRandom, shuffle } from '../seeded-random.ts';
import type { LinearModel } from './linear-model.ts';
import type { SolverOptions } from './solver-options.ts';

/** The greatest curvature of the loss along one direction of scores: that of a softmax is at most a half. */
const SMOOTHNESS = 0.5;

/**
 * Multinomial logistic regression: `min ½|W|² - Σ cost · ln p(label)`, by stochastic dual coordinate ascent
 * (Shalev-Shwartz and Zhang, "Accelerated Proximal Stochastic Dual Coordinate Ascent", ICML 2014, section 5; its step for smooth losses).
 * A row's dual variables stay a point between "nothing learned" and "label minus prediction", towards which each visit moves them
 * by a step that needs no learning rate.
 */
export function fitSoftmax(rows: SparseRows, labels: ArrayLike<number>, options: SolverOptions): LinearModel {
  const { classes, costs, biasValue, passes, tolerance, seed } = options;
  const { count, width, starts, columns, values } = rows;
  const random = seededRandom(seed);
  const weights = new Float32Array(width * classes);
  const bias = new Float32Array(classes);
  const duals = new Float32Array(count * classes);
  const order = Int32Array.from({ length: count }, (_, row) => row);
  const scores = new Float64Array(classes);
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, count, random);
    let farthest = 0;
    for (let place = 0; place < count; place += 1) {
      const row = order[place]!;
      const label = labels[row]!;
      const cost = costs[label]!;
      const [from, to] = [starts[row]!, starts[row + 1]!];
      let squares = biasValue * biasValue;
      for (let k = 0; k < classes; k += 1) scores[k] = bias[k]! * biasValue;
      for (let entry = from; entry < to; entry += 1) {
        const value = values[entry]!;
        squares += value * value;
        let at = columns[entry]! * classes;
        for (let k = 0; k < classes; k += 1, at += 1) scores[k] = scores[k]! + value * weights[at]!;
      }
      softmaxInPlace(scores);
      // From here on `scores` holds the direction: label minus prediction minus what the row has pulled so far.
      const own = row * classes;
      let length = 0;
      for (let k = 0; k < classes; k += 1) {
        const wanted = ((k === label ? 1 : 0) - scores[k]!) * cost;
        const direction = wanted - duals[own + k]!;
        length += direction * direction;
        scores[k] = direction;
      }
      if (length === 0) continue;
      farthest = Math.max(farthest, Math.sqrt(length) / cost);
      const step = Math.min(1, 1 / (1 + squares * cost * SMOOTHNESS));
      for (let k = 0; k < classes; k += 1) {
        const moved = scores[k]! * step;
        scores[k] = moved;
        duals[own + k] = duals[own + k]! + moved;
        bias[k] = bias[k]! + moved * biasValue;
      }
      for (let entry = from; entry < to; entry += 1) {
        const value = values[entry]!;
        let at = columns[entry]! * classes;
        for (let k = 0; k < classes; k += 1, at += 1) weights[at] = weights[at]! + value * scores[k]!;
      }
    }
    if (farthest <= tolerance) break;
  }
  for (let k = 0; k < classes; k += 1) bias[k] = bias[k]! * biasValue;
  return { classes, features: width, bias, weights };
}

/** Scores to probabilities that sum to 1, in place. */
export function softmaxInPlace(scores: Float64Array): void {
  let most = -Infinity;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) {
    const part = Math.exp(scores[k]! - most);
    scores[k] = part;
    sum += part;
  }
  for (let k = 0; k < scores.length; k += 1) scores[k] = scores[k]! / sum;
}
