import type { SparseRows } from '../rows/sparse-rows.ts';
import { seededRandom, shuffle } from '../seeded-random.ts';
import type { LinearModel } from './linear-model.ts';
import { addRow, addRowOf, pull } from './row-steps.ts';
import type { SolverOptions } from './solver-options.ts';
import { UnsettledMachines } from './unsettled-machines.ts';

/** The first passes ask all machines, and after that every so manieth does, so that a wrong guess about who is settled is put right. */
const FIRST_PASSES = 2;
const ASK_ALL_EVERY = 6;
/** A machine that a row does not hold, and that has it farther than this beyond the margin, is settled for the time being. */
const SLACK = 0.2;

/**
 * One machine a class against the rest, with squared hinge loss: `min ½|w|² + Σ cost · max(0, 1 - y·w·x)²`, by dual coordinate descent
 * (Hsieh, Chang, Lin, Keerthi and Sundararajan, "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008,
 * algorithm 1). All machines visit a row together, as its weights for all classes lie side by side. After two passes most of them agree
 * with it for good: of 150 machines a row of CLINC150 moves four to nine a pass. So later passes ask only those that a row may yet move, which
 * is their shrinking (algorithm 3), but row by row and with a fixed slack. A row costs what its own class's rows cost, in every machine.
 */
export function fitSvm(rows: SparseRows, labels: ArrayLike<number>, options: SolverOptions): LinearModel {
  const { classes, costs, biasValue, passes, tolerance, seed, duals } = options;
  const { count, width, starts, columns, values } = rows;
  const random = seededRandom(seed);
  const weights = new Float32Array(width * classes);
  const bias = new Float32Array(classes);
  const alphas = duals ?? new Float32Array(count * classes);
  const order = Int32Array.from({ length: count }, (_, row) => row);
  const squares = squaresOf(rows, biasValue);
  const unsettled = new UnsettledMachines(count, classes);
  const scores = new Float64Array(classes);
  const movers = new Int32Array(classes);
  const steps = new Float64Array(classes);
  const started = duals?.some((dual) => dual > 0) ?? false;
  if (started) {
    for (let row = 0; row < count; row += 1) {
      let moving = 0;
      for (let k = 0; k < classes; k += 1) {
        const alpha = alphas[row * classes + k]!;
        if (alpha === 0) continue;
        movers[moving] = k;
        steps[moving] = k === labels[row]! ? alpha : -alpha;
        bias[k] = bias[k]! + steps[moving]! * biasValue;
        moving += 1;
      }
      pull(weights, movers, steps, moving, columns, values, starts[row]!, starts[row + 1]!, classes);
    }
  }
  // Who starts near the end knows after one pass who is settled.
  const first = started ? 1 : FIRST_PASSES;
  let quiet = false;
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, count, random);
    const asksAll = quiet || pass < first || (pass - first + 1) % ASK_ALL_EVERY === 0;
    if (asksAll) unsettled.clear();
    let farthest = 0;
    for (let place = 0; place < count; place += 1) {
      const row = order[place]!;
      const from = starts[row]!;
      const to = starts[row + 1]!;
      const { machines } = unsettled;
      const begin = asksAll ? 0 : unsettled.first[row]!;
      const end = asksAll ? classes : unsettled.last[row]!;
      if (asksAll) {
        for (let k = 0; k < classes; k += 1) scores[k] = bias[k]! * biasValue;
        addRow(scores, weights, columns, values, from, to, classes);
      } else {
        if (begin === end) continue;
        for (let at = begin; at < end; at += 1) scores[at - begin] = bias[machines[at]!]! * biasValue;
        addRowOf(scores, machines, begin, end, weights, columns, values, from, to, classes);
      }
      const label = labels[row]!;
      const diagonal = 0.5 / costs[label]!;
      const length = squares[row]! + diagonal;
      const own = row * classes;
      if (asksAll) unsettled.begin(row);
      let moved = 0;
      let moving = 0;
      for (let at = begin; at < end; at += 1) {
        const k = asksAll ? at : machines[at]!;
        const sign = k === label ? 1 : -1;
        const alpha = alphas[own + k]!;
        const slope = sign * scores[at - begin]! - 1 + alpha * diagonal;
        const next = Math.max(0, alpha - slope / length);
        if (asksAll && (next > 0 || slope < SLACK)) unsettled.add(k);
        const step = next - alpha;
        if (step === 0) continue;
        alphas[own + k] = next;
        movers[moving] = k;
        steps[moving] = step * sign;
        moving += 1;
        if (Math.abs(step) > moved) moved = Math.abs(step);
      }
      if (asksAll) unsettled.end(row);
      if (moving === 0) continue;
      farthest = Math.max(farthest, moved * length);
      for (let at = 0; at < moving; at += 1) bias[movers[at]!] = bias[movers[at]!]! + steps[at]! * biasValue;
      pull(weights, movers, steps, moving, columns, values, from, to, classes);
    }
    // That those who were asked are at rest is an end only if all were.
    quiet = farthest <= tolerance;
    if (asksAll && quiet) break;
  }
  for (let k = 0; k < classes; k += 1) bias[k] = bias[k]! * biasValue;
  return { classes, features: width, bias, weights };
}

/** Of each row, the constant feature included. */
function squaresOf({ count, starts, values }: SparseRows, biasValue: number): Float64Array {
  const squares = new Float64Array(count).fill(biasValue * biasValue);
  for (let row = 0; row < count; row += 1) {
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry += 1)
      squares[row] = squares[row]! + values[entry]! ** 2;
  }
  return squares;
}
