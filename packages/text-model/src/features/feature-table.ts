const EMPTY = -1;

/** Finds the column of a feature by its hash: open addressing in two typed arrays, half of it free. */
export class FeatureTable {
  /** By column. */
  readonly hashes: Uint32Array;
  readonly #mask: number;
  readonly #slots: Int32Array;

  /** @param hashes each once, in the order of the columns */
  constructor(hashes: Uint32Array) {
    this.hashes = hashes;
    let size = 4;
    while (size < hashes.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size).fill(EMPTY);
    for (let column = 0; column < hashes.length; column += 1) {
      let slot = hashes[column]! & this.#mask;
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
