import type { Locale } from '@solodesk/core';
import { balancedCosts, fitLinear } from '@solodesk/text-model';
import type { LinearModel, WeighedFeatures } from '@solodesk/text-model';
import type { ScorerData } from './language-data.ts';
import type { TextRows } from './text-rows.ts';

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
  /** Of the stem, among the words of the texts. */
  readonly number: number;
}

/** What a scorer learns. */
export interface Lesson {
  readonly locale: Locale;
  readonly texts: TextRows;
  /** Of each text, from 0 to `classes - 1`, the last of which is "out of scope". */
  readonly labels: Int32Array;
  readonly classes: number;
  /** What is added to the scores of each class, or of the first of them. */
  readonly headStarts: Float64Array;
  /** The language's words. */
  readonly taught: readonly KnownForm[];
}

/**
 * Learns to score classes.
 * @param learned the places of the texts that are learned
 * @param duals of each of them and class, see `fitLinear`: zeros, or those of earlier fits, from which fewer passes do
 */
export function fitScorer(
  { locale, texts, labels, classes, headStarts, taught }: Lesson,
  learned: Int32Array,
  duals?: Float32Array,
): ScorerData {
  const { rows, words, grams } = texts.of(learned);
  const ofLearned = learned.map((text) => labels[text] ?? 0);
  const { cost, balance } = FITTING[locale];
  const linear = fitLinear(rows, ofLearned, {
    classes,
    cost,
    classCosts: balancedCosts(ofLearned, classes, balance),
    passes: duals?.some((dual) => dual > 0) === true ? PASSES_WHEN_SETTLED : PASSES,
    tolerance: 0.02,
    ...(duals === undefined ? {} : { duals }),
  });
  return {
    classes,
    wordHashes: words.hashes,
    wordValues: words.idf,
    gramHashes: grams.hashes,
    gramValues: grams.idf,
    ...spellingsOf(taught, words),
    bias: linear.bias.map((bias, k) => bias + (headStarts[k] ?? 0)),
    ...inSteps(linear),
  };
}

function spellingsOf(taught: readonly KnownForm[], { columns }: WeighedFeatures) {
  const known = taught
    .map(({ form, stem, number }) => ({ form, stem, column: columns[number] ?? -1 }))
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

function inSteps({ classes, features, weights }: LinearModel): Pick<ScorerData, 'steps' | 'scales'> {
  const scales = new Float32Array(features);
  const steps = new Int8Array(weights.length);
  for (let feature = 0; feature < features; feature += 1) {
    const from = feature * classes;
    let most = 0;
    for (let k = 0; k < classes; k += 1) most = Math.max(most, Math.abs(weights[from + k]!));
    if (most === 0) continue;
    scales[feature] = most / STEPS;
    for (let k = 0; k < classes; k += 1) steps[from + k] = Math.round((weights[from + k]! / most) * STEPS);
  }
  return { steps, scales };
}
