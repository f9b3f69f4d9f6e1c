/** `p = 1 / (1 + exp(-(offset + Σ slope · x)))`. */
export interface LogisticCurve {
  readonly offset: number;
  readonly slopes: readonly number[];
}

const ROUNDS = 50;
/** Just enough for an end where hits and misses are apart. */
const LEAST_RIDGE = 1e-3;
const CLOSE = 1e-9;

/**
 * From figures of a decision to the probability that it is right. With one figure this is Platt scaling, with targets drawn in from 0 and 1
 * (Platt 1999; Lin, Lin and Weng, "A Note on Platt's Probabilistic Outputs for Support Vector Machines", 2007); with several it is
 * logistic regression on them. Newton's method with a ridge, so that separable data have an end, too.
 * @param figures of each decision equally many
 * @param hits of each decision whether it was right
 * @param weights how often each decision counts; once by default
 * @param ridge how firmly slopes are drawn to 0, as the inverse variance that they are expected to have; hardly by default
 */
export function fitLogistic(
  figures: readonly ArrayLike<number>[],
  hits: readonly boolean[],
  weights?: ArrayLike<number>,
  ridge = LEAST_RIDGE,
): LogisticCurve {
  const size = (figures[0]?.length ?? 0) + 1;
  const right = hits.filter(Boolean).length;
  const wrong = hits.length - right;
  const [high, low] = [(right + 1) / (right + 2), 1 / (wrong + 2)];
  const theta = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = Float64Array.from(theta, (value, at) => (at === 0 ? 0 : ridge * value));
    const hessian = Array.from({ length: size }, (_, at) =>
      Float64Array.from({ length: size }, (__, other) => (at === other ? ridge : 0)),
    );
    figures.forEach((row, index) => {
      const x = (at: number): number => (at === 0 ? 1 : row[at - 1]!);
      let z = 0;
      for (let at = 0; at < size; at += 1) z += theta[at]! * x(at);
      const p = 1 / (1 + Math.exp(-z));
      const counts = weights?.[index] ?? 1;
      const miss = counts * (p - (hits[index] ? high : low));
      const weight = counts * Math.max(p * (1 - p), 1e-12);
      for (let at = 0; at < size; at += 1) {
        gradient[at] = gradient[at]! + miss * x(at);
        const line = hessian[at]!;
        for (let other = 0; other < size; other += 1) line[other] = line[other]! + weight * x(at) * x(other);
      }
    });
    const step = solve(hessian, gradient);
    let moved = 0;
    for (let at = 0; at < size; at += 1) {
      theta[at] = theta[at]! - step[at]!;
      moved = Math.max(moved, Math.abs(step[at]!));
    }
    if (moved < CLOSE) break;
  }
  return { offset: theta[0] ?? 0, slopes: Array.from(theta.subarray(1)) };
}

export function logistic({ offset, slopes }: LogisticCurve, figures: ArrayLike<number>): number {
  let z = offset;
  for (let at = 0; at < slopes.length; at += 1) z += slopes[at]! * figures[at]!;
  return 1 / (1 + Math.exp(-z));
}

/** Gaussian elimination with pivots; `lines` is small, positive definite, and used up. */
function solve(lines: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const result = Float64Array.from(right);
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let line = column + 1; line < size; line += 1) {
      if (Math.abs(lines[line]![column]!) > Math.abs(lines[pivot]![column]!)) pivot = line;
    }
    [lines[column], lines[pivot]] = [lines[pivot]!, lines[column]!];
    [result[column], result[pivot]] = [result[pivot]!, result[column]!];
    for (let line = column + 1; line < size; line += 1) {
      const factor = lines[line]![column]! / lines[column]![column]!;
      for (let at = column; at < size; at += 1) lines[line]![at]! -= factor * lines[column]![at]!;
      result[line] = result[line]! - factor * result[column]!;
    }
  }
  for (let line = size - 1; line >= 0; line -= 1) {
    for (let at = line + 1; at < size; at += 1) result[line] = result[line]! - lines[line]![at]! * result[at]!;
    result[line] = result[line]! / lines[line]![line]!;
  }
  return result;
}
