import type { FlagPhrase } from './flag-phrase.ts';
import { plainSaid } from './plain-said.ts';
import type { PlanWords } from './plan-words.ts';

const WORDS_AND_BREAKS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+|[.,;:!?。，、；：！？\n]/gu;
const BREAK = /^[.,;:!?。，、；：！？\n]$/;

/** The words of a message, Chinese a character each, and where a plan's words are among them. */
export class SaidWords {
  /** Which clause a word stands in. */
  readonly #clauses: number[] = [];
  readonly #places = new Map<string, number[]>();
  readonly #oneWord = new Map<FlagPhrase, number[]>();

  constructor(text: string, plan: PlanWords) {
    const words: string[] = [];
    let clause = 0;
    for (const [word] of plainSaid(text).matchAll(WORDS_AND_BREAKS)) {
      if (BREAK.test(word)) clause += 1;
      else {
        words.push(word);
        this.#clauses.push(clause);
      }
    }
    words.forEach((word, place) => {
      const { words: meant, oneWord } = plan.meaningOf(word);
      for (const each of meant) listOf(this.#places, each).push(place);
      for (const phrase of oneWord) listOf(this.#oneWord, phrase).push(place);
      for (const { text: run, characters } of plan.chineseFrom(word)) {
        if (characters.every((character, offset) => offset === 0 || words[place + offset] === character)) {
          listOf(this.#places, run).push(place);
        }
      }
    });
  }

  /** Where a word of a phrase begins, in order; Chinese ones are runs of characters. */
  placesOf(wanted: string): readonly number[] {
    return this.#places.get(wanted) ?? NOWHERE;
  }

  /** Where both parts of a phrase are said as one word: in a hurry the blank is forgotten. */
  placesAsOneWord(phrase: FlagPhrase): readonly number[] {
    return this.#oneWord.get(phrase) ?? NOWHERE;
  }

  inOneClause(one: number, other: number): boolean {
    return this.#clauses[one] === this.#clauses[other];
  }
}

const NOWHERE: readonly number[] = [];

function listOf<K>(lists: Map<K, number[]>, key: K): number[] {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
}
