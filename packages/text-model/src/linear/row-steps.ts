/*
 * The innermost loops of `fitSvm`, judged by `trainSeconds` of `bench -- nlu`. A feature's weights for all classes lie side by side, and are
 * taken for two or four features in one run, which reads and writes a score once for all of them. Hence what is unrolled, the plain numbers
 * and typed arrays in place of objects, and `addRowOf` beside `addRow`: a list of machines to look up in is what the first passes need not pay.
 */

/** Adds a row's values times their weights to `scores`, one a class. */
export function addRow(
  scores: Float64Array,
  weights: Float32Array,
  columns: Int32Array,
  values: Float32Array,
  from: number,
  to: number,
  classes: number,
): void {
  let entry = from;
  for (; entry + 3 < to; entry += 4) {
    const v0 = values[entry]!;
    const v1 = values[entry + 1]!;
    const v2 = values[entry + 2]!;
    const v3 = values[entry + 3]!;
    const c0 = columns[entry]! * classes;
    const c1 = columns[entry + 1]! * classes;
    const c2 = columns[entry + 2]! * classes;
    const c3 = columns[entry + 3]! * classes;
    for (let k = 0; k < classes; k += 1) {
      scores[k] =
        scores[k]! + v0 * weights[c0 + k]! + v1 * weights[c1 + k]! + v2 * weights[c2 + k]! + v3 * weights[c3 + k]!;
    }
  }
  for (; entry < to; entry += 1) {
    const value = values[entry]!;
    const column = columns[entry]! * classes;
    for (let k = 0; k < classes; k += 1) scores[k] = scores[k]! + value * weights[column + k]!;
  }
}

/** As `addRow`, for the machines from `begin` to `end` of a list; the first one's score is at 0. */
export function addRowOf(
  scores: Float64Array,
  machines: Uint32Array,
  begin: number,
  end: number,
  weights: Float32Array,
  columns: Int32Array,
  values: Float32Array,
  from: number,
  to: number,
  classes: number,
): void {
  let entry = from;
  for (; entry + 3 < to; entry += 4) {
    const v0 = values[entry]!;
    const v1 = values[entry + 1]!;
    const v2 = values[entry + 2]!;
    const v3 = values[entry + 3]!;
    const c0 = columns[entry]! * classes;
    const c1 = columns[entry + 1]! * classes;
    const c2 = columns[entry + 2]! * classes;
    const c3 = columns[entry + 3]! * classes;
    for (let at = begin; at < end; at += 1) {
      const k = machines[at]!;
      scores[at - begin] =
        scores[at - begin]! +
        v0 * weights[c0 + k]! +
        v1 * weights[c1 + k]! +
        v2 * weights[c2 + k]! +
        v3 * weights[c3 + k]!;
    }
  }
  for (; entry < to; entry += 1) {
    const value = values[entry]!;
    const column = columns[entry]! * classes;
    for (let at = begin; at < end; at += 1)
      scores[at - begin] = scores[at - begin]! + value * weights[column + machines[at]!]!;
  }
}

/** Moves the weights of a row's features by its values times `steps`, each of the machine at its place in `movers`. */
export function pull(
  weights: Float32Array,
  movers: Int32Array,
  steps: Float64Array,
  moving: number,
  columns: Int32Array,
  values: Float32Array,
  from: number,
  to: number,
  classes: number,
): void {
  let entry = from;
  for (; entry + 1 < to; entry += 2) {
    const v0 = values[entry]!;
    const v1 = values[entry + 1]!;
    const c0 = columns[entry]! * classes;
    const c1 = columns[entry + 1]! * classes;
    for (let at = 0; at < moving; at += 1) {
      const k = movers[at]!;
      const step = steps[at]!;
      weights[c0 + k] = weights[c0 + k]! + v0 * step;
      weights[c1 + k] = weights[c1 + k]! + v1 * step;
    }
  }
  if (entry === to) return;
  const value = values[entry]!;
  const column = columns[entry]! * classes;
  for (let at = 0; at < moving; at += 1) {
    const k = movers[at]!;
    weights[column + k] = weights[column + k]! + value * steps[at]!;
  }
}
