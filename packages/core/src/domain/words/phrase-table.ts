import { neighboursIn, plainText, SaidText } from './phrase.ts';
import type { Phrase } from './phrase.ts';
import { simplify } from './simplify.ts';
import { WordGlance } from './word-glance.ts';

/** So many first letters of a beginning (`refund*`) it is found under. */
const KEY_LENGTH = 4;

interface Entry<T> {
  readonly phrase: Phrase;
  readonly meaning: T;
}

/**
 * Many phrases, each with what it stands for, of which the few that a text says are found without looking for all of them: every word
 * of the text is looked up once.
 */
export class PhraseTable<T> {
  readonly #byWord = new Map<string, Entry<T>[]>();
  readonly #byBeginning = new Map<string, Entry<T>[]>();
  readonly #glance = new WordGlance();

  constructor(phrases: Iterable<readonly [phrase: Phrase, meaning: T]>) {
    for (const [phrase, meaning] of phrases) {
      const key = keyOf(phrase);
      if (key === null) continue;
      this.#glance.add(key.word, key.begins);
      const table = key.begins ? this.#byBeginning : this.#byWord;
      const known = table.get(key.word);
      if (known === undefined) table.set(key.word, [{ phrase, meaning }]);
      else known.push({ phrase, meaning });
    }
  }

  /**
   * Whether a text may say a phrase: false means that none is said. A glance as every message gets it; the text is neither cut nor copied
   * before it has what a phrase is found by.
   */
  mayBeSaidIn(text: string): boolean {
    let plain: string | null = null;
    const hasWordsOf = ({ phrase: { parts } }: Entry<T>) => {
      const said = (plain ??= plainText(text));
      return parts.every(({ words }) => words.every((word) => said.includes(word)));
    };
    return this.#glance.mayBeIn(simplify(text), (key) => {
      if (this.#byWord.get(key)?.some(hasWordsOf)) return true;
      // A beginning may be shorter than its key would be.
      for (let length = Math.min(KEY_LENGTH, key.length); length > 0; length -= 1) {
        if (this.#byBeginning.get(key.slice(0, length))?.some(hasWordsOf)) return true;
      }
      return false;
    });
  }

  /** What of the table a text says, each phrase once, in no order that means anything. */
  saidIn(text: string): Entry<T>[] {
    const said = new SaidText(text);
    const found: Entry<T>[] = [];
    for (const pair of said.neighbours) {
      for (const entry of this.#byWord.get(pair) ?? []) if (said.says(entry.phrase)) found.push(entry);
    }
    for (const word of said.words) {
      for (const entry of this.#byWord.get(word) ?? []) if (said.says(entry.phrase)) found.push(entry);
      for (let length = 1; length <= Math.min(KEY_LENGTH, word.length); length += 1) {
        // A beginning may be shorter than its key would be.
        for (const entry of this.#byBeginning.get(word.slice(0, length)) ?? []) {
          if (said.says(entry.phrase)) found.push(entry);
        }
      }
    }
    return found.length < 2
      ? found
      : found.filter((entry, at) => found.findIndex((other) => other.phrase === entry.phrase) === at);
  }
}

/**
 * What a phrase is found by: the longest of its words, as the shortest ones stand in every other text. Two Chinese characters that stand
 * next to each other are one here: 还 and 没 are everywhere, 还没 is not.
 */
function keyOf({ parts }: Phrase): { word: string; begins: boolean } | null {
  const words = parts.flatMap(({ words: all, begins }) => [
    ...neighboursIn(all).map((word) => ({ word, begins: false })),
    ...all.map((word, at) => ({ word, begins: begins && at === all.length - 1 })),
  ]);
  const [first, ...others] = words;
  if (first === undefined) return null;
  const best = others.reduce((one, other) => (rank(other) > rank(one) ? other : one), first);
  return best.begins ? { word: best.word.slice(0, KEY_LENGTH), begins: true } : best;
}

/** A beginning is worth no more letters than it is looked up by. */
function rank({ word, begins }: { word: string; begins: boolean }): number {
  return begins ? Math.min(word.length, KEY_LENGTH) : word.length;
}
