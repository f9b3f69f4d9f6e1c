/**
 * The place of an item among all that the user has not seen, from 1. Of equal scores the item with the lower number stands first.
 * @param seen items that are no candidates
 */
export function rankOf(target: number, scores: Float64Array, seen: ReadonlySet<number>): number {
  const score = scores[target]!;
  let rank = 1;
  for (let item = 0; item < scores.length; item++) {
    const other = scores[item]!;
    if ((other > score || (other === score && item < target)) && !seen.has(item)) rank++;
  }
  return rank;
}

/** What a place is worth: 1 at the top, less further down (normalised discounted gain with one relevant item). 0 below `cutoff`. */
export function gainOf(rank: number, cutoff: number): number {
  return rank > cutoff ? 0 : 1 / Math.log2(rank + 1);
}
