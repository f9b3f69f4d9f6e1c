import type { Locale } from '@solodesk/core';
import { FeatureTable } from '@solodesk/text-model';
import { atOnce } from '../in-slices.ts';
import { Spelling } from '../spelling.ts';
import { stemOf, unitsOf } from '../text/units.ts';
import type { Reading } from './decision.ts';
import { VECTOR_SIZE } from './english-vectors.ts';
import type { WordVectors } from './english-vectors.ts';
import { PART_LENGTHS } from './fit-scorer.ts';
import type { ScorerData } from './language-data.ts';
import { pairHash, sequenceHash, unitFeatures } from './text-features.ts';

/** Words of which is remembered what they say; sentences never are. */
const REMEMBERED_WORDS = 1_500;
/** Engines keep a longer piece of a string as a view of the whole, which would keep the visitor's message in memory. */
const REMEMBERED_UNITS = 12;
/** A number hardly ever comes back: remembered, each customer's own would push the words out. */
const HAS_DIGIT = /\d/;
const NUMBER = /^\d+$/;
/** What all numbers are learned as (`stemOf`): which one it is says nothing about what is wanted. */
const ANY_NUMBER = '0';
const LAST_DIGIT = 0x39;
/** Looking for a neighbour of an unknown word costs microseconds, so a text of rubbish gets only so many. */
const CORRECTIONS_PER_TEXT = 24;

/**
 * What a word adds to a text. As every part of a text is a sum over its words (but for pairs, and for the lengths at the end), the n-grams
 * and numbers of a word are multiplied with their weights once, not in every text that has the word: that makes most of a prediction.
 */
interface KnownWord {
  readonly hash: number;
  /** Among the words, or -1. */
  readonly column: number;
  /** What its n-grams add to each class, then what its vector adds, then the vector; cut short where the rest is nothing. */
  readonly adds: Float32Array;
  readonly gramSquares: number;
  /** Number of the text that had it last. */
  usedBy: number;
}

/** What is looked up while a text is read. */
interface Tables {
  readonly words: FeatureTable;
  readonly grams: FeatureTable;
  readonly sequences: FeatureTable;
  readonly spelling: Spelling;
}

function* tablesOf(data: ScorerData, sequences: Uint32Array): Generator<void, Tables> {
  const words = new FeatureTable(data.wordHashes);
  yield;
  const grams = new FeatureTable(data.gramHashes);
  yield;
  return { words, grams, sequences: new FeatureTable(sequences), spelling: yield* Spelling.build(data.stems) };
}

/** Sentences that were learned, as hashes of their stems in order, and the class of each. */
interface Learned {
  readonly sequences: Uint32Array;
  readonly sequenceClasses: Uint32Array;
}

/** One language of a model: from a folded text to every class's score, in typed arrays that are used again for each text. */
export class LanguageModel {
  readonly #locale: Locale;
  readonly #data: ScorerData;
  readonly #vectors: WordVectors | null;
  readonly #words: FeatureTable;
  readonly #grams: FeatureTable;
  readonly #sequences: FeatureTable;
  readonly #sequenceClasses: Uint32Array;
  readonly #spelling: Spelling;
  readonly #remembered = new Map<string, KnownWord>();
  /** Number of the text that last had a word or pair: what is said twice counts once. */
  readonly #usedBy: Int32Array;
  /** Of what nobody taught: as of what one sentence has. */
  readonly #unknownValue: number;
  readonly #reading: Reading;
  readonly #wordSum: Float64Array;
  /** Of what words add: of their n-grams by class, of their vectors by class, of their vectors. */
  readonly #sums: Float64Array;
  #text = 0;
  #wordSquares = 0;
  #gramSquares = 0;

