import type { Locale } from '@solodesk/core';
import type { FeatureTable } from '@solodesk/text-model';
import { atOnce } from '../in-slices.ts';
import { chineseWords } from '../text/chinese-words.ts';
import type { SoundSlips } from '../text/sound-slips.ts';
import { unitsOf } from '../text/units.ts';
import type { Reading } from './decision.ts';
import type { WordVectors } from './word-vectors.ts';
import { ANY_NUMBER, KnownWords } from './known-words.ts';
import type { KnownWord } from './known-words.ts';
import type { ScorerData } from './language-data.ts';
import { tablesOf } from './language-tables.ts';
import type { Tables } from './language-tables.ts';
import { pairHash, sequenceHash, unitReader } from './text-features.ts';
import type { UnitReader } from './text-features.ts';
import { PART_LENGTHS } from './text-rows.ts';

const NUMBER = /^\d+$/;
const LAST_DIGIT = 0x39;
/** Looking for a neighbour of an unknown word costs microseconds, so a text of rubbish gets only so many. */
const CORRECTIONS_PER_TEXT = 24;

/** Sentences that were learned, as hashes of their stems in order, and the class of each. */
interface Learned {
  readonly sequences: Uint32Array;
  readonly sequenceClasses: Uint32Array;
}

/** One language of a model: from a folded text to every class's score, in typed arrays that are used again for each text. */
export class LanguageModel {
  readonly #locale: Locale;
  readonly #data: ScorerData;
  readonly #vectors: WordVectors;
  readonly #words: FeatureTable;
  readonly #sequences: FeatureTable;
  readonly #sequenceClasses: Uint32Array;
  readonly #known: KnownWords;
  readonly #soundSlips: SoundSlips | null;
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

  constructor(
    locale: Locale,
    data: ScorerData,
    vectors: WordVectors,
    learned: Learned,
    tables: Tables = atOnce(tablesOf(data, learned.sequences, locale === 'zh')),
    reader: UnitReader = unitReader(locale, vectors),
  ) {
    this.#locale = locale;
    this.#data = data;
    this.#vectors = vectors;
    this.#words = tables.words;
    this.#sequences = tables.sequences;
    this.#sequenceClasses = learned.sequenceClasses;
    this.#soundSlips = tables.soundSlips;
    this.#known = new KnownWords(locale, data, vectors, tables, reader);
    this.#usedBy = new Int32Array(data.wordHashes.length);
    this.#unknownValue = data.wordValues.reduce((most, value) => Math.max(most, value), 1);
    this.#reading = { scores: new Float64Array(data.classes), knownWords: 0, knownPairs: 0, learnedAs: -1 };
    this.#wordSum = new Float64Array(data.classes);
    this.#sums = new Float64Array(2 * data.classes + vectors.size);
  }

  /** The same with pauses (`yield`), for who must not be kept busy: see `inSlices`. */
  static *build(
    locale: Locale,
    data: ScorerData,
    vectors: WordVectors,
    learned: Learned,
  ): Generator<void, LanguageModel> {
    const tables = yield* tablesOf(data, learned.sequences, locale === 'zh');
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
    const typed = unitsOf(folded, this.#locale);
    const units = this.#soundSlips?.corrected(typed) ?? typed;
    for (let at = 0; at < units.length; at += 1) {
      const unit = this.#isAnyNumber(units[at]!) ? ANY_NUMBER : units[at]!;
      let word = this.#known.find(unit);
      if (word === undefined) {
        word = this.#known.learn(unit, corrections > 0);
        if (word.column < 0) corrections -= 1;
      }
      if (word.parts !== null) {
        // Read as two in its place.
        units.splice(at, 1, ...word.parts);
        at -= 1;
        continue;
      }
      if (word.slipOf !== null)
        word = this.#known.meantIn(word, word.slipOf, sequence === 0 ? 0 : previous, units[at + 1]);
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
    if (this.#locale === 'zh') this.#addMeanings(units);
    this.#finish();
    const reading = this.#reading;
    reading.knownWords = words > 0 ? knownWords / words : 0;
    reading.knownPairs = pairs > 0 ? knownPairs / pairs : 0;
    const learned = sequence === 0 ? -1 : this.#sequences.find(sequence);
    reading.learnedAs = learned < 0 ? -1 : (this.#sequenceClasses[learned] ?? -1);
    return reading;
  }

  /** Units of Chinese are characters: what its words mean is added besides. */
  #addMeanings(units: readonly string[]): void {
    for (const word of chineseWords(units, this.#vectors.find)) {
      const meaning = this.#known.meaningOf(word);
      if (meaning.usedBy === this.#text) continue;
      meaning.usedBy = this.#text;
      addTo(this.#sums, meaning.adds);
    }
  }

  /** A number that has a meaning of its own (the vectors know some years) is a word; every other one adds to a text what all do. */
  #isAnyNumber(unit: string): boolean {
    return unit.charCodeAt(0) <= LAST_DIGIT && NUMBER.test(unit) && this.#vectors.find(unit) < 0;
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

  #finish(): void {
    let vectorSquares = 0;
    const { bias, classes } = this.#data;
    const lengths = PART_LENGTHS[this.#locale];
    const sums = this.#sums;
    for (let at = 2 * classes; at < sums.length; at += 1) vectorSquares += sums[at]! * sums[at]!;
    const ofWords = this.#wordSquares > 0 ? lengths.words / Math.sqrt(this.#wordSquares) : 0;
    const ofGrams = this.#gramSquares > 0 ? lengths.grams / Math.sqrt(this.#gramSquares) : 0;
    const ofMeaning = vectorSquares > 0 ? lengths.vector / Math.sqrt(vectorSquares) : 0;
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
