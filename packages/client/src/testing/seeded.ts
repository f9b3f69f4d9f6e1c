/** A number from 0 to 1, exclusive, the same row for the same seed (mulberry32, public domain, Tommy Ettinger). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** UUIDs of a row: the nth ends in n. The row is told by what a moment does not take the place of (`timeOrderedId`). */
export function createIds(row = 0): { uuid(): string } {
  let made = 0;
  const head = `00000000-0000-4000-8000-${row.toString(16).padStart(6, '0')}`;
  return { uuid: () => head + (++made).toString(16).padStart(6, '0') };
}
