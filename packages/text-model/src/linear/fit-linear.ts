import type { SparseRows } from '../rows/sparse-rows.ts';
import { fitSoftmax } from './fit-softmax.ts';
import { fitSvm } from './fit-svm.ts';
import type { LinearModel } from './linear-model.ts';

export interface FitOptions {
  /** How many classes; labels are from 0 to `classes - 1`. */
  classes: number;
  /**
   * `svm` (the default): one L2-loss support vector machine a class against the rest, quick and good with few examples.
   * `softmax`: multinomial logistic regression, whose scores are log-probabilities up to a constant.
   */
  loss?: 'svm' | 'softmax';
  /** What a mistake costs against the length of the weights (C); 1 by default. */
  cost?: number;
  /** A factor on the cost of each class's examples, such as `balancedCosts` gives; all 1 by default. */
  classCosts?: ArrayLike<number>;
  /** The value of a constant feature that every row has, from which the bias comes; 1 by default, 0 for no bias. */
  biasValue?: number;
  /** Passes over the rows at most; 30 by default. */
  passes?: number;
  /** Ends earlier once a pass moves no score by more; 0.1 (`svm`) or 0.01 (`softmax`) by default. */
  tolerance?: number;
  /** Of the order in which rows are visited; the same seed gives the same bits. 1 by default. */
  seed?: number;
  /**
   * Dual variables, `classes` a row (`svm` only): where the solver starts, and, afterwards, where it ended. Those of a fit on most of the
   * rows, or on other features of the same texts, lead to the same model in fewer passes. Not below 0.
   */
  duals?: Float32Array;
}

/**
 * Learns a linear model. Blocks for as long as it takes: about a second for 10,000 sentences.
 * @param labels the class of each row
 * @throws RangeError if a label is no class, or there are not as many labels or duals as rows want
 */
export function fitLinear(rows: SparseRows, labels: ArrayLike<number>, options: FitOptions): LinearModel {
  const { classes, loss = 'svm', cost = 1, biasValue = 1, passes = 30, seed = 1 } = options;
  if (labels.length !== rows.count) throw new RangeError(`${labels.length} labels for ${rows.count} rows`);
  for (let row = 0; row < rows.count; row += 1) {
    const label = labels[row]!;
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      throw new RangeError(`label ${label} of row ${row} is no class below ${classes}`);
    }
  }
  const costs = Float64Array.from({ length: classes }, (_, k) => cost * (options.classCosts?.[k] ?? 1));
  const { duals } = options;
  if (duals !== undefined && duals.length !== rows.count * classes) {
    throw new RangeError(`${duals.length} duals for ${rows.count} rows of ${classes} classes`);
  }
  const fit = loss === 'svm' ? fitSvm : fitSoftmax;
  const tolerance = options.tolerance ?? (loss === 'svm' ? 0.1 : 0.01);
  return fit(rows, labels, { classes, costs, biasValue, passes, seed, tolerance, duals });
}

/** Factors that make every class's examples together cost the same: `n / (classes · n of the class)`, to the power of `strength`. */
export function balancedCosts(labels: ArrayLike<number>, classes: number, strength = 1): Float64Array {
  const counts = new Float64Array(classes);
  for (let row = 0; row < labels.length; row += 1) counts[labels[row]!] = counts[labels[row]!]! + 1;
  return counts.map((count) => (count > 0 ? (labels.length / (classes * count)) ** strength : 1));
}
