import Fuse from 'fuse.js';

export interface FoundTerm {
  /** Its place in the vocabulary. */
  number: number;
  /** From 0 to 1, 1 is the same word. */
  likeness: number;
}

/** Of a word of which what was typed is the beginning. */
const BEGINNING = 0.9;
/** Shorter ones are like too many others. */
const SHORTEST_TYPO = 4;
/** Of a word with two neighbouring letters exchanged, the commonest slip: fuse.js counts two, which is too far in a short word. */
const EXCHANGED = 0.85;
/** fuse.js's distance, from 0 (equal) to 1, up to which a word counts as mistyped. */
const FARTHEST = 0.4;
const NEIGHBOURS = 4;
const LENGTHS_APART = 2;
const OPTIONS = {
  includeScore: true,
  threshold: FARTHEST,
  location: 0,
  distance: 20,
  ignoreFieldNorm: true,
};
const LATIN_WORD = /^[a-z]{3,20}$/;

/**
 * Finds the words of a vocabulary that are meant by a typed one: the same stem, or, for the word that is being typed, the beginning;
 * or else, by fuse.js, those that it may be a slip of. Fuzzy search over some hundred words takes a tenth of what it takes over the phrases.
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

  mayBeMistyped(typed: string): boolean {
    return typed.length >= SHORTEST_TYPO && LATIN_WORD.test(typed);
  }

  /**
   * The words that `typed` may be a slip of.
   * @param stem of a form of one that does not stand there itself ("darnign" of "darn"), where the words are stems
   */
  findLike(typed: string, stem = this.#stem): FoundTerm[] {
    const found: FoundTerm[] = [];
    for (let at = 0; at + 1 < typed.length; at += 1) {
      const exchanged = `${typed.slice(0, at)}${typed.charAt(at + 1)}${typed.charAt(at)}${typed.slice(at + 2)}`;
      const numbers = this.#byStem.get(stem(exchanged)) ?? [];
      for (const number of numbers) found.push({ number, likeness: EXCHANGED });
    }
    for (let length = typed.length - LENGTHS_APART; length <= typed.length + LENGTHS_APART; length += 1) {
      for (const { item, score = 1 } of this.#ofLength(length)?.search(typed, { limit: NEIGHBOURS }) ?? []) {
        found.push({ number: this.#numbers.get(item) ?? -1, likeness: 1 - score });
      }
    }
    return found.sort((first, second) => second.likeness - first.likeness).slice(0, NEIGHBOURS);
  }

  #ofLength(length: number): Fuse<string> | undefined {
    const terms = this.#byLength.get(length);
    if (terms === undefined) return undefined;
    const known = this.#fuseByLength.get(length) ?? new Fuse(terms, OPTIONS);
    this.#fuseByLength.set(length, known);
    return known;
  }
}
