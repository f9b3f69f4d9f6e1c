import type { SparseMatrix } from './sparse-matrix.ts';

/** What is in fewer texts than this tells nothing that texts have in common. */
const LEAST_TEXTS = 2;

/**
 * Weighs features by how rare they are: (1 + ln n) · ln((1 + texts) / (1 + texts with it)) for one that occurs n times. Unlike the usual
 * smoothing by one, what is in every text weighs nothing: "can you help me" is in most questions.
 */
export class WeighedFeatures {
  readonly #places = new Map<string, number>();
  readonly #weights: number[] = [];
  readonly #seenIn: ReadonlyMap<string, number>;
  readonly #texts: number;

  /** @param texts of each its features, as often as they occur */
  constructor(texts: readonly ReadonlyMap<string, number>[]) {
    const seenIn = new Map<string, number>();
    for (const features of texts) for (const name of features.keys()) seenIn.set(name, (seenIn.get(name) ?? 0) + 1);
    this.#seenIn = seenIn;
    this.#texts = texts.length;
    for (const [name, count] of seenIn) {
      const weight = Math.log((1 + texts.length) / (1 + count));
      if (count < LEAST_TEXTS || weight <= 0) continue;
      this.#places.set(name, this.#places.size);
      this.#weights.push(weight);
    }
  }

  get size(): number {
    return this.#weights.length;
  }

  /** How rare a feature is, also one that is in a single text or in none: among few texts that is most of what they say. */
  rarityOf(name: string): number {
    return Math.log((1 + this.#texts) / (1 + Math.max(1, this.#seenIn.get(name) ?? 0)));
  }

  /** One row of length 1 for each text; without any known feature it is empty. */
  rowsOf(texts: readonly ReadonlyMap<string, number>[]): SparseMatrix {
    const starts = new Int32Array(texts.length + 1);
    const places: number[] = [];
    const values: number[] = [];
    texts.forEach((features, row) => {
      const begin = values.length;
      let squares = 0;
      for (const [name, count] of features) {
        const place = this.#places.get(name);
        if (place === undefined) continue;
        const value = (1 + Math.log(count)) * this.#weights[place]!;
        places.push(place);
        values.push(value);
        squares += value * value;
      }
      const length = Math.sqrt(squares);
      for (let entry = begin; entry < values.length; entry++) values[entry]! /= length;
      starts[row + 1] = values.length;
    });
    return {
      rows: texts.length,
      columns: this.#weights.length,
      starts,
      places: Int32Array.from(places),
      values: Float64Array.from(values),
    };
  }
}
