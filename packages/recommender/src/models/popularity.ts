import type { Likes } from '../matrix/likes.ts';
import type { Scorer } from './scorer.ts';

/** What most people liked, whoever asks. */
export function fitPopularity({ items, itemStarts, itemWeights }: Likes): Scorer {
  const sums = new Float64Array(items);
  for (let item = 0; item < items; item++) {
    for (let entry = itemStarts[item]!; entry < itemStarts[item + 1]!; entry++) sums[item]! += itemWeights[entry]!;
  }
  return { score: (_history, scores) => scores.set(sums) };
}
