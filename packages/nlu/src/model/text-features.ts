import type { Locale } from '@solodesk/core';
import { characterGrams, hashPair, hashText } from '@solodesk/text-model';
import type { WordVectors } from './word-vectors.ts';
import { chineseWords } from '../text/chinese-words.ts';
import { stemOf } from '../text/units.ts';

const WORD = 1;
const PAIR = 2;
const GRAM = 3;
const SEQUENCE = 4;
const [SHORTEST_GRAM, LONGEST_GRAM] = [2, 4];
const LATIN_WORD = /^[\p{L}\p{N}]*\p{Script=Latin}[\p{L}\p{N}]*$/u;

/** A word (or a Chinese character) as features. */
export interface UnitFeatures {
  readonly stem: string;
  /** Of the stem as a feature. */
  readonly hash: number;
  /** Character n-grams of the word as it was typed, each once; none of a Chinese character. */
  readonly grams: readonly number[];
  /** Undefined if the word has none, or the language. */
  readonly vector: Float32Array | undefined;
}

/** The feature of a stem. */
export function stemHash(stem: string): number {
  return hashText(WORD, stem);
}

/** @param vectors null where a unit means nothing by itself: words of Chinese have several */
export function unitFeatures(unit: string, stem: string, vectors: WordVectors | null): UnitFeatures {
  const grams = new Set<number>();
  if (LATIN_WORD.test(unit)) characterGrams(GRAM, unit, SHORTEST_GRAM, LONGEST_GRAM, (hash) => grams.add(hash));
  const vector = vectors === null ? undefined : (vectorOf(unit, vectors) ?? vectorOf(stem, vectors));
  return { stem, hash: stemHash(stem), grams: [...grams], vector };
}

/** @returns undefined of a word that has none */
export function vectorOf(word: string, vectors: WordVectors): Float32Array | undefined {
  const vector = new Float32Array(vectors.size);
  return vectors.read(word, vector) ? vector : undefined;
}

/** The feature of two neighbours, by their own. */
export function pairHash(first: number, second: number): number {
  return hashPair(PAIR, first, second);
}

/** Of a whole sentence: the same stems in the same order have the same. */
export function sequenceHash(sequence: number, next: number): number {
  return hashPair(SEQUENCE, sequence, next);
}

/** All features of one text. */
export interface TextFeatures {
  /** Stems and pairs of neighbours, each once. */
  readonly words: readonly number[];
  /** Character n-grams, as often as there are different words with them. */
  readonly grams: readonly number[];
  /** Squared values of the n-grams are summed up word by word: the places in `grams` where words begin. */
  readonly vector: Float32Array | undefined;
  readonly sequence: number;
}

/** Remembers the features of words while a language is learned. */
export class FeatureReader {
  readonly #locale: Locale;
  readonly #vectors: WordVectors;
  readonly #units = new Map<string, UnitFeatures>();
  readonly #meanings = new Map<string, Float32Array | undefined>();

  constructor(locale: Locale, vectors: WordVectors) {
    this.#locale = locale;
    this.#vectors = vectors;
  }

  unit(unit: string): UnitFeatures {
    const known = this.#units.get(unit);
    if (known) return known;
    const ofUnits = this.#locale === 'en' ? this.#vectors : null;
    const features = unitFeatures(unit, stemOf(unit, this.#locale), ofUnits);
    this.#units.set(unit, features);
    return features;
  }

  text(units: readonly string[]): TextFeatures {
    const words = new Set<number>();
    const grams: number[] = [];
    const seen = new Set<number>();
    const meanings: Float32Array[] = [];
    let previous: number | undefined;
    let sequence = 0;
    for (const unit of units) {
      const features = this.unit(unit);
      words.add(features.hash);
      if (previous !== undefined) words.add(pairHash(previous, features.hash));
      previous = features.hash;
      sequence = sequenceHash(sequence, features.hash);
      if (seen.has(features.hash)) continue;
      seen.add(features.hash);
      grams.push(...features.grams);
      if (features.vector !== undefined) meanings.push(features.vector);
    }
    if (this.#locale === 'zh') meanings.push(...this.#meaningsOf(units));
    return { words: [...words], grams, vector: sumOf(meanings), sequence };
  }

  #meaningsOf(units: readonly string[]): Float32Array[] {
    const words = new Set(chineseWords(units, this.#vectors.has));
    return [...words].flatMap((word) => this.#meaningOf(word) ?? []);
  }

  #meaningOf(word: string): Float32Array | undefined {
    if (!this.#meanings.has(word)) this.#meanings.set(word, vectorOf(word, this.#vectors));
    return this.#meanings.get(word);
  }
}

function sumOf(vectors: readonly Float32Array[]): Float32Array | undefined {
  const [first, ...others] = vectors;
  const sum = first?.slice();
  if (sum === undefined) return undefined;
  for (const vector of others) vector.forEach((number, at) => (sum[at] = (sum[at] ?? 0) + number));
  return sum;
}
