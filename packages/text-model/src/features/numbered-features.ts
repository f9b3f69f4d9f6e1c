/** What the features of some texts say, as `weigh` gives it: columns are those features alone, in the order of their numbers. */
export interface WeighedFeatures {
  /** Of each numbered feature its column, or -1 of one that is in none of the texts, or in too few. */
  readonly columns: Int32Array;
  /** By column. */
  readonly hashes: Uint32Array;
  /** By column: `1 + ln((1 + texts) / (1 + texts with it))`, as in `TfIdf`. */
  readonly idf: Float32Array;
}

/**
 * Features of texts, numbered in the order in which they first occur. Who fits several models on parts of the same texts
 * looks each feature up once, and then only counts.
 */
export class NumberedFeatures {
  /** By number. */
  readonly hashes: Uint32Array;
  readonly #numbers: Uint32Array;
  readonly #starts: Int32Array;

  /** @param texts of each its feature hashes, as often as they occur */
  constructor(texts: readonly ArrayLike<number>[]) {
    this.#starts = new Int32Array(texts.length + 1);
    texts.forEach(({ length }, text) => (this.#starts[text + 1] = this.#starts[text]! + length));
    this.#numbers = new Uint32Array(this.#starts[texts.length]!);
    const numberOf = new Map<number, number>();
    let at = 0;
    for (const hashes of texts) {
      for (let place = 0; place < hashes.length; place += 1) {
        const hash = hashes[place]!;
        let number = numberOf.get(hash);
        if (number === undefined) {
          number = numberOf.size;
          numberOf.set(hash, number);
        }
        this.#numbers[at++] = number;
      }
    }
    this.hashes = Uint32Array.from(numberOf.keys());
  }

  /** The numbers of a text's features, in its order. */
  of(text: number): Uint32Array {
    return this.#numbers.subarray(this.#starts[text]!, this.#starts[text + 1]!);
  }

  /**
   * Counts in how many of some texts each feature is.
   * @param texts their places
   * @param leastTexts a feature that is in fewer gets no column
   */
  weigh(texts: ArrayLike<number>, leastTexts: number): WeighedFeatures {
    const counts = new Uint32Array(this.hashes.length);
    // What a text has twice counts once.
    const countedFor = new Int32Array(this.hashes.length);
    for (let place = 0; place < texts.length; place += 1) {
      const text = texts[place]!;
      for (let at = this.#starts[text]!; at < this.#starts[text + 1]!; at += 1) {
        const number = this.#numbers[at]!;
        if (countedFor[number] === place + 1) continue;
        countedFor[number] = place + 1;
        counts[number] = counts[number]! + 1;
      }
    }
    const columns = new Int32Array(counts.length).fill(-1);
    const hashes = new Uint32Array(counts.length);
    const idf = new Float32Array(counts.length);
    const least = Math.max(1, leastTexts);
    let width = 0;
    for (let number = 0; number < counts.length; number += 1) {
      const count = counts[number]!;
      if (count < least) continue;
      columns[number] = width;
      hashes[width] = this.hashes[number]!;
      idf[width] = 1 + Math.log((1 + texts.length) / (1 + count));
      width += 1;
    }
    return { columns, hashes: hashes.slice(0, width), idf: idf.slice(0, width) };
  }
}
