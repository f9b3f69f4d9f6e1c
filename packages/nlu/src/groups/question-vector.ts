import type { Locale } from '@solodesk/core';
import { foldText } from '../text/fold-text.ts';
import { languageOf } from '../text/language.ts';
import { stemOf, unitsOf } from '../text/units.ts';

/** A text as weighted features, of length 1; `features` are numbers of a `Vocabulary`. */
export interface QuestionVector {
  readonly features: Int32Array;
  readonly weights: Float32Array;
}

/** More of a long text would only thin out what it is about. */
const MAX_FEATURES = 160;
/** Pieces of words forgive typos and endings, and say less than the word. */
const PIECE_WEIGHT = 0.5;
const PIECE_LENGTH = 3;

/** The words (or Chinese characters) of a question, with what each part of it is. */
export interface QuestionUnits {
  readonly words: readonly string[];
  readonly characters: readonly string[];
}

/** Who asks, and about which order, says nothing about what is asked. */
const ADDRESS = /[^\s@]+@[^\s@]+/g;
const isNoNumber = (unit: string): boolean => !/^\d+$/.test(unit);

/** @param otherwise the language where the text does not tell */
export function questionUnits(text: string, otherwise: Locale): QuestionUnits {
  const folded = foldText(text).replace(ADDRESS, ' ');
  const { locale, mixed } = languageOf(folded, otherwise);
  const words = locale === 'en' || mixed ? unitsOf(folded, 'en') : [];
  const characters = locale === 'zh' ? unitsOf(folded, 'zh') : [];
  return { words: words.filter(isNoNumber), characters: characters.filter(isNoNumber) };
}

/**
 * What a question is compared by: stems and three-letter pieces of words, or characters and pairs of neighbours in
 * Chinese. Word order counts only as far as Chinese pairs carry it.
 */
export function questionFeatures({ words, characters }: QuestionUnits): Map<string, number> {
  const features = new Map<string, number>();
  for (const [at, character] of characters.entries()) {
    put(features, character, 1);
    const next = characters[at + 1];
    if (next !== undefined) put(features, `${character} ${next}`, 1);
  }
  for (const word of words) {
    put(features, stemOf(word, 'en'), 1);
    const edged = `<${word}>`;
    for (let at = 0; at + PIECE_LENGTH <= edged.length; at++) {
      put(features, `~${edged.slice(at, at + PIECE_LENGTH)}`, PIECE_WEIGHT);
    }
  }
  return features;
}

function put(features: Map<string, number>, name: string, weight: number): void {
  if (features.has(name) || features.size < MAX_FEATURES) features.set(name, weight);
}

/** How rare each feature is among the texts that were seen: tf-idf with a smoothed idf. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #seenIn: number[] = [];
  #texts = 0;

  see(features: ReadonlyMap<string, number>): void {
    this.#texts++;
    for (const name of features.keys()) {
      const number = this.#numbers.get(name) ?? this.#numbers.size;
      this.#numbers.set(name, number);
      this.#seenIn[number] = (this.#seenIn[number] ?? 0) + 1;
    }
  }

  /** @param features all of which were seen */
  vector(features: ReadonlyMap<string, number>): QuestionVector {
    const numbers = new Int32Array(features.size);
    const weights = new Float32Array(features.size);
    let at = 0;
    let squares = 0;
    for (const [name, weight] of features) {
      const number = this.#numbers.get(name) ?? 0;
      const value = weight * Math.log((1 + this.#texts) / (this.#seenIn[number] ?? 1));
      numbers[at] = number;
      weights[at++] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares) || 1;
    for (let n = 0; n < weights.length; n++) weights[n] = (weights[n] ?? 0) / length;
    return { features: numbers, weights };
  }
}
