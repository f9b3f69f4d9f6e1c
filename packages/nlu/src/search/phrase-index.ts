import type { Locale } from '@solodesk/core';
import { foldText } from '../text/fold-text.ts';
import { chineseSpelled } from '../text/spelled-chinese.ts';
import { SoundSlips } from '../text/sound-slips.ts';
import type { TaughtCharacters } from '../text/sound-slips.ts';
import { stemOf, unitsOf } from '../text/units.ts';
import { TermFinder } from './term-finder.ts';

/** Hits below share too little with what was typed. */
const LOWEST_SCORE = 0.4;
/** Words of one text that may be taken for mistyped ones; each costs a good part of a millisecond. */
const GUESSED_WORDS = 3;
/** What part of the score asks how much of the phrase was typed; the rest asks how much of what was typed is in the phrase. */
const PHRASE_PART = 0.15;
/** Phrases that are added between two pauses: a small part of a millisecond's work. */
const STRETCH = 4;
/** The same of terms that are weighed. */
const TERMS_AT_ONCE = 200;

interface Phrase {
  owner: string;
  /** Sum of the weights of its terms. */
  weight: number;
}

const pairTerm = (first: string, second: string): string => `${first} ${second}`;

/** Terms of a text: words; for Chinese characters and pairs of neighbours, so that the order counts. */
function termsOf(units: readonly string[], locale: Locale): string[] {
  if (locale === 'en') return [...new Set(units)];
  const pairs = units.slice(1).map((unit, at) => pairTerm(units[at] ?? '', unit));
  return [...new Set([...units, ...pairs])];
}

/** What an index is made of. */
interface Parts {
  readonly locale: Locale;
  readonly phrases: readonly Phrase[];
  /** Phrases by term; terms are numbered in the order of `finder`. */
  readonly postings: readonly (readonly number[])[];
  /** By term. */
  readonly weights: Float64Array;
  readonly finder: TermFinder;
  /** Null for languages that are written in letters. */
  readonly soundSlips: SoundSlips | null;
  readonly taught: TaughtCharacters;
  /** By text, for the index that comes after this one. */
  readonly termsOfTexts: ReadonlyMap<string, readonly string[]>;
}

/** An inverted index over the phrases of one language. */
export class PhraseIndex {
  readonly #locale;
  readonly #phrases;
  readonly #postings;
  readonly #weights;
  readonly #finder;
  readonly #soundSlips;
  readonly #taught;
  readonly #rarest: number;
  readonly #termsOf;

  private constructor({ locale, phrases, postings, weights, finder, soundSlips, taught, termsOfTexts }: Parts) {
    this.#termsOf = termsOfTexts;
    this.#locale = locale;
    this.#phrases = phrases;
    this.#postings = postings;
    this.#weights = weights;
    this.#finder = finder;
    this.#soundSlips = soundSlips;
    this.#taught = taught;
    this.#rarest = Math.log(1 + phrases.length);
  }

  /**
   * Builds it phrase by phrase, with a pause (`yield`) after some.
   * @param phrases each with the name of whom it belongs to
   * @param before an index of the same language, which saves the time of cutting and stemming what stands in both
   */
  static *build(
    locale: Locale,
    phrases: readonly { text: string; owner: string }[],
    before: PhraseIndex | null = null,
  ): Generator<void, PhraseIndex> {
    const known = before && { finder: before.#finder, termsOf: before.#termsOf };
    const numbers = new Map<string, number>();
    const postings: number[][] = [];
    const finder = new TermFinder([], (word) => known?.finder.stemOfTerm(word) ?? stemOf(word, locale));
    const termsOfTexts = new Map<string, readonly string[]>();
    for (const [phrase, { text }] of phrases.entries()) {
      if (phrase % STRETCH === 0) yield;
      const terms = known?.termsOf.get(text) ?? termsOf(unitsOf(foldText(text), locale), locale);
      termsOfTexts.set(text, terms);
      for (const term of terms) {
        const known = numbers.get(term);
        if (known === undefined) {
          numbers.set(term, numbers.size);
          postings.push([phrase]);
          finder.add(term);
        } else {
          postings[known]?.push(phrase);
        }
      }
    }
    const weights = new Float64Array(postings.length);
    const sums = new Float64Array(phrases.length);
    for (const [term, posting] of postings.entries()) {
      if (term % TERMS_AT_ONCE === 0) yield;
      const weight = Math.log(1 + phrases.length / posting.length);
      weights[term] = weight;
      for (const phrase of posting) sums[phrase] = (sums[phrase] ?? 0) + weight;
    }
    const weighed = phrases.map(({ owner }, phrase) => ({ owner, weight: sums[phrase] ?? 0 }));
    const taught: TaughtCharacters = {
      has: (character) => numbers.has(character),
      hasPair: (first, second) => numbers.has(pairTerm(first, second)),
    };
    const soundSlips = locale === 'zh' ? yield* SoundSlips.build(taught) : null;
    return new PhraseIndex({ locale, phrases: weighed, postings, weights, finder, soundSlips, taught, termsOfTexts });
  }

  /** The same for what was typed in pinyin, as one does whose keyboard writes no Chinese. */
  searchSpelled(folded: string): Map<string, number> {
    const best = new Map<string, number>();
    for (const reading of this.#locale === 'zh' ? chineseSpelled(folded, this.#taught) : []) {
      for (const [owner, score] of this.search(reading)) best.set(owner, Math.max(best.get(owner) ?? 0, score));
    }
    return best;
  }

  /** @returns the best score, from 0 to 1, of each owner with a phrase that is near enough to `folded` */
  search(folded: string): Map<string, number> {
    const units = unitsOf(folded, this.#locale);
    const typed = termsOf(this.#soundSlips?.corrected(units) ?? units, this.#locale);
    const scores = new Float64Array(this.#phrases.length);
    const likeness = new Float64Array(this.#phrases.length);
    let typedWeight = 0;
    let guesses = GUESSED_WORDS;
    typed.forEach((term, at) => {
      const unfinished = this.#locale === 'en' && at === typed.length - 1;
      let found = this.#finder.find(term, unfinished);
      if (found.length === 0) found = this.#finder.findOtherSpelling(term);
      if (found.length === 0 && guesses > 0 && this.#finder.mayBeMistyped(term)) {
        guesses -= 1;
        found = this.#finder.findLike(term, unfinished);
      }
      let weight = found.length === 0 ? this.#rarest : 0;
      for (const { number } of found) weight = Math.max(weight, this.#weights[number] ?? 0);
      typedWeight += weight;
      likeness.fill(0);
      for (const { number, likeness: like } of found) {
        for (const phrase of this.#postings[number] ?? []) {
          const before = likeness[phrase] ?? 0;
          if (like <= before) continue;
          likeness[phrase] = like;
          scores[phrase] = (scores[phrase] ?? 0) + (like - before) * weight;
        }
      }
    });
    const best = new Map<string, number>();
    this.#phrases.forEach(({ owner, weight }, phrase) => {
      const matched = scores[phrase] ?? 0;
      if (matched === 0) return;
      const ofTyped = matched / typedWeight;
      const ofPhrase = Math.min(1, matched / weight);
      const score = Math.min(1, ofTyped * (1 - PHRASE_PART + PHRASE_PART * ofPhrase));
      if (score >= LOWEST_SCORE && score > (best.get(owner) ?? 0)) best.set(owner, score);
    });
    return best;
  }
}