  /** @param vectors null where the scorer was learned without */
  constructor(
    locale: Locale,
    data: ScorerData,
    vectors: WordVectors | null,
    learned: Learned,
    tables: Tables = atOnce(tablesOf(data, learned.sequences)),
  ) {
    this.#locale = locale;
    this.#data = data;
    this.#vectors = vectors;
    this.#words = tables.words;
    this.#grams = tables.grams;
    this.#sequences = tables.sequences;
    this.#sequenceClasses = learned.sequenceClasses;
    this.#spelling = tables.spelling;
    this.#usedBy = new Int32Array(data.wordHashes.length);
    this.#unknownValue = data.wordValues.reduce((most, value) => Math.max(most, value), 1);
    this.#reading = { scores: new Float64Array(data.classes), knownWords: 0, knownPairs: 0, learnedAs: -1 };
    this.#wordSum = new Float64Array(data.classes);
    this.#sums = new Float64Array(2 * data.classes + VECTOR_SIZE);
  }

  /** The same with pauses (`yield`), for who must not be kept busy: see `inSlices`. */
  static *build(
    locale: Locale,
    data: ScorerData,
    vectors: WordVectors | null,
    learned: Learned,
  ): Generator<void, LanguageModel> {
    const tables = yield* tablesOf(data, learned.sequences);
    yield;
    return new LanguageModel(locale, data, vectors, learned, tables);
  }

