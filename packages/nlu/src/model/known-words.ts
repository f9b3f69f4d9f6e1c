import type { Locale } from '@solodesk/core';
import { withoutEnding } from '../text/spelling.ts';
import { stemOf } from '../text/units.ts';
import type { WordVectors } from './word-vectors.ts';
import type { ScorerData } from './language-data.ts';
import type { Tables } from './language-tables.ts';
import { pairHash, stemHash, unitReader } from './text-features.ts';
import type { UnitFeatures, UnitReader } from './text-features.ts';

/** Words of which is remembered what they say; sentences never are. */
const REMEMBERED_WORDS = 1_500;
/** Engines keep a longer piece of a string as a view of the whole, which would keep the visitor's message in memory. */
const REMEMBERED_UNITS = 12;
/** A number hardly ever comes back: remembered, each customer's own would push the words out. */
const HAS_DIGIT = /\d/;
/** What all numbers are learned as (`stemOf`): which one it is says nothing about what is wanted. */
export const ANY_NUMBER = '0';
/** From so many letters on, a word that nobody knows and that is one slip away from a learned one is taken for it. */
const SURE_LETTERS = 5;
/** A shorter one only where its neighbours bear that out: `ordr` after "my", `sze` before "guide". */
const LIKELY_LETTERS = 3;
/**
 * A word of English that nobody taught (`oder`) may be a slip, too, where the learned one is so many times as frequent, by their places in
 * the list of words: how often one is written falls about as fast as its place rises (Zipf). Only where its neighbours bear that out.
 */
const MORE_FREQUENT = 16;

/**
 * What a word adds to a text. As every part of a text is a sum over its words (but for pairs, and for the lengths at the end), the n-grams
 * and numbers of a word are multiplied with their weights once, not in every text that has the word: that makes most of a prediction.
 */
export interface KnownWord {
  readonly hash: number;
  /** Among the words, or -1. */
  readonly column: number;
  /** What its n-grams add to each class, then what its vector adds, then the vector; cut short where the rest is nothing. */
  readonly adds: Float32Array;
  readonly gramSquares: number;
  /** Learned words that it may be a slip of: taken for the first that is learned beside its neighbour in the text, if any is. */
  readonly slipOf: readonly KnownWord[] | null;
  /** Two learned words that it was written as one of: `deliverytime`. */
  readonly parts: readonly [string, string] | null;
  /** Number of the text that had it last. */
  usedBy: number;
}

/** Letters of each of two words that were written as one; shorter ones only where they were taught beside each other. */
const PART_LETTERS = 4;
const SHORTEST_PART = 1;
const [SHORTEST_JOINED, LONGEST_JOINED] = [5, 24];

/** The words of a language as its model reads them, with what each may be a slip of. */
export class KnownWords {
  readonly #locale: Locale;
  readonly #data: ScorerData;
  readonly #vectors: WordVectors;
  readonly #reader: UnitReader;
  readonly #tables: Tables;
  readonly #remembered = new Map<string, KnownWord>();
  readonly #meanings = new Map<number, KnownWord>();
  /** Learned words that others were slips of, by their places among the forms. */
  readonly #meant = new Map<number, KnownWord>();

  constructor(
    locale: Locale,
    data: ScorerData,
    vectors: WordVectors,
    tables: Tables,
    reader: UnitReader = unitReader(locale, vectors),
  ) {
    this.#locale = locale;
    this.#data = data;
    this.#vectors = vectors;
    this.#reader = reader;
    this.#tables = tables;
  }

  /** One that was read before; undefined for others, which `learn` takes in. */
  find(unit: string): KnownWord | undefined {
    return this.#remembered.get(unit);
  }

