import type { Example } from './training-examples.ts';

/** Of no fold: learned with each. */
const NEVER_HELD_OUT = -1;

/**
 * Deals out into folds what somebody may ask. What only tells of an intent is in none, so that it is never held out.
 * @param deal the fold of each of these places among the examples
 */
export function askedFolds(
  examples: readonly Pick<Example, 'told'>[],
  deal: (places: readonly number[]) => Int32Array,
): Int32Array {
  const places = examples.flatMap(({ told }, at) => (told === true ? [] : [at]));
  const dealt = deal(places);
  const folds = new Int32Array(examples.length).fill(NEVER_HELD_OUT);
  places.forEach((at, n) => {
    folds[at] = dealt[n] ?? NEVER_HELD_OUT;
  });
  return folds;
}
