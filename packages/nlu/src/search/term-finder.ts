import Fuse from 'fuse.js';
import { slipsBetween } from '../entities/slip-finder.ts';
import { isEnglishWord, spelledAlike } from '../text/english-spelling.ts';

export interface FoundTerm {
  /** Its place in the vocabulary. */
  number: number;
  /** From 0 to 1, 1 is the same word. */
  likeness: number;
}

/** Of a word of which what was typed is the beginning. */
const BEGINNING = 0.9;
/** Of one that is spelled so in the other English. */
const OTHER_SPELLING = 0.95;
/** Of one that so many slips explain. */
const SLIPPED = [1, 0.85, 0.7] as const;
/** Of one of which the beginning was typed, with a slip in it. */
const SLIPPED_BEGINNING = 0.7;
/** Shorter ones are like too many others ... */
const SHORTEST_TYPO = 4;
/** ... and of these, one with another letter is mostly another word: only a letter too many or too few, or two exchanged, are a slip. */
const SHORTEST_OTHER_LETTER = 5;
const SHORTEST_BEGINNING = 5;
/** Letters from which on two slips leave a word what it is. */
const TWO_SLIPS = 8;
const NEIGHBOURS = 4;
/** Of so many of a length that are like what was typed the slips are counted. */
const CANDIDATES = 24;
/** fuse.js's distance, from 0 (equal) to 1: farther than any two slips that count. */
const LOOSE = { threshold: 0.5, location: 0, distance: 20, ignoreFieldNorm: true };
/** The two spellings of a word, in whatever form: "cancelling", "cancel". */
const LENGTHS_APART = 3;
const SAME_BEGINNING = 2;
const LATIN_WORD = /^[a-z]{3,20}$/;

/**
 * Finds the words of a vocabulary that are meant by a typed one: the same stem, or, for the word that is being typed, the beginning;
 * or else those that it may be a slip of. fuse.js names those that are like it; how many slips of the keyboard lie between the whole words decides,
 * as fuse.js is content with a part of what was typed anywhere in a word: "women" would be "come".
 */
export class TermFinder {
  readonly #terms: string[] = [];
  /** Of each term. */
  readonly #stems: string[] = [];
  readonly #stem: (word: string) => string;
  readonly #byStem = new Map<string, number[]>();
  readonly #numbers = new Map<string, number>();
  /** Most of a vocabulary is too long or too short to be meant. */
  readonly #byLength = new Map<number, string[]>();
  /** Made at the first slip in a word of such a length: a vocabulary takes longer to index for slips than for all else. */
  readonly #fuseByLength = new Map<number, Fuse<string>>();

  /** @param terms each once */
  constructor(terms: readonly string[], stem: (word: string) => string) {
    this.#stem = stem;
    for (const term of terms) this.add(term);
  }

  /** @param term a new one; its number is how many there were before */
  add(term: string): void {
    const number = this.#terms.push(term) - 1;
    this.#numbers.set(term, number);
    const key = this.#stem(term);
    this.#stems.push(key);
    const numbers = this.#byStem.get(key);
    if (numbers) numbers.push(number);
    else this.#byStem.set(key, [number]);
    if (!LATIN_WORD.test(term)) return;
    const ofLength = this.#byLength.get(term.length);
    if (ofLength) ofLength.push(term);
    else this.#byLength.set(term.length, [term]);
    this.#fuseByLength.delete(term.length);
  }

