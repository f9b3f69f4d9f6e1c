/** Numbers of which most are 0, as compressed rows: row `r` has the entries from `starts[r]` to `starts[r + 1]`. */
export interface SparseRows {
  /** How many rows. */
  readonly count: number;
  /** How many columns. */
  readonly width: number;
  /** `count + 1` places in `columns` and `values`. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** One row: columns, each at most once, and the value in each. */
export interface SparseRow {
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** @throws RangeError if a row has a column that is not below `width` */
export function sparseRows(rows: readonly SparseRow[], width: number): SparseRows {
  const entries = rows.reduce((sum, row) => sum + row.columns.length, 0);
  const starts = new Int32Array(rows.length + 1);
  const columns = new Int32Array(entries);
  const values = new Float32Array(entries);
  let at = 0;
  rows.forEach((row, index) => {
    for (const column of row.columns) {
      if (column < 0 || column >= width) throw new RangeError(`row ${index} has column ${column} of ${width}`);
    }
    columns.set(row.columns, at);
    values.set(row.values, at);
    at += row.columns.length;
    starts[index + 1] = at;
  });
  return { count: rows.length, width, starts, columns, values };
}

/** The rows at `picks`, in that order; used for the parts of a cross-validation. */
export function pickRows(rows: SparseRows, picks: ArrayLike<number>): SparseRows {
  const starts = new Int32Array(picks.length + 1);
  for (let index = 0; index < picks.length; index += 1) {
    const row = picks[index]!;
    starts[index + 1] = starts[index]! + rows.starts[row + 1]! - rows.starts[row]!;
  }
  const columns = new Int32Array(starts[picks.length]!);
  const values = new Float32Array(starts[picks.length]!);
  for (let index = 0; index < picks.length; index += 1) {
    const row = picks[index]!;
    const [from, to] = [rows.starts[row]!, rows.starts[row + 1]!];
    columns.set(rows.columns.subarray(from, to), starts[index]!);
    values.set(rows.values.subarray(from, to), starts[index]!);
  }
  return { count: picks.length, width: rows.width, starts, columns, values };
}
