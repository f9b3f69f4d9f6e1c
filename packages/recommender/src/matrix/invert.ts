/**
 * The inverse of a symmetric positive definite matrix, by Cholesky's factor: n³ / 2 multiplications in rows that lie side by side.
 * The matrix is overwritten.
 * @param matrix `n` rows of `n` numbers; only its lower triangle is read
 * @throws RangeError where it is not positive definite
 */
export function invertPositiveDefinite(matrix: Float64Array, n: number): Float64Array {
  factorize(matrix, n);
  const inverse = invertLower(matrix, n);
  return squareOf(inverse, n, matrix);
}

/** So many rows are worked on together, so that each other row is fetched from memory once for all of them. */
const BLOCK = 16;

/** The lower triangle becomes L with L·Lᵀ = the matrix. */
function factorize(matrix: Float64Array, n: number): void {
  for (let begin = 0; begin < n; begin += BLOCK) {
    const end = Math.min(n, begin + BLOCK);
    for (let column = 0; column < end; column++) {
      const there = column * n;
      for (let row = Math.max(begin, column); row < end; row++) {
        const here = row * n;
        const rest = matrix[here + column]! - dot(matrix, here, matrix, there, column);
        if (row > column) matrix[here + column] = rest / matrix[there + column]!;
        else if (rest > 0) matrix[here + row] = Math.sqrt(rest);
        else throw new RangeError(`the matrix is not positive definite (row ${row})`);
      }
    }
  }
}

/** The transposed inverse of L: row `c` holds column `c` of it, so that what is multiplied lies side by side. */
function invertLower(lower: Float64Array, n: number): Float64Array {
  const transposed = new Float64Array(n * n);
  for (let begin = 0; begin < n; begin += BLOCK) {
    for (let row = begin; row < n; row++) {
      const there = row * n;
      const scale = 1 / lower[there + row]!;
      for (let column = begin; column < Math.min(row, begin + BLOCK); column++) {
        const here = column * n;
        transposed[here + row] = -scale * dot(lower, there + column, transposed, here + column, row - column);
      }
      if (row < begin + BLOCK) transposed[there + row] = scale;
    }
  }
  return transposed;
}

/** L⁻ᵀ·L⁻¹, from the transposed inverse of L, into `target`. */
function squareOf(transposed: Float64Array, n: number, target: Float64Array): Float64Array {
  for (let begin = 0; begin < n; begin += BLOCK) {
    const end = Math.min(n, begin + BLOCK);
    for (let column = 0; column < end; column++) {
      for (let row = Math.max(begin, column); row < end; row++) {
        const sum = dot(transposed, row * n + row, transposed, column * n + row, n - row);
        target[row * n + column] = sum;
        target[column * n + row] = sum;
      }
    }
  }
  return target;
}

/** Four sums side by side: one alone would wait for each addition to end. */
function dot(a: Float64Array, atA: number, b: Float64Array, atB: number, length: number): number {
  let [one, two, three, four] = [0, 0, 0, 0];
  let k = 0;
  for (; k + 3 < length; k += 4) {
    one += a[atA + k]! * b[atB + k]!;
    two += a[atA + k + 1]! * b[atB + k + 1]!;
    three += a[atA + k + 2]! * b[atB + k + 2]!;
    four += a[atA + k + 3]! * b[atB + k + 3]!;
  }
  for (; k < length; k++) one += a[atA + k]! * b[atB + k]!;
  return one + two + (three + four);
}
