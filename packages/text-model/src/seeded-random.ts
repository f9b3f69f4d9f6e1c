/**
 * A stream of numbers from 0 (inclusive) to 1 (exclusive) that is the same for the same seed, on every machine:
 * Tommy Ettinger's mulberry32, integer arithmetic only.
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Puts the first `length` numbers of `items` into a random order, in place (Fisher and Yates). */
export function shuffle(items: Int32Array, length: number, random: () => number): void {
  for (let at = length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const moved = items[at]!;
    items[at] = items[other]!;
    items[other] = moved;
  }
}
