/** How much what a word means alone counts against the sentences that it is in. */
const RIDGE = 1;
const STEPS = 60;
const TOLERANCE = 1e-4;
/** The vector of a sentence is what its words add up to, divided by their number to this power. */
const SHRINKING = 0.75;

/**
 * Vectors of words such that those of a sentence's words add up to what the teacher makes of it (ridge regression, by conjugate gradients).
 * @param sentences of each the places of its words, each once
 * @param targets of each sentence `size` numbers
 * @param alone the vector of each word alone, `size` numbers
 */
export function fitWords(sentences, targets, alone, size) {
  const words = alone.length / size;
  const rows = sentences.map((own) => ({ words: own, share: own.length === 0 ? 0 : 1 / own.length ** SHRINKING }));
  const fitted = new Float64Array(alone.length);
  for (let number = 0; number < size; number += 1) {
    const start = column(alone, number, size);
    const right = timesTransposed(rows, column(targets, number, size), words);
    for (let word = 0; word < words; word += 1) right[word] += RIDGE * start[word];
    const solved = conjugateGradients((vector) => normalEquations(rows, vector), right, start);
    for (let word = 0; word < words; word += 1) fitted[word * size + number] = solved[word];
  }
  return fitted;
}

function column(rows, number, size) {
  return Float64Array.from({ length: rows.length / size }, (_, row) => rows[row * size + number]);
}

function normalEquations(rows, vector) {
  const result = timesTransposed(rows, times(rows, vector), vector.length);
  for (let word = 0; word < vector.length; word += 1) result[word] += RIDGE * vector[word];
  return result;
}

function times(rows, vector) {
  return Float64Array.from(rows, ({ words, share }) => {
    let sum = 0;
    for (const word of words) sum += vector[word];
    return sum * share;
  });
}

function timesTransposed(rows, values, words) {
  const sums = new Float64Array(words);
  rows.forEach((row, at) => {
    const value = values[at] * row.share;
    for (const word of row.words) sums[word] += value;
  });
  return sums;
}

function conjugateGradients(apply, right, start) {
  const solution = Float64Array.from(start);
  const residual = apply(solution).map((number, at) => right[at] - number);
  const direction = Float64Array.from(residual);
  let squares = dot(residual, residual);
  const enough = TOLERANCE ** 2 * dot(right, right);
  for (let step = 0; step < STEPS && squares > enough; step += 1) {
    const applied = apply(direction);
    const length = squares / dot(direction, applied);
    for (let at = 0; at < solution.length; at += 1) {
      solution[at] += length * direction[at];
      residual[at] -= length * applied[at];
    }
    const next = dot(residual, residual);
    for (let at = 0; at < direction.length; at += 1) direction[at] = residual[at] + (next / squares) * direction[at];
    squares = next;
  }
  return solution;
}

function dot(first, second) {
  let sum = 0;
  for (let at = 0; at < first.length; at += 1) sum += first[at] * second[at];
  return sum;
}
