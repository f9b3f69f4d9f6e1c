const EMPTY = -1;
/** Features that are filled in between two pauses. */
const STRETCH = 3_000;

/** Finds the column of a feature by its hash: open addressing in two typed arrays, half of it free. */
export class FeatureTable {
  /** By column. */
  readonly hashes: Uint32Array;
  readonly #mask: number;
  readonly #slots: Int32Array;

  private constructor(hashes: Uint32Array) {
    this.hashes = hashes;
    let size = 4;
    while (size < hashes.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size).fill(EMPTY);
  }

  /** @param hashes each once, in the order of the columns */
  static of(hashes: Uint32Array): FeatureTable {
    const table = new FeatureTable(hashes);
    table.#fill(0, hashes.length);
    return table;
  }

  /** The same with pauses (`yield`), between which lies a part of a millisecond's work. */
  static *build(hashes: Uint32Array): Generator<void, FeatureTable> {
    const table = new FeatureTable(hashes);
    for (let from = 0; from < hashes.length; from += STRETCH) {
      yield;
      table.#fill(from, Math.min(hashes.length, from + STRETCH));
    }
    return table;
  }

  #fill(from: number, to: number): void {
    for (let column = from; column < to; column += 1) {
      let slot = this.hashes[column]! & this.#mask;
      while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = column;
    }
  }

  get size(): number {
    return this.hashes.length;
  }

  /** @returns the feature's column, or -1 */
  find(hash: number): number {
    let slot = hash & this.#mask;
    for (;;) {
      const column = this.#slots[slot]!;
      if (column === EMPTY || this.hashes[column] === hash) return column;
      slot = (slot + 1) & this.#mask;
    }
  }
}
