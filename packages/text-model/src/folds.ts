import { seededRandom, shuffle } from './seeded-random.ts';

/**
 * Deals rows out into folds, each class evenly, so that a class with a few examples is not missing from what is learned.
 * @returns the fold of each row, from 0 to `folds - 1`; the same for the same seed
 */
export function stratifiedFolds(labels: ArrayLike<number>, folds: number, seed = 1): Int32Array {
  const random = seededRandom(seed);
  const order = Int32Array.from({ length: labels.length }, (_, row) => row);
  shuffle(order, order.length, random);
  // Sorting is stable: within a class the order stays the random one.
  const byClass = order.sort((first, second) => labels[first]! - labels[second]!);
  const foldOf = new Int32Array(labels.length);
  for (let at = 0; at < byClass.length; at += 1) foldOf[byClass[at]!] = at % folds;
  return foldOf;
}
