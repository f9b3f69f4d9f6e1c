import type { Localized } from '../locale.ts';
import { simplify } from '../words/simplify.ts';

/** One danger, in the words that people use for it. */
export interface RedFlag {
  /** For the owner's eyes: `chest-pain`. */
  readonly name: string;
  /** Each is a few parts (`phraseParts`) that must all be said near each other, in any order. */
  readonly phrases: readonly (readonly string[])[];
  /** First-aid steps that the owner has approved; nothing is ever made up where there are none. */
  readonly firstAid: Localized<string>;
}

/** What a site does when somebody may be in danger. */
export interface EmergencyPlan {
  /** The number to call, as people dial it. */
  readonly number: string;
  readonly flags: readonly RedFlag[];
}

interface Said {
  word: string;
  /** Its place: words for alphabets, characters for Chinese. */
  at: number;
}

/** How far the parts of a phrase may lie apart, in words or Chinese characters, besides their own. */
const WINDOW = 6;
/** Shorter words have too many neighbours for any slip of the keyboard to be forgiven … */
const SHORTEST_SLIP = 6;
/** … but two letters that changed places ("pian") make a word of hardly any. */
const SHORTEST_SWAP = 4;
const WORDS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /\p{Script=Han}/u;

/**
 * The first flag that a text raises. It errs on the side of danger: what is denied or asked about ("no chest pain") counts as said, and
 * one slip of the keyboard in a longer word is forgiven. Nobody is harmed by a number too many.
 */
export function raisedFlag(text: string, plan: EmergencyPlan): RedFlag | null {
  const said = new SaidWords(text);
  return plan.flags.find((flag) => flag.phrases.some((parts) => isSaid(parts, said))) ?? null;
}

/** The parts of a phrase as an owner writes it: words between blanks; `*` ends a part that words may go on from. */
export function phraseParts(phrase: string): string[] {
  return plain(phrase)
    .split(/\s+/)
    .filter((part) => part !== '');
}

/** Many phrases share their parts, so each is looked for once. */
class SaidWords {
  readonly #said: readonly Said[];
  readonly #places = new Map<string, readonly number[]>();

  constructor(text: string) {
    this.#said = Array.from(plain(text).matchAll(WORDS), ([word], at) => ({ word, at }));
  }

  placesOf(part: string): readonly number[] {
    let places = this.#places.get(part);
    if (places === undefined) this.#places.set(part, (places = placesOf(part, this.#said)));
    return places;
  }
}

function plain(text: string): string {
  return simplify(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/['’‘`´]/g, '');
}

function isSaid(parts: readonly string[], said: SaidWords): boolean {
  const [first, ...others] = parts;
  if (first === undefined) return false;
  // In a hurry the blank is forgotten.
  if (others.length > 0 && !parts.some((part) => HAN.test(part)) && said.placesOf(parts.join('')).length > 0)
    return true;
  const reach = WINDOW + parts.reduce((sum, part) => sum + lengthOf(part), 0);
  return said
    .placesOf(first)
    .some((place) => others.every((part) => said.placesOf(part).some((other) => Math.abs(other - place) <= reach)));
}

function lengthOf(part: string): number {
  return HAN.test(part) ? [...part].length : 1;
}

/** Where a part is said; Chinese is written without blanks, so its parts are runs of characters. */
function placesOf(part: string, said: readonly Said[]): number[] {
  if (HAN.test(part)) {
    const characters = [...part];
    return said
      .filter((_, index) => characters.every((character, offset) => said[index + offset]?.word === character))
      .map(({ at }) => at);
  }
  return said.filter(({ word }) => means(part, word)).map(({ at }) => at);
}

function means(part: string, word: string): boolean {
  if (part.endsWith('*')) return word.startsWith(part.slice(0, -1));
  if (word === part) return true;
  if (part.length >= SHORTEST_SLIP) return isOneSlipAway(part, word);
  return part.length >= SHORTEST_SWAP && word.length === part.length && isOneSwapAway(part, word);
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