  /** What a word of several units means, beside what they say: it adds a vector and nothing else. @param word its place among the vectors */
  meaningOf(word: number): KnownWord {
    const before = this.#meanings.get(word);
    if (before !== undefined) return before;
    const meaning = this.#known({ hash: 0, grams: [], vector: this.#reader.meaningOf(word) }, -1, null);
    if (this.#meanings.size >= REMEMBERED_WORDS) this.#meanings.clear();
    this.#meanings.set(word, meaning);
    return meaning;
  }

  /** What a word that may be a slip is taken for in a text. @param before the hash of the word before it, or 0 */
  meantIn(word: KnownWord, slipOf: readonly KnownWord[], before: number, after: string | undefined): KnownWord {
    const next = after === undefined ? 0 : stemHash(stemOf(after, this.#locale));
    const isLearned = (first: number, second: number) =>
      first !== 0 && second !== 0 && this.#tables.words.find(pairHash(first, second)) >= 0;
    const borneOut = slipOf.find(({ hash }) => isLearned(before, hash) || isLearned(hash, next));
    // A slip for certain is the first of them itself: what is said twice, once rightly, counts once.
    return borneOut ?? (word.column < 0 ? word : slipOf[0]!);
  }

  /** @param mayCorrect whether a word that nobody taught is looked for among its neighbours */
  learn(unit: string, mayCorrect: boolean): KnownWord {
    const features = this.#reader.unit(unit);
    const column = this.#tables.words.find(features.hash);
    const mayBeSlip = column < 0 && unit.length >= LIKELY_LETTERS;
    const word = mayBeSlip && mayCorrect ? this.#unlearnedWord(unit, features) : this.#known(features, column, null);
    // What was not looked for is not known: remembered, one text of rubbish would change how later ones are understood.
    if (mayBeSlip && !mayCorrect) return word;
    if (unit.length > REMEMBERED_UNITS || (HAS_DIGIT.test(unit) && unit !== ANY_NUMBER)) return word;
    if (this.#remembered.size >= REMEMBERED_WORDS) this.#remembered.clear();
    this.#remembered.set(unit, word);
    return word;
  }

  /** One that may be a slip of learned ones. */
  #unlearnedWord(unit: string, features: UnitFeatures): KnownWord {
    const isWord = features.vector !== undefined;
    let near = this.#near(unit, features.stem);
    if (isWord) near = near.filter((at) => this.#isRareBeside(unit, at));
    else if (near.length === 0) near = this.#near(withoutEnding(unit));
    const slipOf = near.map((at) => this.#meantBy(at));
    const [first] = slipOf;
    if (first === undefined) {
      return { ...this.#known(features, -1, null), parts: isWord ? null : this.#partsOf(unit) };
    }
    if (isWord || unit.length < SURE_LETTERS) return this.#known(features, -1, slipOf);
    return slipOf.length === 1 ? first : { ...first, slipOf };
  }

  /** The two learned words that stand in one without a space between them, those first that were taught beside each other. */
  #partsOf(unit: string): readonly [string, string] | null {
    if (unit.length < SHORTEST_JOINED || unit.length > LONGEST_JOINED || HAS_DIGIT.test(unit)) return null;
    let likely: readonly [string, string] | null = null;
    for (let at = SHORTEST_PART; at <= unit.length - SHORTEST_PART; at += 1) {
      const [first, second] = [unit.slice(0, at), unit.slice(at)];
      const [one, other] = [stemHash(stemOf(first, this.#locale)), stemHash(stemOf(second, this.#locale))];
      if (this.#tables.words.find(one) < 0 || this.#tables.words.find(other) < 0) continue;
      if (this.#tables.words.find(pairHash(one, other)) >= 0) return [first, second];
      if (Math.min(first.length, second.length) >= PART_LETTERS) likely ??= [first, second];
    }
    return likely;
  }

  /** Forms that one of the spellings is a slip of, as they stand or by their stem; of each stem the first. */
  #near(...spellings: readonly string[]): number[] {
    const { forms, formColumns, stemForms } = this.#data;
    const byStem = new Map<number, number>();
    for (const at of new Set(spellings.flatMap((spelling) => this.#tables.spelling.near(spelling)))) {
      const form = at < forms.length ? at : (stemForms[at - forms.length] ?? 0);
      const column = formColumns[form] ?? -1;
      if (!byStem.has(column)) byStem.set(column, form);
    }
    return [...byStem.values()];
  }

  #isRareBeside(unit: string, near: number): boolean {
    const common = this.#vectors.find(this.#data.forms[near] ?? '');
    return common >= 0 && this.#vectors.find(unit) > MORE_FREQUENT * common;
  }

  /** A learned word, by its place among the forms: with all that the word itself says, as nothing of a slip does. */
  #meantBy(near: number): KnownWord {
    const before = this.#meant.get(near);
    if (before !== undefined) return before;
    const form = this.#data.forms[near] ?? '';
    const column = this.#data.formColumns[near] ?? -1;
    const word = this.#known(this.#reader.unit(form), column, null);
    this.#meant.set(near, word);
    return word;
  }

  #known({ hash, grams, vector }: Omit<UnitFeatures, 'stem'>, column: number, slipOf: KnownWord['slipOf']): KnownWord {
    const { classes, gramValues, wordHashes, gramHashes } = this.#data;
    const adds = new Float32Array(vector !== undefined ? 2 * classes + vector.length : grams.length > 0 ? classes : 0);
    let gramSquares = 0;
    const ofGrams = adds.subarray(0, classes);
    for (const gram of grams) {
      const at = this.#tables.grams.find(gram);
      if (at < 0) continue;
      const value = gramValues[at] ?? 0;
      gramSquares += value * value;
      this.#multiply(ofGrams, wordHashes.length + at, value);
    }
    const meaning = adds.subarray(classes, 2 * classes);
    if (vector !== undefined) {
      const from = wordHashes.length + gramHashes.length;
      for (let at = 0; at < vector.length; at += 1) this.#multiply(meaning, from + at, vector[at]!);
      adds.set(vector, 2 * classes);
    }
    return { hash, column, adds, gramSquares, slipOf, parts: null, usedBy: 0 };
  }

  /** The loop of `LanguageModel` for a word that is learned: one loop for both kinds of arrays is slow for either. */
  #multiply(sums: Float32Array, row: number, value: number): void {
    const { steps, scales, classes } = this.#data;
    const factor = value * (scales[row] ?? 0);
    let at = row * classes;
    for (let k = 0; k < classes; k += 1, at += 1) sums[k] = sums[k]! + factor * steps[at]!;
  }
}
