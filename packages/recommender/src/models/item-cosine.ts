import type { Likes } from '../matrix/likes.ts';
import type { Scorer } from './scorer.ts';

/** What is liked by the same people as what the user liked: the sum of the cosines between the items' columns. */
export function fitItemCosine(likes: Likes): Scorer {
  const { items, itemStarts, itemUsers, itemWeights, userStarts, userItems, userWeights } = likes;
  const lengths = new Float64Array(items);
  for (let item = 0; item < items; item++) {
    let sum = 0;
    for (let entry = itemStarts[item]!; entry < itemStarts[item + 1]!; entry++) sum += itemWeights[entry]! ** 2;
    lengths[item] = Math.sqrt(sum);
  }
  const people = new Float64Array(likes.users);
  return {
    score(history, scores) {
      scores.fill(0);
      // Along the people who liked the same: sum over users of (sum of their likes in the history) × what they liked.
      people.fill(0);
      for (const { item, weight } of history) {
        const length = lengths[item]!;
        if (length === 0) continue;
        for (let entry = itemStarts[item]!; entry < itemStarts[item + 1]!; entry++) {
          people[itemUsers[entry]!]! += (weight * itemWeights[entry]!) / length;
        }
      }
      for (let user = 0; user < likes.users; user++) {
        const share = people[user]!;
        if (share === 0) continue;
        for (let entry = userStarts[user]!; entry < userStarts[user + 1]!; entry++) {
          scores[userItems[entry]!]! += share * userWeights[entry]!;
        }
      }
      for (let item = 0; item < items; item++) if (lengths[item]! > 0) scores[item]! /= lengths[item]!;
    },
  };
}
