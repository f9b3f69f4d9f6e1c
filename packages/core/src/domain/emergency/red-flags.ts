import type { Localized } from '../locale.ts';
import type { FlagPhrase } from './flag-phrase.ts';
import { isHan, lengthOf } from './plain-said.ts';
import { PlanWords } from './plan-words.ts';
import { SaidWords } from './said-words.ts';

/** One danger, in the words that people use for it. */
export interface RedFlag {
  /** For the owner's eyes: `chest-pain`. */
  readonly name: string;
  /** The parts of a phrase must all be said near each other, in any order. */
  readonly phrases: readonly FlagPhrase[];
  /** What takes the danger out of the words it holds, said in this order and in one clause: "website not responding". */
  readonly unless?: readonly FlagPhrase[];
  /** First-aid steps that the owner has approved; nothing is ever made up where there are none. */
  readonly firstAid: Localized<string>;
}

/** What a site does when somebody may be in danger. */
export interface EmergencyPlan {
  /** The number to call, as people dial it. */
  readonly number: string;
  readonly flags: readonly RedFlag[];
}

/** How far the parts of a phrase may lie apart, in words or Chinese characters, besides their own. */
const WINDOW = 6;
/** How many words, or Chinese characters, may stand between two parts of what is harmless: few, so that it hides no danger beside it. */
const HARMLESS_GAP = { words: 2, characters: 4 };

/**
 * The first flag that a text raises. It errs on the side of danger: what is denied or asked about ("no chest pain") counts as said, and
 * one slip of the keyboard in a longer word is forgiven. Only words that `unless` explains away do not count, everything beside them does.
 */
export function raisedFlag(text: string, plan: EmergencyPlan): RedFlag | null {
  const said = new SaidWords(text, wordsOf(plan));
  return plan.flags.find((flag) => isRaised(flag, said)) ?? null;
}

/** Plans live as long as their site's files say the same. */
const planWords = new WeakMap<EmergencyPlan, PlanWords>();

function wordsOf(plan: EmergencyPlan): PlanWords {
  let words = planWords.get(plan);
  if (words === undefined) {
    words = new PlanWords(plan.flags.flatMap(({ phrases, unless = [] }) => [...phrases, ...unless]));
    planWords.set(plan, words);
  }
  return words;
}

function isRaised({ phrases, unless = [] }: RedFlag, said: SaidWords): boolean {
  if (!phrases.some((phrase) => isSaid(phrase, said, NOTHING))) return false;
  const harmless = new Set(unless.flatMap((phrase) => placesInOrder(phrase, said)));
  return harmless.size === 0 || phrases.some((phrase) => isSaid(phrase, said, harmless));
}

const NOTHING: ReadonlySet<number> = new Set();

function isSaid(parts: FlagPhrase, said: SaidWords, harmless: ReadonlySet<number>): boolean {
  const placesOf = (words: readonly string[]) => {
    const places: number[] = [];
    for (const word of words)
      for (const place of said.placesOf(word)) if (!isHarmless(place, lengthOf(word), harmless)) places.push(place);
    return places;
  };
  const [first, ...others] = parts;
  if (first === undefined) return false;
  const starts = placesOf(first);
  if (starts.length === 0) return said.placesAsOneWord(parts).some((place) => !harmless.has(place));
  const reach = WINDOW + parts.reduce((sum, words) => sum + Math.max(...words.map(lengthOf)), 0);
  const places: number[][] = [];
  for (const words of others) {
    const all = placesOf(words);
    if (all.length === 0) return false;
    places.push(all);
  }
  return starts.some((start) => places.every((all) => all.some((other) => Math.abs(other - start) <= reach)));
}

function isHarmless(place: number, length: number, harmless: ReadonlySet<number>): boolean {
  for (let at = place; at < place + length; at += 1) if (harmless.has(at)) return true;
  return false;
}

/** All places that a phrase takes where its parts are said one behind the other, in one clause. */
function placesInOrder(parts: FlagPhrase, said: SaidWords): number[] {
  const from = (index: number, before: number | null): number[] => {
    const words = parts[index];
    if (words === undefined) return [];
    return words.flatMap((word) => {
      const length = lengthOf(word);
      return said.placesOf(word).flatMap((place) => {
        const isNext =
          before === null ||
          (place > before &&
            place - before - 1 <= (isHan(word) ? HARMLESS_GAP.characters : HARMLESS_GAP.words) &&
            said.inOneClause(before, place));
        if (!isNext) return [];
        const own = Array.from({ length }, (_, offset) => place + offset);
        if (index === parts.length - 1) return own;
        const rest = from(index + 1, place + length - 1);
        return rest.length === 0 ? [] : [...own, ...rest];
      });
    });
  };
  return from(0, null);
}
