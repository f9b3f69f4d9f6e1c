import type { Locale } from '@solodesk/core';
import { Spelling } from '../text/spelling.ts';
import { englishStem } from '../text/english-words.ts';
import { isEnglishWord } from '../text/english-spelling.ts';
import { chineseSpelled } from '../text/spelled-chinese.ts';
import { foldText } from '../text/fold-text.ts';
import { SoundSlips } from '../text/sound-slips.ts';
import type { TaughtCharacters } from '../text/sound-slips.ts';
import { TermFinder } from '../search/term-finder.ts';
import { contentTerms, findableTerms, HAN_RUN } from './content-terms.ts';
import type { ContentTerm } from './content-terms.ts';

export interface IndexedSection<T> {
  owner: T;
  /** Title and heading. */
  heading: string;
  text: string;
}

export interface SectionHit<T> {
  owner: T;
  /** Share of what was asked that stands there, each word by how rare it is; from 0 to 1. */
  score: number;
  /** How many different words were found ... */
  words: number;
  /** ... and how rare the rarest of them is, from 0 (everywhere) to 1 (in one section). Latin words of three letters say nothing by themselves. */
  rarity: number;
}

/** What a word in the text is worth, against one in the headings: it may stand there by the way. */
const IN_TEXT = 0.85;
/** What a word is worth that only looks alike, when one slip of the keyboard explains it. */
const ONE_SLIP = 0.9;
/** Words that are looked for among all that look alike; each costs a good part of a millisecond. */
const GUESSED_WORDS = 3;
const SHORT_WORD = /^[a-z]{1,3}$/;

/** Sections by number, with what a find there is worth. */
type Postings = Map<number, number>;

interface Known {
  postings: Postings;
  weight: number;
}

/**
 * An inverted index over sections of text. Where `PhraseIndex` asks how near a question comes to a short phrase, this asks how
 * much of what a question wants stands in a long text: words of asking are left out, and rare words count most.
 */
export class SectionIndex<T> {
  readonly #locale: Locale;
  readonly #owners: readonly T[];
  readonly #terms = new Map<string, Known>();
  readonly #stems: readonly string[];
  readonly #spelling: Spelling;
  readonly #finder: TermFinder;
  readonly #soundSlips: SoundSlips | null;
  readonly #taught: TaughtCharacters;
  readonly #rarest: number;

  private constructor(
    locale: Locale,
    owners: readonly T[],
    postings: ReadonlyMap<string, Postings>,
    spelling: Spelling,
    soundSlips: SoundSlips | null,
    taught: TaughtCharacters,
  ) {
    this.#locale = locale;
    this.#owners = owners;
    this.#rarest = Math.log(1 + owners.length);
    for (const [stem, sections] of postings) {
      this.#terms.set(stem, { postings: sections, weight: Math.log(1 + owners.length / sections.size) });
    }
    this.#stems = [...this.#terms.keys()];
    this.#spelling = spelling;
    this.#soundSlips = soundSlips;
    this.#taught = taught;
    this.#finder = new TermFinder(this.#stems, (word) => word);
  }

  /** Builds it section by section, with a pause (`yield`) after each. */
  static *build<T>(locale: Locale, sections: readonly IndexedSection<T>[]): Generator<void, SectionIndex<T>> {
    const postings = new Map<string, Postings>();
    for (const [section, { heading, text }] of sections.entries()) {
      yield;
      for (const { stem } of findableTerms(text, locale)) post(postings, stem, section, IN_TEXT);
      for (const { stem } of findableTerms(heading, locale)) post(postings, stem, section, 1);
    }
    yield;
    const taught: TaughtCharacters = {
      has: (character) => postings.has(character),
      hasPair: (first, second) => postings.has(first + second),
    };
    return new SectionIndex(
      locale,
      sections.map(({ owner }) => owner),
      postings,
      yield* Spelling.build(locale === 'en' ? [...postings.keys()] : []),
      locale === 'zh' ? yield* SoundSlips.build(taught) : null,
      taught,
    );
  }

  /**
   * @param patient whether the last word may be half typed, and words may have more than one slip: for lists, not for answers
   * @returns sections with at least one word of the text, in no order
   */
  search(text: string, patient: boolean): SectionHit<T>[] {
    const asked = distinct(contentTerms(this.#withoutSoundSlips(text), this.#locale));
    const scores = new Map<number, { score: number; words: number; rarity: number }>();
    let total = 0;
    let guesses = GUESSED_WORDS;
    asked.forEach((term, at) => {
      let found = this.#find(term, patient && at === asked.length - 1);
      if (found.length === 0 && patient && guesses > 0 && this.#finder.mayBeMistyped(term.word)) {
        guesses -= 1;
        found = this.#finder
          .findLike(term.stem, at === asked.length - 1, englishStem)
          .map(({ number, likeness }) => ({ stem: this.#stems[number] ?? '', likeness }));
      }
      const best = new Map<number, number>();
      let weight = found.length === 0 ? this.#rarest : 0;
      for (const { stem, likeness } of found) {
        const known = this.#terms.get(stem);
        if (!known) continue;
        weight = Math.max(weight, known.weight);
        for (const [section, worth] of known.postings) {
          best.set(section, Math.max(best.get(section) ?? 0, worth * likeness));
        }
      }
      total += weight;
      for (const [section, worth] of best) {
        const sum = scores.get(section) ?? { score: 0, words: 0, rarity: 0 };
        sum.score += worth * weight;
        sum.words += 1;
        if (!SHORT_WORD.test(term.word)) sum.rarity = Math.max(sum.rarity, weight / this.#rarest);
        scores.set(section, sum);
      }
    });
    return [...scores].map(([section, sum]) => ({
      owner: this.#owners[section] as T,
      ...sum,
      score: sum.score / total,
    }));
  }

  /** The same, patiently, for what was typed in pinyin; sections may come more than once. */
  searchSpelled(text: string): SectionHit<T>[] {
    if (this.#locale !== 'zh') return [];
    return chineseSpelled(foldText(text), this.#taught).flatMap((reading) => this.search(reading, true));
  }

  #withoutSoundSlips(text: string): string {
    const slips = this.#soundSlips;
    return slips === null ? text : foldText(text).replace(HAN_RUN, (run) => slips.corrected([...run]).join(''));
  }

  #find({ word, stem }: ContentTerm, unfinished: boolean): { stem: string; likeness: number }[] {
    const found = this.#terms.has(stem) ? [{ stem, likeness: 1 }] : [];
    if (unfinished && stem.length > 1) {
      for (const { number, likeness } of this.#finder.find(stem, true)) {
        const known = this.#stems[number] ?? '';
        if (known !== stem) found.push({ stem: known, likeness });
      }
    }
    if (found.length > 0) return found;
    // A word of English is meant as it stands, unless it is spelled otherwise on the other side of the ocean.
    if (isEnglishWord(word)) {
      return this.#finder
        .findOtherSpelling(word)
        .map(({ number, likeness }) => ({ stem: this.#stems[number] ?? '', likeness }));
    }
    const near = this.#stems[this.#spelling.nearest(word, stem)];
    return near === undefined ? [] : [{ stem: near, likeness: ONE_SLIP }];
  }
}

function post(postings: Map<string, Postings>, stem: string, section: number, worth: number): void {
  const known = postings.get(stem) ?? new Map<number, number>();
  known.set(section, Math.max(known.get(section) ?? 0, worth));
  postings.set(stem, known);
}

function distinct(terms: readonly ContentTerm[]): ContentTerm[] {
  return [...new Map(terms.map((term) => [term.stem, term])).values()];
}
