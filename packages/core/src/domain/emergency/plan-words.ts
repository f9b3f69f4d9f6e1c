import type { FlagPhrase } from './flag-phrase.ts';
import { isHan } from './plain-said.ts';

/** Shorter words have too many neighbours for any slip of the keyboard to be forgiven … */
const SHORTEST_SLIP = 6;
/** … but two letters that changed places ("pian") make a word of hardly any. */
const SHORTEST_SWAP = 4;
/** Words of so many letters and fewer are remembered; longer ones are hardly said twice. */
const LONGEST_KNOWN = 24;
/** Said words that are remembered; then all are forgotten. */
const MOST_KNOWN = 10_000;

/** What one said word may stand for. */
export interface Meaning {
  /** Words of the plan. */
  readonly words: readonly string[];
  /** Phrases of two parts that it says without the blank: "chestpain". */
  readonly oneWord: readonly FlagPhrase[];
}

export interface ChineseWord {
  readonly text: string;
  readonly characters: readonly string[];
}

const NONE: readonly ChineseWord[] = [];

/**
 * The words of a plan by how they may be said. A plan has thousands of words and a message ten, most of which were said before: what each of these
 * stands for is looked up once and remembered, instead of looking for all words of the plan in each message.
 */
export class PlanWords {
  readonly #exact = new Set<string>();
  /** Words that may be mistyped, by length. */
  readonly #ofLength: string[][] = [];
  /** `cannot*` by `cannot`. */
  readonly #begun = new Map<string, string>();
  readonly #pairsBegun = new Map<string, FlagPhrase[]>();
  readonly #chinese = new Map<string, ChineseWord[]>();
  readonly #known = new Map<string, Meaning>();

  constructor(phrases: readonly FlagPhrase[]) {
    const words = new Set(phrases.flat(2));
    for (const word of words) {
      if (isHan(word)) this.#addChinese(word);
      else if (word.endsWith('*')) this.#begun.set(word.slice(0, -1), word);
      else {
        this.#exact.add(word);
        if (word.length >= SHORTEST_SWAP) (this.#ofLength[word.length] ??= []).push(word);
      }
    }
    for (const phrase of phrases) {
      const [first, second] = phrase;
      if (first === undefined || second === undefined || phrase.length > 2) continue;
      for (const start of first) {
        const stem = start.endsWith('*') ? start.slice(0, -1) : start;
        this.#pairsBegun.set(stem, [...(this.#pairsBegun.get(stem) ?? []), phrase]);
      }
    }
  }

  meaningOf(said: string): Meaning {
    const known = this.#known.get(said);
    if (known !== undefined) return known;
    const meaning = { words: this.#wordsMeantBy(said), oneWord: this.#pairsIn(said) };
    if (said.length > LONGEST_KNOWN) return meaning;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(said, meaning);
    return meaning;
  }

  /** Words that begin with the character, or letter, with which a said word begins. */
  chineseFrom(said: string): readonly ChineseWord[] {
    const [first = ''] = said;
    return this.#chinese.get(first) ?? NONE;
  }

  #addChinese(text: string): void {
    const characters = [...text];
    const [first = ''] = characters;
    this.#chinese.set(first, [...(this.#chinese.get(first) ?? []), { text, characters }]);
  }

  #wordsMeantBy(said: string): string[] {
    const words = this.#exact.has(said) ? [said] : [];
    for (let length = said.length - 1; length <= said.length + 1; length += 1) {
      for (const word of this.#ofLength[length] ?? []) if (word !== said && means(word, said)) words.push(word);
    }
    for (let length = 1; length <= said.length; length += 1) {
      const word = this.#begun.get(said.slice(0, length));
      if (word !== undefined) words.push(word);
    }
    return words;
  }

  #pairsIn(said: string): FlagPhrase[] {
    const pairs = new Set<FlagPhrase>();
    for (let length = 1; length < said.length; length += 1) {
      for (const phrase of this.#pairsBegun.get(said.slice(0, length)) ?? []) {
        const rest = said.slice(length);
        if (phrase[1]?.some((word) => means(word, rest)) === true) pairs.add(phrase);
      }
    }
    return [...pairs];
  }
}

/** Is a said word what a word of a phrase stands for? */
function means(wanted: string, word: string): boolean {
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
