import type { Locale } from '@solodesk/core';
import { balancedCosts, fitLinear, sparseRows, TfIdf } from '@solodesk/text-model';
import type { LinearModel, SparseRow } from '@solodesk/text-model';
import type { ScorerData } from './language-data.ts';
import type { TextFeatures } from './text-features.ts';

/** Lengths of the three parts of a text's row: words, n-grams, vector. See EXPERIMENTS.md for what else was tried. */
export const PART_LENGTHS = {
  en: { words: 1, grams: 1, vector: 1.8 },
  zh: { words: 1, grams: 1, vector: 0.55 },
} as const;

/** From so many texts on, what occurs in one text only is left out: it makes the model big and hardly tells anything. */
const MANY_TEXTS = 3_000;
/** Passes over the texts. */
const PASSES = 7;
/** The same from where the fits of the folds ended; each text was in two of three. */
const PASSES_WHEN_SETTLED = 4;
/**
 * What a mistake costs against long weights, and how far an intent of few examples is made up for: 1 lets every intent count the same, 0 every
 * example. By vectors that say what sentences mean, as the English ones do, less has to be learned from each of them.
 */
const FITTING = { en: { cost: 0.5, balance: 1 }, zh: { cost: 1, balance: 0.5 } } as const;
const STEPS = 127;

/** What can be taken for a mistyped word: see `Spelling`. */
export interface KnownForm {
  readonly form: string;
  readonly stem: string;
  /** Of the stem. */
  readonly hash: number;
}

/**
 * Learns to score classes.
 * @param labels from 0 to `classes - 1`, the last of which is "out of scope"
 * @param taught the language's words
 * @param duals of each text and class, see `fitLinear`: zeros, or those of earlier fits, from which fewer passes do
 */
export function fitScorer(
  locale: Locale,
  texts: readonly TextFeatures[],
  labels: Int32Array,
  classes: number,
  taught: readonly KnownForm[],
  duals?: Float32Array,
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
  const vectorSize = texts.find(({ vector }) => vector !== undefined)?.vector?.length ?? 0;
  const width = words.table.size + grams.table.size + vectorSize;
  const rows = sparseRows(
    texts.map((text) => textRow(text, words, grams, PART_LENGTHS[locale])),
    width,
  );
  const { cost, balance } = FITTING[locale];
  const linear = fitLinear(rows, labels, {
    classes,
    cost,
    classCosts: balancedCosts(labels, classes, balance),
    passes: duals?.some((dual) => dual > 0) === true ? PASSES_WHEN_SETTLED : PASSES,
    tolerance: 0.02,
    ...(duals === undefined ? {} : { duals }),
  });
  return {
    classes,
    wordHashes: words.table.hashes,
    wordValues: words.idf,
    gramHashes: grams.table.hashes,
    gramValues: grams.idf,
    ...spellingsOf(taught, words),
    bias: linear.bias,
    ...inSteps(linear),
  };
}

function spellingsOf(taught: readonly KnownForm[], words: TfIdf) {
  const known = taught
    .map(({ form, stem, hash }) => ({ form, stem, column: words.table.find(hash) }))
    .filter(({ column }) => column >= 0);
  const forms = new Set(known.map(({ form }) => form));
  const stems = new Map<string, number>();
  for (const [at, { stem }] of known.entries()) if (!forms.has(stem) && !stems.has(stem)) stems.set(stem, at);
  return {
    forms: known.map(({ form }) => form),
    formColumns: Uint32Array.from(known, ({ column }) => column),
    stems: [...stems.keys()],
    stemForms: Uint32Array.from(stems.values()),
  };
}

function textRow(text: TextFeatures, words: TfIdf, grams: TfIdf, lengths: (typeof PART_LENGTHS)[Locale]): SparseRow {
  const parts = [
    scaled(partOf(text.words, words, 0), lengths.words),
    scaled(partOf(text.grams, grams, words.table.size), lengths.grams),
    scaled(vectorPart(text.vector, words.table.size + grams.table.size), lengths.vector),
  ];
  const size = parts.reduce((sum, { columns }) => sum + columns.length, 0);
  const row = { columns: new Int32Array(size), values: new Float32Array(size) };
  let at = 0;
  for (const { columns, values } of parts) {
    row.columns.set(columns, at);
    row.values.set(values, at);
    at += columns.length;
  }
  return row;
}

interface Part {
  readonly columns: ArrayLike<number>;
  readonly values: Float64Array;
  readonly squares: number;
}

function scaled(part: Part, length: number): Part {
  const scale = part.squares > 0 ? length / Math.sqrt(part.squares) : 0;
  for (let at = 0; at < part.values.length; at += 1) part.values[at] = (part.values[at] ?? 0) * scale;
  return part;
}

/** A feature's value is its idf for each time; squares are summed up time by time, which prediction can do word by word. */
function partOf(hashes: readonly number[], features: TfIdf, offset: number): Part {
  const places = new Map<number, number>();
  const columns: number[] = [];
  const values = new Float64Array(hashes.length);
  let squares = 0;
  for (const hash of hashes) {
    const column = features.table.find(hash);
    if (column < 0) continue;
    const value = features.idf[column] ?? 0;
    let place = places.get(column);
    if (place === undefined) {
      place = columns.length;
      places.set(column, place);
      columns.push(offset + column);
    }
    values[place] = (values[place] ?? 0) + value;
    squares += value * value;
  }
  return { columns, values: values.subarray(0, columns.length), squares };
}

const NO_VECTOR: Part = { columns: [], values: new Float64Array(), squares: 0 };

function vectorPart(vector: Float32Array | undefined, offset: number): Part {
  if (vector === undefined) return NO_VECTOR;
  let squares = 0;
  const columns = new Int32Array(vector.length);
  const values = new Float64Array(vector.length);
  for (let at = 0; at < vector.length; at += 1) {
    const value = vector[at] ?? 0;
    columns[at] = offset + at;
    values[at] = value;
    squares += value * value;
  }
  return { columns, values, squares };
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
