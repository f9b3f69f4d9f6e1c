import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { timesDense, transposedTimesDense } from './sparse-matrix.ts';
import type { SparseMatrix } from './sparse-matrix.ts';

/** More directions than are kept, so that those that are kept are found well. */
const OVERSAMPLING = 10;
const POWER_STEPS = 2;

/** The directions in which rows differ most: a row times it gives the row's coordinates. */
export interface Directions {
  readonly width: number;
  /** A row of `width` numbers for each column of the matrix. */
  readonly numbers: Float64Array;
}

/**
 * The first right singular vectors of a sparse matrix, by a randomised range finder with two power steps (Halko, Martinsson and Tropp 2011,
 * algorithms 4.4 and 5.1).
 * @param most directions at most; fewer where the matrix has fewer
 */
export function truncatedSvd(matrix: SparseMatrix, most: number, random: () => number): Directions {
  const probes = Math.min(most + OVERSAMPLING, matrix.rows, matrix.columns);
  if (probes === 0) return { width: 0, numbers: new Float64Array(0) };
  const start = Float64Array.from({ length: matrix.columns * probes }, () => gaussian(random));
  let range = orthonormal(timesDense(matrix, start, probes), probes);
  for (let step = 0; step < POWER_STEPS; step++) {
    const back = orthonormal(transposedTimesDense(matrix, range, probes), probes);
    range = orthonormal(timesDense(matrix, back, probes), probes);
  }
  // (range)ᵀ·matrix, transposed: its left singular vectors are the matrix' right ones.
  const small = transposedTimesDense(matrix, range, probes);
  const { values, vectors } = eigen(gram(small, probes), probes);
  const kept = [...values.keys()]
    .sort((one, other) => values[other]! - values[one]!)
    .filter((at) => values[at]! > 1e-12)
    .slice(0, most);
  const numbers = new Float64Array(matrix.columns * kept.length);
  for (let row = 0; row < matrix.columns; row++) {
    kept.forEach((at, to) => {
      let sum = 0;
      for (let k = 0; k < probes; k++) sum += small[row * probes + k]! * vectors.get(k, at);
      numbers[row * kept.length + to] = sum / Math.sqrt(values[at]!);
    });
  }
  return { width: kept.length, numbers };
}

/** Box and Muller. */
function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * Makes the columns orthogonal and of length 1, in place (modified Gram and Schmidt, twice: once is not enough). Worked on column by column: side by
 * side, each number of a column lies in another line of the processor's cache, and most of the time goes into fetching them.
 */
function orthonormal(numbers: Float64Array, width: number): Float64Array {
  const rows = numbers.length / width;
  const columns = Array.from({ length: width }, (_, column) => {
    const own = new Float64Array(rows);
    for (let row = 0; row < rows; row++) own[row] = numbers[row * width + column]!;
    return own;
  });
  columns.forEach((own, column) => {
    for (let pass = 0; pass < 2; pass++) {
      for (let before = 0; before < column; before++) takeAway(own, columns[before]!);
    }
    let squares = 0;
    for (let row = 0; row < rows; row++) squares += own[row]! ** 2;
    const scale = squares > 1e-20 ? 1 / Math.sqrt(squares) : 0;
    for (let row = 0; row < rows; row++) own[row]! *= scale;
  });
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < width; column++) numbers[row * width + column] = columns[column]![row]!;
  }
  return numbers;
}

/** What a column has in the direction of another one, of length 1. */
function takeAway(from: Float64Array, direction: Float64Array): void {
  let sum = 0;
  for (let row = 0; row < from.length; row++) sum += from[row]! * direction[row]!;
  for (let row = 0; row < from.length; row++) from[row]! -= sum * direction[row]!;
}

function gram(numbers: Float64Array, width: number): Matrix {
  const product = Matrix.zeros(width, width);
  for (let row = 0; row < numbers.length; row += width) {
    for (let one = 0; one < width; one++) {
      const value = numbers[row + one]!;
      if (value === 0) continue;
      for (let other = 0; other <= one; other++) {
        product.set(one, other, product.get(one, other) + value * numbers[row + other]!);
      }
    }
  }
  for (let one = 0; one < width; one++)
    for (let other = 0; other < one; other++) product.set(other, one, product.get(one, other));
  return product;
}

function eigen(symmetric: Matrix, width: number): { values: number[]; vectors: Matrix } {
  if (width === 0) return { values: [], vectors: symmetric };
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(symmetric, { assumeSymmetric: true });
  return { values: realEigenvalues, vectors: eigenvectorMatrix };
}
