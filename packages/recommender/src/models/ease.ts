import { invertPositiveDefinite } from '../matrix/invert.ts';
import type { Like, Likes } from '../matrix/likes.ts';
import type { Scorer } from './scorer.ts';

/** A larger matrix is not inverted: 3,000 takes some 15 seconds. */
export const LARGEST_INVERSE = 3_000;

/**
 * EASEᴿ (Harald Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019): each item is predicted from all others by
 * ridge regression, in closed form. With P = (XᵀX + λI)⁻¹, the weight of item i for item j is −P_ij / P_jj, and 0 for itself.
 *
 * Where there are fewer users than items, the same is computed from the users' matrix (Woodbury's identity):
 * P = (I − Xᵀ(XXᵀ + λI)⁻¹X) / λ, which needs no matrix of items by items. Where both are more than `LARGEST_INVERSE`, only the items that most
 * people liked take part.
 * @param lambda the ridge, more than 0: more for fewer data
 * @param largest rows of the largest matrix that may be inverted
 */
export function fitEase(likes: Likes, lambda: number, largest = LARGEST_INVERSE): Scorer {
  return likes.users < likes.items && likes.users <= largest
    ? fitByUsers(likes, lambda)
    : fitByItems(likes, lambda, mostLiked(likes, largest));
}

function fitByItems(likes: Likes, lambda: number, chosen: Int32Array): Scorer {
  const n = chosen.length;
  const places = new Int32Array(likes.items).fill(-1);
  chosen.forEach((item, place) => (places[item] = place));
  const inverse = invertPositiveDefinite(gramOfItems(likes, lambda, chosen, places), n);
  const sums = new Float64Array(n);
  return {
    score(history, scores) {
      // Rows lie side by side while they are added up; only then does each sum go to its item.
      sums.fill(0);
      for (const { item, weight } of history) {
        const row = places[item]! * n;
        if (row < 0) continue;
        for (let place = 0; place < n; place++) sums[place]! -= weight * inverse[row + place]!;
      }
      scores.fill(0);
      for (let place = 0; place < n; place++) scores[chosen[place]!] = sums[place]!;
      for (const item of chosen) scores[item]! /= inverse[places[item]! * (n + 1)]!;
      // By now each item of the history counts for itself with −1.
      for (const { item, weight } of history) if (places[item]! >= 0) scores[item]! += weight;
    },
  };
}

function gramOfItems(likes: Likes, lambda: number, chosen: Int32Array, places: Int32Array): Float64Array {
  const { users, userStarts, userItems, userWeights } = likes;
  const n = chosen.length;
  const gram = new Float64Array(n * n);
  for (let user = 0; user < users; user++) {
    for (let one = userStarts[user]!; one < userStarts[user + 1]!; one++) {
      const row = places[userItems[one]!]! * n;
      if (row < 0) continue;
      const weight = userWeights[one]!;
      for (let other = userStarts[user]!; other < userStarts[user + 1]!; other++) {
        const place = places[userItems[other]!]!;
        if (place >= 0) gram[row + place]! += weight * userWeights[other]!;
      }
    }
  }
  for (let place = 0; place < n; place++) gram[place * (n + 1)]! += lambda;
  return gram;
}

function fitByUsers(likes: Likes, lambda: number): Scorer {
  const { users, items, itemStarts, itemUsers, itemWeights, userStarts, userItems, userWeights } = likes;
  const inverse = invertPositiveDefinite(gramOfUsers(likes, lambda), users);
  /** λ times the diagonal of P. */
  const diagonal = new Float64Array(items).fill(1);
  for (let item = 0; item < items; item++) {
    for (let one = itemStarts[item]!; one < itemStarts[item + 1]!; one++) {
      const row = itemUsers[one]! * users;
      for (let other = itemStarts[item]!; other < itemStarts[item + 1]!; other++) {
        diagonal[item]! -= itemWeights[one]! * itemWeights[other]! * inverse[row + itemUsers[other]!]!;
      }
    }
  }
  const like = new Float64Array(users);
  const pull = new Float64Array(users);
  return {
    score(history, scores) {
      peopleLike(history, likes, like);
      pull.fill(0);
      for (let user = 0; user < users; user++) {
        if (like[user] === 0) continue;
        for (let other = 0; other < users; other++) pull[other]! += like[user]! * inverse[user * users + other]!;
      }
      scores.fill(0);
      for (let user = 0; user < users; user++) {
        for (let entry = userStarts[user]!; entry < userStarts[user + 1]!; entry++) {
          scores[userItems[entry]!]! += pull[user]! * userWeights[entry]!;
        }
      }
      for (const { item, weight } of history) scores[item]! -= weight;
      for (let item = 0; item < items; item++) scores[item]! /= diagonal[item]!;
      for (const { item, weight } of history) scores[item]! += weight;
    },
  };
}

function gramOfUsers(likes: Likes, lambda: number): Float64Array {
  const { users, items, itemStarts, itemUsers, itemWeights } = likes;
  const gram = new Float64Array(users * users);
  for (let item = 0; item < items; item++) {
    for (let one = itemStarts[item]!; one < itemStarts[item + 1]!; one++) {
      const row = itemUsers[one]! * users;
      for (let other = itemStarts[item]!; other < itemStarts[item + 1]!; other++) {
        gram[row + itemUsers[other]!]! += itemWeights[one]! * itemWeights[other]!;
      }
    }
  }
  for (let user = 0; user < users; user++) gram[user * (users + 1)]! += lambda;
  return gram;
}

/** How much each user's likes have in common with the history. */
function peopleLike(history: readonly Like[], { itemStarts, itemUsers, itemWeights }: Likes, like: Float64Array): void {
  like.fill(0);
  for (const { item, weight } of history) {
    for (let entry = itemStarts[item]!; entry < itemStarts[item + 1]!; entry++) {
      like[itemUsers[entry]!]! += weight * itemWeights[entry]!;
    }
  }
}

/** The items that most people liked, at most `most` of them, in their own order; those that nobody liked are left out. */
function mostLiked({ items, itemStarts }: Likes, most: number): Int32Array {
  const count = (item: number) => itemStarts[item + 1]! - itemStarts[item]!;
  const liked = Int32Array.from({ length: items }, (_, item) => item).filter((item) => count(item) > 0);
  if (liked.length <= most) return liked;
  return liked
    .sort((one, other) => count(other) - count(one) || one - other)
    .slice(0, most)
    .sort();
}
