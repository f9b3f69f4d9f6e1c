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

/** Reads the words of one language. */
export interface UnitReader {
  unit(unit: string): UnitFeatures;
  /** The vector of a word, by its place among all. */
  meaningOf(word: number): Float32Array;
}

export function unitReader(locale: Locale, vectors: WordVectors): UnitReader {
  // What a unit of Chinese means by itself says little: its words have meanings.
  const ofUnits = locale === 'en' ? vectors : null;
  return {
    unit: (unit) => unitFeatures(unit, stemOf(unit, locale), ofUnits),
    meaningOf: (word) => vectorAt(word, vectors),
  };
}

/** The same, but that each word is read once, however many there are: for as long as a language is learned. */
export function rememberingReader(locale: Locale, vectors: WordVectors): UnitReader {
  const reader = unitReader(locale, vectors);
  const units = new Map<string, UnitFeatures>();
  const meanings = new Map<number, Float32Array>();
  return {
    unit(unit) {
      let features = units.get(unit);
      if (features === undefined) {
        features = reader.unit(unit);
        units.set(unit, features);
      }
      return features;
    },
    meaningOf(word) {
      let meaning = meanings.get(word);
      if (meaning === undefined) {
        meaning = reader.meaningOf(word);
        meanings.set(word, meaning);
      }
      return meaning;
    },
  };
}

function unitFeatures(unit: string, stem: string, vectors: WordVectors | null): UnitFeatures {
  const grams = new Set<number>();
  if (LATIN_WORD.test(unit)) characterGrams(GRAM, unit, SHORTEST_GRAM, LONGEST_GRAM, (hash) => grams.add(hash));
  const vector = vectors === null ? undefined : (vectorOf(unit, vectors) ?? vectorOf(stem, vectors));
  return { stem, hash: stemHash(stem), grams: [...grams], vector };
}

function vectorOf(word: string, vectors: WordVectors): Float32Array | undefined {
  const place = vectors.find(word);
  return place < 0 ? undefined : vectorAt(place, vectors);
}

function vectorAt(place: number, vectors: WordVectors): Float32Array {
  const vector = new Float32Array(vectors.size);
  vectors.read(place, vector);
  return vector;
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
  /** The sum of what its words mean; undefined where none means anything. */
  readonly vector: Float32Array | undefined;
  readonly sequence: number;
}

/** All features of a text in one language. */
export function textFeatures(
  units: readonly string[],
  reader: UnitReader,
  locale: Locale,
  vectors: WordVectors,
): TextFeatures {
  const words = new Set<number>();
  const grams: number[] = [];
  const seen = new Set<number>();
  const meanings: Float32Array[] = [];
  let previous: number | undefined;
  let sequence = 0;
  for (const unit of units) {
    const features = reader.unit(unit);
    words.add(features.hash);
    if (previous !== undefined) words.add(pairHash(previous, features.hash));
    previous = features.hash;
    sequence = sequenceHash(sequence, features.hash);
    if (seen.has(features.hash)) continue;
    seen.add(features.hash);
    grams.push(...features.grams);
    if (features.vector !== undefined) meanings.push(features.vector);
  }
  if (locale === 'zh') {
    for (const word of new Set(chineseWords(units, vectors.find))) meanings.push(reader.meaningOf(word));
  }
  return { words: [...words], grams, vector: sumOf(meanings), sequence };
}

function sumOf([first, ...others]: readonly Float32Array[]): Float32Array | undefined {
  const sum = first?.slice();
  if (sum === undefined) return undefined;
  for (const vector of others) {
    for (let at = 0; at < sum.length; at += 1) sum[at] = sum[at]! + vector[at]!;
  }
  return sum;
}
