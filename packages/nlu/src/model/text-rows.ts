import type { Locale } from '@solodesk/core';
import { NumberedFeatures } from '@solodesk/text-model';
import type { SparseRows, WeighedFeatures } from '@solodesk/text-model';
import type { TextFeatures } from './text-features.ts';

/** Lengths of the three parts of a text's row: words, n-grams, vector. See EXPERIMENTS.md for what else was tried. */
export const PART_LENGTHS = {
  en: { words: 1, grams: 1, vector: 1.8 },
  zh: { words: 1, grams: 1, vector: 0.55 },
} as const;

/** From so many texts on, what occurs in one text only is left out: it makes the model big and hardly tells anything. */
const MANY_TEXTS = 3_000;

/** Texts as rows to learn from: columns of words, then of n-grams, then of the numbers of their vectors. */
export interface WeighedRows {
  readonly rows: SparseRows;
  readonly words: WeighedFeatures;
  readonly grams: WeighedFeatures;
}

/** The features of a language's texts, of which a part or all are made into rows. */
export class TextRows {
  readonly words: NumberedFeatures;
  readonly #lengths: (typeof PART_LENGTHS)[Locale];
  readonly #grams: NumberedFeatures;
  readonly #vectors: readonly (Float32Array | undefined)[];

  constructor(locale: Locale, texts: readonly TextFeatures[]) {
    this.#lengths = PART_LENGTHS[locale];
    this.words = new NumberedFeatures(texts.map(({ words }) => words));
    this.#grams = new NumberedFeatures(texts.map(({ grams }) => grams));
    this.#vectors = texts.map(({ vector }) => vector);
  }

  get count(): number {
    return this.#vectors.length;
  }

  /** @param texts the places of those that are learned */
  of(texts: Int32Array): WeighedRows {
    const leastTexts = texts.length > MANY_TEXTS ? 2 : 1;
    const words = this.words.weigh(texts, leastTexts);
    const grams = this.#grams.weigh(texts, leastTexts);
    const vectors = Array.from(texts, (text) => this.#vectors[text]);
    const vectorSize = vectors.find((vector) => vector !== undefined)?.length ?? 0;
    const gramsFrom = words.hashes.length;
    const vectorFrom = gramsFrom + grams.hashes.length;
    const rows = new RowWriter(vectorFrom + vectorSize, texts.length);
    texts.forEach((text, row) => {
      rows.features(this.words.of(text), words, 0, this.#lengths.words);
      rows.features(this.#grams.of(text), grams, gramsFrom, this.#lengths.grams);
      rows.vector(vectors[row], vectorFrom, this.#lengths.vector);
      rows.end();
    });
    return { rows: rows.written(), words, grams };
  }
}

const ENTRIES_A_ROW = 64;

/** Writes rows one after the other, part by part. */
class RowWriter {
  readonly #width: number;
  readonly #starts: Int32Array;
  #columns: Int32Array;
  #values: Float64Array;
  /** By column: where the row that is written has it. */
  readonly #places: Int32Array;
  #row = 0;
  #used = 0;

  constructor(width: number, rows: number) {
    this.#width = width;
    this.#starts = new Int32Array(rows + 1);
    this.#columns = new Int32Array(rows * ENTRIES_A_ROW);
    this.#values = new Float64Array(rows * ENTRIES_A_ROW);
    this.#places = new Int32Array(width).fill(-1);
  }

  /** A feature's value is its idf for each time; squares are summed up time by time, which prediction can do word by word. */
  features(numbers: Uint32Array, { columns, idf }: WeighedFeatures, offset: number, length: number): void {
    const from = this.#used;
    this.#makeRoom(numbers.length);
    let squares = 0;
    for (let at = 0; at < numbers.length; at += 1) {
      const column = columns[numbers[at]!]!;
      if (column < 0) continue;
      const value = idf[column]!;
      let place = this.#places[offset + column]!;
      if (place < from) {
        place = this.#used++;
        this.#places[offset + column] = place;
        this.#columns[place] = offset + column;
        this.#values[place] = 0;
      }
      this.#values[place] = this.#values[place]! + value;
      squares += value * value;
    }
    this.#scale(from, squares, length);
  }

  vector(vector: Float32Array | undefined, offset: number, length: number): void {
    if (vector === undefined) return;
    const from = this.#used;
    this.#makeRoom(vector.length);
    let squares = 0;
    for (let at = 0; at < vector.length; at += 1) {
      const value = vector[at]!;
      this.#columns[this.#used] = offset + at;
      this.#values[this.#used++] = value;
      squares += value * value;
    }
    this.#scale(from, squares, length);
  }

  end(): void {
    this.#row += 1;
    this.#starts[this.#row] = this.#used;
  }

  written(): SparseRows {
    return {
      count: this.#row,
      width: this.#width,
      starts: this.#starts,
      columns: this.#columns.slice(0, this.#used),
      values: Float32Array.from(this.#values.subarray(0, this.#used)),
    };
  }

  #scale(from: number, squares: number, length: number): void {
    const scale = squares > 0 ? length / Math.sqrt(squares) : 0;
    for (let at = from; at < this.#used; at += 1) this.#values[at] = this.#values[at]! * scale;
  }

  #makeRoom(entries: number): void {
    const least = this.#used + entries;
    if (least <= this.#columns.length) return;
    const size = Math.max(least, this.#columns.length * 2);
    const [columns, values] = [new Int32Array(size), new Float64Array(size)];
    columns.set(this.#columns);
    values.set(this.#values);
    [this.#columns, this.#values] = [columns, values];
  }
}
