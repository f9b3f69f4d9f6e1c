import { balancedCosts, FeatureTable, fitLinear, sparseRows } from '@solodesk/text-model';
import type { SparseRow } from '@solodesk/text-model';
import type { MessageFeatures } from '../message-features.ts';
import { CLASSES } from '../sentiment-model.ts';

/** A text to learn from. */
export interface LearningRow {
  features: MessageFeatures;
  label: number;
  /** More figures that are learned with it, such as the mean of its words' vectors. */
  extra: Float64Array;
  times: number;
}

export interface FitSettings {
  /** C of the solver. */
  cost: number;
  /** How far small classes are made to count as much as large ones, from 0 to 1. */
  balance: number;
  /** A feature in fewer texts is left out. */
  leastTexts: number;
}

export interface Fitted {
  table: FeatureTable;
  /** Feature by feature, figure by figure, extra by extra; three classes each. */
  weights: Float32Array;
  figures: Float32Array;
  extra: Float32Array;
  bias: Float32Array;
}

/** Multinomial logistic regression over hashed features, figures and extras. Deterministic. */
export function fitSentiment(rows: readonly LearningRow[], { cost, balance, leastTexts }: FitSettings): Fitted {
  const counts = new Map<number, number>();
  for (const { features } of rows) {
    for (const hash of new Set(features.hashes)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const kept = Uint32Array.from([...counts].filter(([, count]) => count >= leastTexts).map(([hash]) => hash)).sort();
  const table = FeatureTable.of(kept);
  const figures = rows[0]?.features.figures.length ?? 0;
  const extra = rows[0]?.extra.length ?? 0;
  const sparse: SparseRow[] = [];
  const labels: number[] = [];
  for (const row of rows) {
    const made = sparseRow(table, row);
    for (let time = 0; time < row.times; time += 1) {
      sparse.push(made);
      labels.push(row.label);
    }
  }
  const model = fitLinear(sparseRows(sparse, table.size + figures + extra), labels, {
    classes: CLASSES,
    loss: 'softmax',
    cost,
    classCosts: balancedCosts(labels, CLASSES, balance),
    passes: 40,
  });
  const at = (column: number) => column * CLASSES;
  return {
    table,
    weights: model.weights.slice(0, at(table.size)),
    figures: model.weights.slice(at(table.size), at(table.size + figures)),
    extra: model.weights.slice(at(table.size + figures)),
    bias: model.bias,
  };
}

/** The columns of a text, those that occur twice added up. */
function sparseRow(table: FeatureTable, { features, extra }: LearningRow): SparseRow {
  const row = new Map<number, number>();
  features.hashes.forEach((hash, index) => {
    const column = table.find(hash);
    if (column >= 0) row.set(column, (row.get(column) ?? 0) + features.values[index]!);
  });
  features.figures.forEach((value, index) => value !== 0 && row.set(table.size + index, value));
  const from = table.size + features.figures.length;
  extra.forEach((value, index) => value !== 0 && row.set(from + index, value));
  return { columns: Int32Array.from(row.keys()), values: Float32Array.from(row.values()) };
}

/** Weights in 8 bits. @returns the unit that they are in */
export function quantize(weights: ArrayLike<number>): { units: Int8Array; step: number } {
  let most = 0;
  for (let at = 0; at < weights.length; at += 1) most = Math.max(most, Math.abs(weights[at]!));
  const step = most > 0 ? most / 127 : 1;
  return { units: Int8Array.from(weights, (weight) => Math.round(weight / step)), step };
}

/** Leaves out the features whose weights came to nothing. */
export function dropIdle(table: FeatureTable, units: Int8Array): { table: FeatureTable; units: Int8Array } {
  const busy: number[] = [];
  for (let column = 0; column < table.size; column += 1) {
    const own = units.subarray(column * CLASSES, column * CLASSES + CLASSES);
    if (Math.max(...own) - Math.min(...own) > 1) busy.push(column);
  }
  const left = new Int8Array(busy.length * CLASSES);
  busy.forEach((column, at) => left.set(units.subarray(column * CLASSES, column * CLASSES + CLASSES), at * CLASSES));
  return { table: FeatureTable.of(Uint32Array.from(busy, (column) => table.hashes[column]!)), units: left };
}
