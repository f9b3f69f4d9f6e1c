/** One thing that a user liked. */
export interface Like {
  /** Of the item, from 0. */
  readonly item: number;
  /** More than 0. */
  readonly weight: number;
}

/** Who liked what: a sparse matrix of users by items, read along both ways. */
export interface Likes {
  readonly users: number;
  readonly items: number;
  /** Where each user's entries begin; one more at the end. */
  readonly userStarts: Int32Array;
  readonly userItems: Int32Array;
  readonly userWeights: Float64Array;
  /** Where each item's entries begin; one more at the end. */
  readonly itemStarts: Int32Array;
  readonly itemUsers: Int32Array;
  readonly itemWeights: Float64Array;
}

/** @param rows what each user liked, an item at most once @param items how many items there are */
export function likesOf(rows: readonly (readonly Like[])[], items: number): Likes {
  const size = rows.reduce((sum, row) => sum + row.length, 0);
  const userStarts = new Int32Array(rows.length + 1);
  const userItems = new Int32Array(size);
  const userWeights = new Float64Array(size);
  const itemStarts = new Int32Array(items + 1);
  let at = 0;
  rows.forEach((row, user) => {
    for (const { item, weight } of row) {
      userItems[at] = item;
      userWeights[at++] = weight;
      itemStarts[item + 1]!++;
    }
    userStarts[user + 1] = at;
  });
  for (let item = 0; item < items; item++) itemStarts[item + 1]! += itemStarts[item]!;
  const next = itemStarts.slice(0, items);
  const itemUsers = new Int32Array(size);
  const itemWeights = new Float64Array(size);
  for (let user = 0; user < rows.length; user++) {
    for (let entry = userStarts[user]!; entry < userStarts[user + 1]!; entry++) {
      const place = next[userItems[entry]!]!++;
      itemUsers[place] = user;
      itemWeights[place] = userWeights[entry]!;
    }
  }
  return { users: rows.length, items, userStarts, userItems, userWeights, itemStarts, itemUsers, itemWeights };
}