  /**
   * The words of the same stem.
   * @param unfinished the word may be half typed: those that begin with it, too
   */
  find(typed: string, unfinished: boolean): FoundTerm[] {
    const found = (this.#byStem.get(this.#stem(typed)) ?? []).map((number) => ({ number, likeness: 1 }));
    if (unfinished) {
      this.#terms.forEach((term, number) => {
        if (term.length > typed.length && term.startsWith(typed)) found.push({ number, likeness: BEGINNING });
      });
    }
    return found;
  }

  /** Of a term of the vocabulary. */
  stemOfTerm(term: string): string | undefined {
    return this.#stems[this.#numbers.get(term) ?? -1];
  }

  term(number: number): string | undefined {
    return this.#terms[number];
  }

  /** A word of English is meant as it stands: who looks for "women" wants no "come", and "height" is no "weight". */
  mayBeMistyped(typed: string): boolean {
    return typed.length >= SHORTEST_TYPO && LATIN_WORD.test(typed) && !isEnglishWord(typed);
  }

  /** The words that are the same in the English of the other side of the ocean. */
  findOtherSpelling(typed: string): FoundTerm[] {
    if (typed.length < SHORTEST_TYPO || !LATIN_WORD.test(typed)) return [];
    const found: FoundTerm[] = [];
    for (let length = typed.length - LENGTHS_APART; length <= typed.length + LENGTHS_APART; length += 1) {
      for (const term of this.#byLength.get(length) ?? []) {
        if (!term.startsWith(typed.slice(0, SAME_BEGINNING)) || !spelledAlike(typed, term)) continue;
        found.push({ number: this.#numbers.get(term) ?? -1, likeness: OTHER_SPELLING });
      }
    }
    return found;
  }

  /**
   * The words that `typed` may be a slip of, nearest first.
   * @param unfinished the word may be half typed: those of which the beginning may be meant, too
   * @param stem of a form of one that does not stand there itself ("darnign" of "darn"), where the words are stems
   */
  findLike(typed: string, unfinished: boolean, stem = this.#stem): FoundTerm[] {
    const found = new Map<number, number>();
    const note = (number: number, likeness: number) => {
      if (likeness > (found.get(number) ?? 0)) found.set(number, likeness);
    };
    for (let at = 0; at + 1 < typed.length; at += 1) {
      const exchanged = `${typed.slice(0, at)}${typed.charAt(at + 1)}${typed.charAt(at)}${typed.slice(at + 2)}`;
      for (const number of this.#byStem.get(stem(exchanged)) ?? []) note(number, SLIPPED[1]);
    }
    const most = typed.length >= TWO_SLIPS ? 2 : 1;
    for (let length = typed.length - most; length <= typed.length + most; length += 1) {
      for (const { item: term } of this.#ofLength(length)?.search(typed, { limit: CANDIDATES }) ?? []) {
        const slips = slipsApart(typed, term, most);
        if (slips !== null) note(this.#numbers.get(term) ?? -1, SLIPPED[slips]);
      }
    }
    if (unfinished && found.size === 0 && typed.length >= SHORTEST_BEGINNING) {
      for (const [term, number] of this.#numbers) if (beginsLike(term, typed)) note(number, SLIPPED_BEGINNING);
    }
    return [...found]
      .map(([number, likeness]) => ({ number, likeness }))
      .sort((first, second) => second.likeness - first.likeness)
      .slice(0, NEIGHBOURS);
  }

  #ofLength(length: number): Fuse<string> | undefined {
    const terms = this.#byLength.get(length);
    if (terms === undefined) return undefined;
    const known = this.#fuseByLength.get(length) ?? new Fuse(terms, LOOSE);
    this.#fuseByLength.set(length, known);
    return known;
  }
}

/** How many slips lie between two words; null: too many for them to be one. Hardly anybody mistypes the first letter for a third one. */
function slipsApart(typed: string, term: string, most: 1 | 2): 1 | 2 | null {
  if (!beginAlike(typed, term)) return null;
  if (typed.length === term.length && typed.length < SHORTEST_OTHER_LETTER) return null;
  const slips = slipsBetween(typed, term, most);
  return (slips === 1 || slips === 2) && slips <= most ? slips : null;
}

/** With the same letter, or with one of the first two left out or exchanged. */
function beginAlike(typed: string, term: string): boolean {
  return typed[0] === term[0] || typed[0] === term[1] || typed[1] === term[0];
}

function beginsLike(term: string, typed: string): boolean {
  if (term.length <= typed.length || !LATIN_WORD.test(term) || !beginAlike(typed, term)) return false;
  return [-1, 0, 1].some((more) => slipsBetween(typed, term.slice(0, typed.length + more), 1) <= 1);
}
