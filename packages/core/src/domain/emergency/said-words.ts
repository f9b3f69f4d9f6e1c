import { simplify } from '../words/simplify.ts';

/** Shorter words have too many neighbours for any slip of the keyboard to be forgiven … */
const SHORTEST_SLIP = 6;
/** … but two letters that changed places ("pian") make a word of hardly any. */
const SHORTEST_SWAP = 4;
const WORDS_AND_BREAKS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+|[.,;:!?。，、；：！？\n]/gu;
const BREAK = /^[.,;:!?。，、；：！？\n]$/;
/** The first of the Chinese characters and their like; most words need no closer look. */
const FIRST_HAN = 0x2e80;
const HAN = /\p{Script=Han}/u;

/** Does a word of a phrase stand for Chinese characters? */
export function isHan(word: string): boolean {
  const mayBe = word.charCodeAt(0) >= FIRST_HAN || word.charCodeAt(word.length - 1) >= FIRST_HAN;
  return mayBe && HAN.test(word);
}

/** A text without what writing differs in: width, case, apostrophes, traditional characters. */
export function plainSaid(text: string): string {
  return simplify(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/['’‘`´]/g, '');
}

/** How many places of a text a word of a phrase takes: Chinese is cut into characters. */
export function lengthOf(word: string): number {
  return isHan(word) ? [...word].length : 1;
}

/** A said word that begins with a word of a phrase and goes on. */
export interface BegunWord {
  readonly place: number;
  readonly rest: string;
}

/**
 * The words of a message, Chinese a character each. A plan looks for thousands of words, so what each begins with and how long it is are
 * looked up: comparing every word with every word took milliseconds.
 */
export class SaidWords {
  readonly #words: string[] = [];
  /** Which clause a word stands in. */
  readonly #clauses: number[] = [];
  /** Places of words by what they begin with, up to the whole. */
  readonly #begun = new Map<string, number[]>();
  readonly #ofLength: number[][] = [];

  constructor(text: string) {
    let clause = 0;
    for (const [word] of plainSaid(text).matchAll(WORDS_AND_BREAKS)) {
      if (BREAK.test(word)) clause += 1;
      else {
        const place = this.#words.push(word) - 1;
        this.#clauses.push(clause);
        for (let length = 1; length <= Math.min(word.length, LONGEST_START); length += 1)
          listOf(this.#begun, word.slice(0, length)).push(place);
        (this.#ofLength[word.length] ??= []).push(place);
      }
    }
  }

  /** Where a word of a phrase begins; Chinese ones are runs of characters. */
  placesOf(wanted: string): readonly number[] {
    if (isHan(wanted)) return this.#runsOf([...wanted]);
    if (wanted.endsWith('*')) return this.#begunBy(wanted.slice(0, -1), () => true);
    if (wanted.length < SHORTEST_SWAP) return this.#begunBy(wanted, (word) => word === wanted);
    const places: number[] = [];
    const slip = wanted.length >= SHORTEST_SLIP ? 1 : 0;
    for (let length = wanted.length - slip; length <= wanted.length + slip; length += 1)
      for (const place of this.#ofLength[length] ?? NOWHERE) if (means(wanted, this.#at(place))) places.push(place);
    return places;
  }

  wordsBegunBy(start: string): readonly BegunWord[] {
    const stem = start.endsWith('*') ? start.slice(0, -1) : start;
    const places = this.#begunBy(stem, (word) => word.length > stem.length);
    if (places.length === 0) return NONE;
    return places.map((place) => ({ place, rest: this.#at(place).slice(stem.length) }));
  }

  inOneClause(one: number, other: number): boolean {
    return this.#clauses[one] === this.#clauses[other];
  }

  #begunBy(stem: string, fits: (word: string) => boolean): readonly number[] {
    const begun = this.#begun.get(stem.slice(0, LONGEST_START));
    if (begun === undefined) return NOWHERE;
    return begun.filter((place) => this.#at(place).startsWith(stem) && fits(this.#at(place)));
  }

  #runsOf([first = '', ...others]: readonly string[]): readonly number[] {
    const places = this.#begunBy(first, () => true);
    if (places.length === 0) return NOWHERE;
    return places.filter((place) => others.every((character, offset) => this.#words[place + 1 + offset] === character));
  }

  #at(place: number): string {
    return this.#words[place] ?? '';
  }
}

const NOWHERE: readonly number[] = [];
const NONE: readonly BegunWord[] = [];
/** Longer words of a phrase are found by their length. */
const LONGEST_START = 20;

function listOf(lists: Map<string, number[]>, key: string): number[] {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
}

/** Is a said word what a word of a phrase stands for? */
export function means(wanted: string, word: string): boolean {
  if (wanted.endsWith('*')) return word.startsWith(wanted.slice(0, -1));
  if (word === wanted) return true;
  if (wanted.length >= SHORTEST_SLIP) return isOneSlipAway(wanted, word);
  return wanted.length >= SHORTEST_SWAP && word.length === wanted.length && isOneSwapAway(wanted, word);
}

function isOneSwapAway(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

/** One letter more, less or other, or two neighbours swapped. */
function isOneSlipAway(one: string, other: string): boolean {
  const [longer, shorter] = one.length >= other.length ? [one, other] : [other, one];
  if (longer.length - shorter.length > 1) return false;
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at += 1;
  if (longer.length > shorter.length) return longer.slice(at + 1) === shorter.slice(at);
  if (longer.slice(at + 1) === shorter.slice(at + 1)) return true;
  return isOneSwapAway(longer, shorter);
}
