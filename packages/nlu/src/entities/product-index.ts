import { simplify } from '@solodesk/core';
import type { Entity, Locale, Product } from '@solodesk/core';
import { atOnce } from '../in-slices.ts';
import { englishStem } from '../text/english-words.ts';
import { SoundSlips } from '../text/sound-slips.ts';
import { SlipFinder } from './slip-finder.ts';

/** What part of a name must be said: "linen shirt" is enough for "linen shirt, oat", "shirt" is not if there are several. */
const ENOUGH = 0.6;
/** Units of a text that may stand between two of a name. */
const GAP = 2;
/** Words of one text that may be taken for mistyped ones. */
const GUESSED_WORDS = 40;
/** Letters from which on the rest of a sentence does not make two slips likelier to be another word: people's names are short. */
const LONG_WORD = 6;
/** What a mistyped word says, of 1 that the right one does. */
const MISTYPED = 0.85;

/** A word, or a pair of Chinese characters, with its place in the text. */
interface Unit {
  name: string;
  /** As it is written, folded. */
  word: string;
  /** It is not what stands there, but sounds like it. */
  isGuess?: boolean;
  start: number;
  end: number;
}

interface Name {
  product: Product;
  name: string;
  /** Sum of the weights of its units. */
  weight: number;
}

/** A stretch of the text that may be a name. */
interface Run {
  start: number;
  end: number;
  lastUnit: number;
  weight: number;
  said: Set<string>;
}

const ENGLISH_WORD = /[\p{Script=Latin}\p{N}]+/gu;
const CHINESE_RUN = /\p{Script=Han}+/gu;

/** Finds the products of a catalogue in texts, slips and all, by an inverted index over the words of their names. */
export class ProductIndex {
  readonly #languages: readonly LanguageIndex[];

  constructor(products: readonly Product[]) {
    this.#languages = (['en', 'zh'] as const).map((locale) => new LanguageIndex(locale, products));
  }

  /** The likeliest product of each stretch of the text. */
  find(text: string): Entity[] {
    const found = this.#languages.flatMap((language) => language.find(text));
    found.sort(
      (first, second) => second.likeness - first.likeness || second.end - second.start - (first.end - first.start),
    );
    const apart: Found[] = [];
    for (const entity of found) {
      if (!apart.some((other) => entity.start < other.end && other.start < entity.end)) apart.push(entity);
    }
    return apart;
  }
}

type Found = Extract<Entity, { kind: 'product' }>;

class LanguageIndex {
  readonly #locale: Locale;
  readonly #names: Name[] = [];
  /** Names by unit. */
  readonly #postings = new Map<string, number[]>();
  readonly #slips: SlipFinder;
  /** Made at the first text that has a part of a name. */
  #sounds: SoundSlips | null = null;

  constructor(locale: Locale, products: readonly Product[]) {
    this.#locale = locale;
    for (const product of products) {
      const name = product.names[locale];
      if (name === undefined) continue;
      const number = this.#names.push({ product, name, weight: 0 }) - 1;
      for (const unit of new Set(unitsOf(name, locale).map((each) => each.name))) {
        const posting = this.#postings.get(unit);
        if (posting) posting.push(number);
        else this.#postings.set(unit, [number]);
      }
    }
    for (const [unit, posting] of this.#postings) {
      for (const number of posting) {
        const name = this.#names[number];
        if (name) name.weight += this.#weight(unit);
      }
    }
    this.#slips = new SlipFinder(locale === 'en' ? this.#names.flatMap(({ name }) => wordsOf(name)) : []);
  }

  find(text: string): Found[] {
    if (this.#names.length === 0) return [];
    const runs = new Map<number, Run>();
    const best = new Map<number, Run>();
    let guesses = GUESSED_WORDS;
    this.#unitsIn(text).forEach((unit, at) => {
      const isKnown = this.#postings.has(unit.name);
      if (!isKnown && (this.#locale !== 'en' || guesses === 0)) return;
      if (!isKnown) guesses -= 1;
      const likeness = isKnown && !unit.isGuess ? 1 : MISTYPED;
      for (const meant of isKnown ? [unit.name] : this.#slips.find(unit.word, unit.word.length < LONG_WORD)) {
        for (const number of this.#postings.get(meant) ?? []) {
          const run = continued(runs.get(number), unit, at);
          if (!run.said.has(meant)) run.weight += this.#weight(meant) * likeness;
          run.said.add(meant);
          runs.set(number, run);
          if (run.weight > (best.get(number)?.weight ?? 0)) best.set(number, { ...run });
        }
      }
    });
    return [...best].flatMap(([number, run]) => this.#found(number, run, text));
  }

  #found(number: number, run: Run, text: string): Found[] {
    const name = this.#names[number];
    if (name === undefined) return [];
    const likeness = Math.min(1, run.weight / name.weight);
    if (likeness < ENOUGH) return [];
    const { start, end } = run;
    return [
      { kind: 'product', value: name.product.id, name: name.name, likeness, start, end, text: text.slice(start, end) },
    ];
  }

  /** 淘瓷杯 has the sounds of 陶瓷杯: next to what stands in a name the characters are read for what they sound like. */
  #unitsIn(text: string): Unit[] {
    const units = unitsOf(text, this.#locale);
    const has = (unit: Unit) => this.#postings.has(unit.name);
    if (this.#locale === 'en' || !units.some(has) || units.every(has)) return units;
    this.#sounds ??= soundsOf([...this.#postings.keys()]);
    return unitsOf(text, this.#locale, this.#sounds).map((unit, at) => ({
      ...unit,
      isGuess: unit.name !== units[at]?.name,
    }));
  }

  /** The rarer a unit is among the names, the more it says. */
  #weight(unit: string): number {
    return Math.log(1 + this.#names.length / (this.#postings.get(unit)?.length ?? 1));
  }
}

function continued(run: Run | undefined, unit: Unit, at: number): Run {
  if (run === undefined || at - run.lastUnit > GAP + 1) {
    return { start: unit.start, end: unit.end, lastUnit: at, weight: 0, said: new Set() };
  }
  return { ...run, end: unit.end, lastUnit: at };
}

function folded(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').slice(0, 32);
}

function wordsOf(name: string): string[] {
  return (name.match(ENGLISH_WORD) ?? []).map(folded);
}

/** Corrects characters to those of these pairs. */
function soundsOf(pairs: readonly string[]): SoundSlips {
  const beside = new Set(pairs);
  const characters = new Set(pairs.join(''));
  const taught = {
    has: (character: string) => characters.has(character),
    hasPair: (first: string, second: string) => beside.has(first + second),
  };
  return atOnce(SoundSlips.build(taught));
}

/** @param sounds corrects Chinese characters */
function unitsOf(text: string, locale: Locale, sounds?: SoundSlips): Unit[] {
  const units: Unit[] = [];
  if (locale === 'en') {
    for (const match of text.matchAll(ENGLISH_WORD)) {
      const word = folded(match[0]);
      units.push({ name: englishStem(word), word, start: match.index, end: match.index + match[0].length });
    }
    return units;
  }
  for (const match of text.matchAll(CHINESE_RUN)) {
    const written = simplify(match[0]);
    const run = sounds?.corrected([...written]).join('') ?? written;
    for (let at = 0; at + 1 < run.length; at += 1) {
      const start = match.index + at;
      const name = run.slice(at, at + 2);
      units.push({ name, word: name, start, end: start + 2 });
    }
  }
  return units;
}
