import type { Points } from './points.ts';
import { timesDense } from './sparse-matrix.ts';
import type { TextReader } from './text-reader.ts';
import { truncatedSvd } from './truncated-svd.ts';
import type { Directions } from './truncated-svd.ts';
import { WeighedFeatures } from './weighed-features.ts';

/** Directions that are kept of the features: of few texts or few words few, as the others only tell single texts from each other. */
const directionsOf = (texts: number, features: number): number =>
  Math.min(100, Math.ceil(texts / 4), Math.ceil(features / 4));
/** How much what the words mean counts beside which words they are. */
const MEANING = 0.6;

/** Where messages lie, so that those about the same thing are near to each other. */
export class ThemeSpace {
  readonly #reader: TextReader;
  readonly #features: WeighedFeatures;
  readonly #directions: Directions;
  /** Mean of what all texts mean: what they have in common tells nothing. Null where the reader knows no meanings. */
  readonly #usual: Float64Array | null;

  private constructor(
    reader: TextReader,
    features: WeighedFeatures,
    directions: Directions,
    usual: Float64Array | null,
  ) {
    this.#reader = reader;
    this.#features = features;
    this.#directions = directions;
    this.#usual = usual;
  }

  static learn(texts: readonly string[], reader: TextReader, random: () => number): ThemeSpace {
    const read = texts.map((text) => reader.features(text));
    const features = new WeighedFeatures(read);
    const directions = truncatedSvd(features.rowsOf(read), directionsOf(texts.length, features.size), random);
    const weightOf = (name: string) => features.rarityOf(name);
    let usual: Float64Array | null = null;
    let known = 0;
    for (const text of texts) {
      const meaning = unit(reader.meaning?.(text, weightOf) ?? null);
      if (meaning === null) continue;
      usual ??= new Float64Array(meaning.length);
      for (let at = 0; at < usual.length; at++) usual[at]! += meaning[at]!;
      known++;
    }
    usual?.forEach((sum, at) => (usual[at] = sum / known));
    return new ThemeSpace(reader, features, directions, usual);
  }

  get width(): number {
    return this.#directions.width + (this.#usual?.length ?? 0);
  }

  /** A point for each text, at length 1; at the origin where a text has nothing in common with those that were learned from. */
  pointsOf(texts: readonly string[]): Points {
    const { width } = this;
    const own = this.#directions.width;
    const numbers = new Float64Array(texts.length * width);
    const placed = timesDense(
      this.#features.rowsOf(texts.map((text) => this.#reader.features(text))),
      this.#directions.numbers,
      own,
    );
    texts.forEach((text, row) => {
      const words = unit(placed.subarray(row * own, (row + 1) * own));
      if (words !== null) numbers.set(words, row * width);
      const meaning = this.#meaningOf(text);
      if (meaning !== null) numbers.set(meaning, row * width + own);
      const whole = unit(numbers.subarray(row * width, (row + 1) * width));
      if (whole !== null) numbers.set(whole, row * width);
    });
    return { count: texts.length, width, numbers };
  }

  #meaningOf(text: string): Float64Array | null {
    const usual = this.#usual;
    if (usual === null) return null;
    const meaning = unit(this.#reader.meaning?.(text, (name) => this.#features.rarityOf(name)) ?? null);
    const special = meaning && unit(meaning.map((number, at) => number - usual[at]!));
    return special && special.map((number) => number * MEANING);
  }
}

/** In the same direction, of length 1; null for none. */
function unit(numbers: Float64Array | null): Float64Array | null {
  if (numbers === null) return null;
  let squares = 0;
  for (const number of numbers) squares += number * number;
  if (squares < 1e-20) return null;
  const scale = 1 / Math.sqrt(squares);
  return numbers.map((number) => number * scale);
}
