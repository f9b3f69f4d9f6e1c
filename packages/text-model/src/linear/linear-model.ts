/** Scores of classes that are linear in the features: `bias[k] + Σ value(f) · weights[f · classes + k]`. */
export interface LinearModel {
  readonly classes: number;
  readonly features: number;
  /** One a class. */
  readonly bias: Float32Array;
  /** Feature by feature, so that the few features of a text are read in long runs. */
  readonly weights: Float32Array;
}

/** Writes the score of each class for one row into `scores`, and returns it. */
export function linearScores(
  model: LinearModel,
  columns: ArrayLike<number>,
  values: ArrayLike<number>,
  scores: Float64Array,
): Float64Array {
  const { classes, bias, weights } = model;
  for (let k = 0; k < classes; k += 1) scores[k] = bias[k]!;
  for (let entry = 0; entry < columns.length; entry += 1) {
    const value = values[entry]!;
    let at = columns[entry]! * classes;
    for (let k = 0; k < classes; k += 1, at += 1) scores[k] = scores[k]! + value * weights[at]!;
  }
  return scores;
}

/** The place of the greatest number, the first of equal ones; -1 if there is none. */
export function greatest(scores: ArrayLike<number>): number {
  let best = scores.length > 0 ? 0 : -1;
  for (let at = 1; at < scores.length; at += 1) if (scores[at]! > scores[best]!) best = at;
  return best;
}