  /** @param folded a text after `foldText` */
  read(folded: string): Reading {
    this.#start();
    let corrections = CORRECTIONS_PER_TEXT;
    let [words, knownWords, pairs, knownPairs] = [0, 0, 0, 0];
    let previous = 0;
    let sequence = 0;
    for (const said of unitsOf(folded, this.#locale)) {
      const unit = this.#isAnyNumber(said) ? ANY_NUMBER : said;
      let word = this.#remembered.get(unit);
      if (word === undefined) {
        word = this.#learnWord(unit, corrections > 0);
        if (word.column < 0) corrections -= 1;
      }
      const value = word.column < 0 ? this.#unknownValue : (this.#data.wordValues[word.column] ?? 0);
      words += value;
      if (word.column >= 0) knownWords += value;
      if (word.usedBy !== this.#text) {
        word.usedBy = this.#text;
        this.#addWord(word);
      }
      if (sequence !== 0) {
        const pair = this.#words.find(pairHash(previous, word.hash));
        const pairValue = pair < 0 ? this.#unknownValue : (this.#data.wordValues[pair] ?? 0);
        pairs += pairValue;
        if (pair >= 0) {
          knownPairs += pairValue;
          this.#addColumn(pair);
        }
      }
      previous = word.hash;
      sequence = sequenceHash(sequence, word.hash);
    }
    this.#finish();
    const reading = this.#reading;
    reading.knownWords = words > 0 ? knownWords / words : 0;
    reading.knownPairs = pairs > 0 ? knownPairs / pairs : 0;
    const learned = sequence === 0 ? -1 : this.#sequences.find(sequence);
    reading.learnedAs = learned < 0 ? -1 : (this.#sequenceClasses[learned] ?? -1);
    return reading;
  }

  /** A number that has a meaning of its own (the vectors know some years) is a word; every other one adds to a text what all do. */
  #isAnyNumber(unit: string): boolean {
    return unit.charCodeAt(0) <= LAST_DIGIT && NUMBER.test(unit) && !(this.#vectors?.has(unit) ?? false);
  }

  #learnWord(unit: string, mayCorrect: boolean): KnownWord {
    const stem = stemOf(unit, this.#locale);
    const features = unitFeatures(unit, stem, this.#vectors);
    let column = this.#words.find(features.hash);
    // A word with a vector is one, and no slip of another.
    if (column < 0 && mayCorrect && features.vector === undefined) {
      const near = this.#spelling.nearest(unit, stem);
      if (near >= 0) column = this.#data.stemColumns[near] ?? -1;
    }
    const hash = column < 0 ? features.hash : (this.#data.wordHashes[column] ?? 0);
    const { classes, gramValues, wordHashes, gramHashes } = this.#data;
    const { grams, vector } = features;
    const adds = new Float32Array(vector !== undefined ? 2 * classes + VECTOR_SIZE : grams.length > 0 ? classes : 0);
    let gramSquares = 0;
    for (const gram of grams) {
      const at = this.#grams.find(gram);
      if (at < 0) continue;
      const value = gramValues[at] ?? 0;
      gramSquares += value * value;
      this.#multiply(adds.subarray(0, classes), wordHashes.length + at, value);
    }
    const meaning = adds.subarray(classes, 2 * classes);
    vector?.forEach((number, at) => {
      this.#multiply(meaning, wordHashes.length + gramHashes.length + at, number);
    });
    if (vector !== undefined) adds.set(vector, 2 * classes);
    const word = { hash, column, adds, gramSquares, usedBy: 0 };
    if (unit.length > REMEMBERED_UNITS || (HAS_DIGIT.test(unit) && unit !== ANY_NUMBER)) return word;
    if (this.#remembered.size >= REMEMBERED_WORDS) this.#remembered.clear();
    this.#remembered.set(unit, word);
    return word;
  }

  #start(): void {
    this.#text += 1;
    this.#wordSquares = 0;
    this.#gramSquares = 0;
    this.#wordSum.fill(0);
    this.#sums.fill(0);
  }

  #addWord(word: KnownWord): void {
    if (word.column >= 0) this.#addColumn(word.column);
    this.#gramSquares += word.gramSquares;
    addTo(this.#sums, word.adds);
  }

  #addColumn(column: number): void {
    if (this.#usedBy[column] === this.#text) return;
    this.#usedBy[column] = this.#text;
    const value = this.#data.wordValues[column] ?? 0;
    this.#wordSquares += value * value;
    const { steps, scales, classes } = this.#data;
    const factor = value * (scales[column] ?? 0);
    const sums = this.#wordSum;
    let at = column * classes;
    for (let k = 0; k < classes; k += 1, at += 1) sums[k] = sums[k]! + factor * steps[at]!;
  }

  /** The loop of `#addColumn` for a word that is learned: one loop for both kinds of arrays is slow for either. */
  #multiply(sums: Float32Array, row: number, value: number): void {
    const { steps, scales, classes } = this.#data;
    const factor = value * (scales[row] ?? 0);
    let at = row * classes;
    for (let k = 0; k < classes; k += 1, at += 1) sums[k] = sums[k]! + factor * steps[at]!;
  }

  #finish(): void {
    let vectorSquares = 0;
    const { bias, classes } = this.#data;
    const sums = this.#sums;
    for (let at = 2 * classes; at < sums.length; at += 1) vectorSquares += sums[at]! * sums[at]!;
    const ofWords = this.#wordSquares > 0 ? PART_LENGTHS.words / Math.sqrt(this.#wordSquares) : 0;
    const ofGrams = this.#gramSquares > 0 ? PART_LENGTHS.grams / Math.sqrt(this.#gramSquares) : 0;
    const ofMeaning = vectorSquares > 0 ? PART_LENGTHS.vector / Math.sqrt(vectorSquares) : 0;
    const { scores } = this.#reading;
    const words = this.#wordSum;
    for (let k = 0; k < classes; k += 1) {
      scores[k] = bias[k]! + ofWords * words[k]! + ofGrams * sums[k]! + ofMeaning * sums[classes + k]!;
    }
  }
}

/** Adds to each number the one of its place, four at a time: most of a prediction is done here. */
function addTo(sums: Float64Array, numbers: Float32Array): void {
  const { length } = numbers;
  const fours = length - (length % 4);
  let at = 0;
  for (; at < fours; at += 4) {
    sums[at] = sums[at]! + numbers[at]!;
    sums[at + 1] = sums[at + 1]! + numbers[at + 1]!;
    sums[at + 2] = sums[at + 2]! + numbers[at + 2]!;
    sums[at + 3] = sums[at + 3]! + numbers[at + 3]!;
  }
  for (; at < length; at += 1) sums[at] = sums[at]! + numbers[at]!;
}
