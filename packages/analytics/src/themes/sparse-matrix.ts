/** Rows of a few numbers each, side by side. */
export interface SparseMatrix {
  readonly rows: number;
  readonly columns: number;
  /** Where each row's entries begin; one more at the end. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly values: Float64Array;
}

/** The product with a dense matrix of `width` numbers a row: one row of `width` numbers for each row. */
export function timesDense(matrix: SparseMatrix, dense: Float64Array, width: number): Float64Array {
  const { rows, starts, places, values } = matrix;
  const product = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const to = row * width;
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) {
      const from = places[entry]! * width;
      const value = values[entry]!;
      for (let k = 0; k < width; k++) product[to + k]! += value * dense[from + k]!;
    }
  }
  return product;
}

/** The product of the transposed matrix with a dense one that has a row of `width` numbers for each of its rows. */
export function transposedTimesDense(matrix: SparseMatrix, dense: Float64Array, width: number): Float64Array {
  const { rows, columns, starts, places, values } = matrix;
  const product = new Float64Array(columns * width);
  for (let row = 0; row < rows; row++) {
    const from = row * width;
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) {
      const to = places[entry]! * width;
      const value = values[entry]!;
      for (let k = 0; k < width; k++) product[to + k]! += value * dense[from + k]!;
    }
  }
  return product;
}
