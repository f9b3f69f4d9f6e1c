import { beginHash, endHash, extendHash } from '@solodesk/text-model';
import { atOnce } from '../in-slices.ts';

/** Letters of a mistyped word. Shorter ones have too many neighbours: `size` and `site`, `pay` and `day`. */
const SHORTEST = 5;
/** Letters of a stem: that of `lable` is `labl`. */
const SHORTEST_STEM = 4;
/** A number with a slip in it is another number. */
const LETTERS = /^[a-z]+$/;

/** Stems that are indexed between two pauses: a part of a millisecond's work. */
const STRETCH = 100;

const KIND = 0;
/** Nothing is left out. */
const WHOLE = -1;
const NO_ENTRY = -1;

/** The hash of a word as it is spelled without the letter at `left`. */
function hashWithout(word: string, left: number): number {
  let hash = beginHash(KIND);
  for (let at = 0; at < word.length; at += 1) if (at !== left) hash = extendHash(hash, word.charCodeAt(at));
  return endHash(hash);
}

function isIndexed(stem: string): boolean {
  return stem.length >= SHORTEST_STEM && LETTERS.test(stem);
}

/** One letter more, less, other, or two neighbours swapped. Both words have a spelling with one letter less in common, or one is such a spelling. */
function oneSlipApart(first: string, second: string): boolean {
  const longer = first.length >= second.length ? first : second;
  const shorter = longer === first ? second : first;
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at += 1;
  if (longer.length === shorter.length + 1) return longer.slice(at + 1) === shorter.slice(at);
  if (longer.length !== shorter.length) return false;
  if (longer.slice(at + 1) === shorter.slice(at + 1)) return true;
  return (
    longer[at] === shorter[at + 1] && longer[at + 1] === shorter[at] && longer.slice(at + 2) === shorter.slice(at + 2)
  );
}

const ENDING = /(?:ing|ed|es|e|s)$/;

/** A word without its ending, where a slip hid that from the stemmer: it takes none from `shpping`, which has no vowel before it. */
export function withoutEnding(word: string): string {
  return word.replace(ENDING, '');
}

/**
 * Finds the stem of a vocabulary that is one slip of the keyboard away. Stems are indexed by their spellings with one letter
 * left out (as in SymSpell), so that a look-up costs a few reads and not a walk over the vocabulary. Spellings are kept as chains of those
 * whose hashes end alike, in typed arrays; two that share a chain by chance are told apart when the words are compared.
 */
export class Spelling {
  readonly #stems: readonly string[];
  readonly #mask: number;
  /** By the end of a hash, the chain's first entry. */
  readonly #first: Int32Array;
  /** By entry: the chain's next one, and whose spelling it is. */
  readonly #next: Int32Array;
  readonly #stemOf: Uint32Array;
  #entries = 0;

  private constructor(stems: readonly string[]) {
    this.#stems = stems;
    const entries = stems.reduce((sum, stem) => sum + (isIndexed(stem) ? stem.length + 1 : 0), 0);
    let size = 4;
    while (size < entries) size *= 2;
    this.#mask = size - 1;
    this.#first = new Int32Array(size).fill(NO_ENTRY);
    this.#next = new Int32Array(entries);
    this.#stemOf = new Uint32Array(entries);
  }

  static of(stems: readonly string[]): Spelling {
    return atOnce(Spelling.build(stems));
  }

  /** The same with pauses (`yield`), for who must not be kept busy: see `inSlices`. */
  static *build(stems: readonly string[]): Generator<void, Spelling> {
    const spelling = new Spelling(stems);
    for (let index = 0; index < stems.length; index += 1) {
      if (index % STRETCH === 0) yield;
      spelling.#add(index);
    }
    return spelling;
  }

  #add(index: number): void {
    const stem = this.#stems[index] ?? '';
    if (!isIndexed(stem)) return;
    for (let left = WHOLE; left < stem.length; left += 1) {
      const slot = hashWithout(stem, left) & this.#mask;
      const entry = this.#entries++;
      this.#stemOf[entry] = index;
      this.#next[entry] = this.#first[slot]!;
      this.#first[slot] = entry;
    }
  }

  /**
   * @param typed the word as it was typed, `stem` its stem
   * @returns the index of the nearest stem (the first in the vocabulary when several are near), or -1
   */
  nearest(typed: string, stem: string): number {
    return typed.length < SHORTEST ? -1 : (this.near(stem)[0] ?? -1);
  }

  /** Indexes of all stems that are one slip away, in the vocabulary's order: for who can tell which of them is meant. */
  near(stem: string): number[] {
    // One letter of a stem may be missing.
    if (stem.length < SHORTEST_STEM - 1 || !LETTERS.test(stem)) return [];
    const near = new Set<number>();
    for (let left = WHOLE; left < stem.length; left += 1) {
      let entry = this.#first[hashWithout(stem, left) & this.#mask]!;
      for (; entry !== NO_ENTRY; entry = this.#next[entry]!) {
        const index = this.#stemOf[entry]!;
        if (!near.has(index) && oneSlipApart(stem, this.#stems[index] ?? '')) near.add(index);
      }
    }
    return [...near].sort((a, b) => a - b);
  }
}
