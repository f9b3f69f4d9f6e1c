import type { SparseRows } from '../rows/sparse-rows.ts';
import { seededRandom, shuffle } from '../seeded-random.ts';
import type { LinearModel } from './linear-model.ts';
import type { SolverOptions } from './solver-options.ts';

/**
 * One machine a class against the rest, with squared hinge loss: `min ½|w|² + Σ cost · max(0, 1 - y·w·x)²`, by dual coordinate descent with
 * shrinking (Hsieh, Chang, Lin, Keerthi and Sundararajan, "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008,
 * algorithm 3; as in LIBLINEAR's solver 1). A row's cost is its own class's: for the machine of class k the costs of the others'
 * rows are theirs.
 */
export function fitSvm(rows: SparseRows, labels: ArrayLike<number>, options: SolverOptions): LinearModel {
  const { classes, biasValue } = options;
  const { count, width, starts, values } = rows;
  const squares = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    let sum = biasValue * biasValue;
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) sum += values[at]! * values[at]!;
    squares[row] = sum;
  }
  const bias = new Float32Array(classes);
  const weights = new Float32Array(width * classes);
  const machine = new Float64Array(width + 1);
  for (let k = 0; k < classes; k += 1) {
    machine.fill(0);
    fitMachine(machine, rows, labels, squares, k, options);
    for (let column = 0, at = k; column < width; column += 1, at += classes) weights[at] = machine[column]!;
    bias[k] = machine[width]! * biasValue;
  }
  return { classes, features: width, bias, weights };
}

function fitMachine(
  w: Float64Array,
  rows: SparseRows,
  labels: ArrayLike<number>,
  squares: Float64Array,
  target: number,
  { costs, biasValue, passes, tolerance, seed }: SolverOptions,
): void {
  const { count, width, starts, columns, values } = rows;
  const random = seededRandom(seed + target);
  const alpha = new Float64Array(count);
  const order = new Int32Array(count);
  for (let row = 0; row < count; row += 1) order[row] = row;
  let active = count;
  let most = Infinity;
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, active, random);
    let highest = -Infinity;
    let lowest = Infinity;
    for (let place = 0; place < active; place += 1) {
      const row = order[place]!;
      const label = labels[row]!;
      const sign = label === target ? 1 : -1;
      const diagonal = 0.5 / costs[label]!;
      const end = starts[row + 1]!;
      let score = w[width]! * biasValue;
      for (let at = starts[row]!; at < end; at += 1) score += w[columns[at]!]! * values[at]!;
      const own = alpha[row]!;
      const gradient = sign * score - 1 + own * diagonal;
      let projected = gradient;
      if (own === 0) {
        if (gradient > most) {
          // Far on the right side: it will hardly matter again (shrinking).
          active -= 1;
          order[place] = order[active]!;
          order[active] = row;
          place -= 1;
          continue;
        }
        projected = Math.min(0, gradient);
      }
      highest = Math.max(highest, projected);
      lowest = Math.min(lowest, projected);
      if (Math.abs(projected) < 1e-12) continue;
      const next = Math.max(0, own - gradient / (squares[row]! + diagonal));
      alpha[row] = next;
      const step = (next - own) * sign;
      w[width] = w[width]! + step * biasValue;
      for (let at = starts[row]!; at < end; at += 1) {
        const column = columns[at]!;
        w[column] = w[column]! + step * values[at]!;
      }
    }
    if (highest - lowest <= tolerance) {
      if (active === count) return;
      // What was set aside is looked at once more before the end.
      active = count;
      most = Infinity;
    } else most = highest > 0 ? highest : Infinity;
  }
}
