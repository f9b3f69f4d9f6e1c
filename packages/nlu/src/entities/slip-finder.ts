import { englishVectors } from '../model/word-vectors.ts';
import { englishStem } from '../text/english-words.ts';

/** Shorter words are like too many others. */
const SHORTEST = 4;
/** Of one with a letter too few, where other words bear it out. */
const SHORTEST_TYPED = 3;
const LONGEST = 24;
const LETTERS = /^[a-z]+$/;
const BEGINNING = 2;
/** Letters from which on two slips leave a word what it is; by itself it has to be longer than among others that bear it out. */
const TWO_SLIPS_AMONG = 6;
const TWO_SLIPS_ALONE = 8;
/** A word of a name as it is written, or its stem. */
interface Term {
  readonly letters: string;
  /** The stem under which its names are kept. */
  readonly unit: string;
  /** A bit for each letter that it has. */
  readonly has: number;
}

/**
 * Finds the words of names that a mistyped one may mean: one slip of the keyboard away, or two of a long word. One slip leaves one of the first
 * two letters among them: only words that share one of those are looked at.
 */
export class SlipFinder {
  readonly #byLetter = new Map<string, Term[]>();

  /** @param words as they stand in names, folded */
  constructor(words: Iterable<string>) {
    const seen = new Set<string>();
    for (const word of words) {
      const unit = englishStem(word);
      for (const letters of new Set([word, unit])) {
        if (letters.length < SHORTEST || letters.length > LONGEST || !LETTERS.test(letters) || seen.has(letters))
          continue;
        seen.add(letters);
        for (const letter of new Set(letters.slice(0, BEGINNING))) {
          const terms = this.#byLetter.get(letter);
          const term = { letters, unit, has: lettersIn(letters) };
          if (terms) terms.push(term);
          else this.#byLetter.set(letter, [term]);
        }
      }
    }
  }

  /**
   * Stems of the words that are nearest; none where the typed word is one by itself, or like no other.
   * @param typed folded
   * @param isAlone no other word bears it out
   */
  find(typed: string, isAlone: boolean): string[] {
    if (typed.length < (isAlone ? SHORTEST : SHORTEST_TYPED) || typed.length > LONGEST || !LETTERS.test(typed))
      return [];
    // A word of English is meant as it stands: who asks for shorts wants no shirt.
    if (englishVectors().find(typed) >= 0) return [];
    const spellings = [...new Set([typed, englishStem(typed)])].map((letters) => ({
      letters,
      has: lettersIn(letters),
    }));
    let best = Infinity;
    const units = new Set<string>();
    for (const letter of new Set(typed.slice(0, BEGINNING))) {
      for (const { letters, unit, has } of this.#byLetter.get(letter) ?? []) {
        const most = letters.length >= (isAlone ? TWO_SLIPS_ALONE : TWO_SLIPS_AMONG) ? 2 : 1;
        const allowed = Math.min(most, best);
        for (const spelling of spellings) {
          // Most words are told by that alone: one slip brings in one letter, or takes one away, or both.
          if (bitsIn(has & ~spelling.has) > allowed || bitsIn(spelling.has & ~has) > allowed) continue;
          const slips = slipsBetween(spelling.letters, letters, allowed);
          if (slips > Math.min(allowed, best)) continue;
          if (slips < best) units.clear();
          best = slips;
          units.add(unit);
        }
      }
    }
    return [...units];
  }
}

function lettersIn(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) - 97);
  return letters;
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/**
 * Letters too many, too few, other ones, and neighbours swapped (the "optimal string alignment" of Damerau and Levenshtein).
 * @param most beyond which it does not matter how many more there are
 */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, row] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let slips = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        slips = Math.min(slips, before[j - 2]! + 1);
      next.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length]!;
}
