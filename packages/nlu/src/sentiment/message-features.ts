import { beginHash, endHash, extendHash } from '@solodesk/text-model';

/** One piece of a text that can decide: a word, or what stands for it. */
export interface Piece {
  /** Place in the original text, in UTF-16 units. */
  start: number;
  end: number;
}

/**
 * Where each feature comes so often or oftener on the average, its places are one coordinate of the vector and not one each. The shipped models
 * were learned with one each, which makes no difference in what people write, and a large one in a sentence said forty times.
 */
const REPETITIVE = 2.5;

/**
 * What is said of one text: hashed features with their values, each with the pieces that it covers, and a fixed number of figures.
 * Arrays side by side instead of objects, as this is done for every message.
 */
export class MessageFeatures {
  readonly hashes: number[] = [];
  readonly values: number[] = [];
  /** By feature: the first and the last piece that it covers. */
  readonly first: number[] = [];
  readonly last: number[] = [];
  readonly figures: Float64Array;

  constructor(figures: number) {
    this.figures = new Float64Array(figures);
  }

  add(hash: number, value: number, first: number, last: number): void {
    this.hashes.push(hash);
    this.values.push(value);
    this.first.push(first);
    this.last.push(last);
  }

  /** Makes the hashed features a vector of length 1, so that long texts do not shout, nor those that say one thing again and again. */
  normalize(): void {
    const sums = new Map<number, number>();
    let squares = 0;
    for (const [at, hash] of this.hashes.entries()) {
      const value = this.values[at]!;
      squares += value * value;
      sums.set(hash, (sums.get(hash) ?? 0) + value);
    }
    if (squares === 0) return;
    if (sums.size * REPETITIVE < this.hashes.length) {
      squares = 0;
      for (const sum of sums.values()) squares += sum * sum;
    }
    const scale = 1 / Math.sqrt(squares);
    for (let at = 0; at < this.values.length; at += 1) this.values[at] = this.values[at]! * scale;
  }
}

/** A run of units as a feature of one kind, without cutting it out of the text. */
export function hashRun(kind: number, text: string, start: number, end: number): number {
  let hash = beginHash(kind);
  for (let at = start; at < end; at += 1) hash = extendHash(hash, text.charCodeAt(at));
  return endHash(hash);
}

/** From -1 to 1, steep near 0; `half` is where about 0.7 is reached. */
export function squash(value: number, half: number): number {
  return value / Math.sqrt(value * value + half * half);
}
