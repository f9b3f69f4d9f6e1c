/** Rows of `size` numbers, one behind the other. */

/** Of each column. */
export function meanOf(rows, size) {
  const mean = new Float64Array(size);
  for (let at = 0; at < rows.length; at += 1) mean[at % size] += rows[at];
  return mean.map((sum) => sum / (rows.length / size));
}

export function minus(rows, mean) {
  return rows.map((number, at) => number - mean[at % mean.length]);
}

/** Divided by the root of the mean of their squared lengths. */
export function scaledToLengthOne(rows, size) {
  const squares = rows.reduce((sum, number) => sum + number * number, 0);
  const length = Math.sqrt(squares / (rows.length / size));
  return rows.map((number) => number / length);
}

/**
 * The directions along which rows (not centred) are longest.
 * @param EigenvalueDecomposition of ml-matrix
 * @returns `count` columns as rows of `size` numbers
 */
export function principalDirections(rows, size, count, EigenvalueDecomposition) {
  const products = Array.from({ length: size }, () => new Float64Array(size));
  for (let from = 0; from < rows.length; from += size) {
    for (let row = 0; row < size; row += 1) {
      const factor = rows[from + row];
      const sums = products[row];
      for (let column = 0; column < size; column += 1) sums[column] += factor * rows[from + column];
    }
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(products, { assumeSymmetric: true });
  const order = realEigenvalues.map((value, at) => [value, at]).sort((first, second) => second[0] - first[0]);
  return order.slice(0, count).map(([, at]) => Float64Array.from(eigenvectorMatrix.getColumn(at)));
}

export function projected(rows, size, directions) {
  const count = directions.length;
  const result = new Float64Array((rows.length / size) * count);
  for (let row = 0; row < rows.length / size; row += 1) {
    directions.forEach((direction, at) => {
      let sum = 0;
      for (let number = 0; number < size; number += 1) sum += rows[row * size + number] * direction[number];
      result[row * count + at] = sum;
    });
  }
  return result;
}
