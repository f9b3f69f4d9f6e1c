import { MILD_COMPLAINTS } from './complaints-mild.ts';
import { STRONG_COMPLAINTS } from './complaints-strong.ts';
import { MARKS } from './marks.ts';
import type { Mark } from './marks.ts';
import { PLAIN_WORDS } from './plain-words.ts';
import { MILD_PRAISE } from './praise-mild.ts';
import { STRONG_PRAISE } from './praise-strong.ts';
import { WEAK_WORDS } from './weak-words.ts';

export interface ChineseWord {
  strength: number;
  mark: Mark | null;
}

/** More units are not looked at for one word. */
const LONGEST = 12;

const GROUPS = [WEAK_WORDS, PLAIN_WORDS, STRONG_PRAISE, MILD_PRAISE, STRONG_COMPLAINTS, MILD_COMPLAINTS].flat();

/** Every word with its strength; where two groups have it, the first counts. */
export function* chineseWords(): Generator<[word: string, strength: number]> {
  const seen = new Set<string>();
  for (const [strength, words] of GROUPS) {
    for (const word of words.split(/\s+/)) {
      if (word === '' || seen.has(word)) continue;
      seen.add(word);
      yield [word, strength];
    }
  }
}

/** Finds the longest word that begins at a place: one look at a map for each length that occurs with the first character. */
export class WordTable {
  readonly #words = new Map<string, ChineseWord>();
  readonly #longest = new Map<string, number>();

  constructor() {
    for (const [word, strength] of chineseWords()) this.#put(word, { strength, mark: null });
    for (const [word, mark] of MARKS) {
      const known = this.#words.get(word);
      // Of one character both are meant (差 is none of these, 不 is); a longer word with a strength is no mere degree (很好).
      this.#put(word, { strength: known === undefined || word.length === 1 ? 0 : known.strength, mark });
    }
  }

  /** @returns how many units the longest known word at `at` has, 0 if there is none */
  lengthAt(text: string, at: number): number {
    const longest = this.#longest.get(text.charAt(at)) ?? 0;
    for (let length = Math.min(longest, text.length - at); length > 0; length -= 1) {
      if (this.#words.has(text.substr(at, length))) return length;
    }
    return 0;
  }

  get(word: string): ChineseWord | undefined {
    return this.#words.get(word);
  }

  #put(word: string, entry: ChineseWord): void {
    if (word.length > LONGEST) return;
    this.#words.set(word, entry);
    const first = word.charAt(0);
    this.#longest.set(first, Math.max(this.#longest.get(first) ?? 0, word.length));
  }
}
