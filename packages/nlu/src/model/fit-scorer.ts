import { balancedCosts, fitLinear, sparseRows, TfIdf } from '@solodesk/text-model';
import type { LinearModel, SparseRow } from '@solodesk/text-model';
import { VECTOR_SIZE } from './english-vectors.ts';
import type { ScorerData } from './language-data.ts';
import type { TextFeatures } from './text-features.ts';

/** Lengths of the three parts of a text's row: words, n-grams, vector. See EXPERIMENTS.md for what else was tried. */
export const PART_LENGTHS = { words: 1, grams: 1, vector: 1.8 } as const;

/** From so many texts on, what occurs in one text only is left out: it makes the model big and hardly tells anything. */
const MANY_TEXTS = 3_000;
/** Passes over the texts: few texts take more to settle, and have the time. */
const passesFor = (texts: number): number => (texts > MANY_TEXTS ? 7 : 9);
/** How far an intent of few examples is made up for; 1 would let every intent count the same, 0 every example. */
const BALANCE = 0.5;
const STEPS = 127;

/** What can be taken for a mistyped word: see `Spelling`. */
export interface KnownStem {
  readonly stem: string;
  readonly hash: number;
}

/**
 * Learns to score classes.
 * @param labels from 0 to `classes - 1`, the last of which is "out of scope"
 * @param stems those of the language's words
 */
export function fitScorer(
  texts: readonly TextFeatures[],
  labels: Int32Array,
  classes: number,
  stems: readonly KnownStem[],
): ScorerData {
  const leastTexts = texts.length > MANY_TEXTS ? 2 : 1;
  const words = TfIdf.learn(
    texts.map((text) => text.words),
    { leastTexts },
  );
  const grams = TfIdf.learn(
    texts.map((text) => text.grams),
    { leastTexts },
  );
  const withVectors = texts.some(({ vector }) => vector !== undefined);
  const width = words.table.size + grams.table.size + (withVectors ? VECTOR_SIZE : 0);
  const rows = sparseRows(
    texts.map((text) => textRow(text, words, grams)),
    width,
  );
  const linear = fitLinear(rows, labels, {
    classes,
    classCosts: balancedCosts(labels, classes, BALANCE),
    passes: passesFor(texts.length),
    tolerance: 0.02,
  });
  const known = stems
    .map(({ stem, hash }) => ({ stem, column: words.table.find(hash) }))
    .filter((at) => at.column >= 0);
  return {
    classes,
    wordHashes: words.table.hashes,
    wordValues: words.idf,
    gramHashes: grams.table.hashes,
    gramValues: grams.idf,
    stems: known.map(({ stem }) => stem),
    stemColumns: Uint32Array.from(known, ({ column }) => column),
    bias: linear.bias,
    ...inSteps(linear),
  };
}

function textRow(text: TextFeatures, words: TfIdf, grams: TfIdf): SparseRow {
  const columns: number[] = [];
  const values: number[] = [];
  const add = (
    part: { columns: number[]; values: number[]; squares: number },
    offset: number,
    length: number,
  ): void => {
    const scale = part.squares > 0 ? length / Math.sqrt(part.squares) : 0;
    part.columns.forEach((column, at) => {
      columns.push(offset + column);
      values.push((part.values[at] ?? 0) * scale);
    });
  };
  add(partOf(text.words, words), 0, PART_LENGTHS.words);
  add(partOf(text.grams, grams), words.table.size, PART_LENGTHS.grams);
  if (text.vector !== undefined) {
    let squares = 0;
    for (const number of text.vector) squares += number * number;
    const all = Array.from(text.vector);
    add({ columns: [...all.keys()], values: all, squares }, words.table.size + grams.table.size, PART_LENGTHS.vector);
  }
  return { columns: Int32Array.from(columns), values: Float32Array.from(values) };
}

/** A feature's value is its idf for each time; squares are summed up time by time, which prediction can do word by word. */
function partOf(hashes: readonly number[], features: TfIdf): { columns: number[]; values: number[]; squares: number } {
  const byColumn = new Map<number, number>();
  let squares = 0;
  for (const hash of hashes) {
    const column = features.table.find(hash);
    if (column < 0) continue;
    const value = features.idf[column] ?? 0;
    byColumn.set(column, (byColumn.get(column) ?? 0) + value);
    squares += value * value;
  }
  return { columns: [...byColumn.keys()], values: [...byColumn.values()], squares };
}

function inSteps({ classes, features, weights }: LinearModel): Pick<ScorerData, 'steps' | 'scales'> {
  const scales = new Float32Array(features);
  const steps = new Int8Array(weights.length);
  for (let feature = 0; feature < features; feature += 1) {
    const from = feature * classes;
    let most = 0;
    for (let k = 0; k < classes; k += 1) most = Math.max(most, Math.abs(weights[from + k] ?? 0));
    if (most === 0) continue;
    scales[feature] = most / STEPS;
    for (let k = 0; k < classes; k += 1) steps[from + k] = Math.round(((weights[from + k] ?? 0) / most) * STEPS);
  }
  return { steps, scales };
}
