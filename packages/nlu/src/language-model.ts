import type { Locale } from '@solodesk/core';
import { isPair } from './feature-names.ts';
import { TEXT_LENGTH } from './feature-values.ts';
import type { Network } from './network.ts';
import { Spelling } from './spelling.ts';
import { stemOf, unitsOf } from './text/units.ts';

/** Words whose feature is remembered; sentences never are. */
const REMEMBERED_WORDS = 5_000;
/** Engines keep a longer piece of a string as a view of the whole, which would keep the visitor's message in memory. */
const REMEMBERED_UNITS = 12;
/** Looking for a neighbour of an unknown word costs microseconds, so a text of rubbish gets only so many. */
const CORRECTIONS_PER_TEXT = 24;
const UNKNOWN = -1;

/** What one language's network says about a text. Belongs to its `LanguageModel`, which overwrites it with the next text. */
export interface Reading {
  /** Of each intent, by column: about 1 for a trained example, 0 for nothing in common. */
  readonly scores: Float32Array;
  /** Share of the text that the vocabulary covers, each word counted by its value, from 0 to 1. */
  known: number;
}

/** One language of a model: from a folded text to every intent's score, in typed arrays that are used again for each text. */
export class LanguageModel {
  readonly #locale: Locale;
  readonly #network: Network;
  readonly #alpha: number;
  readonly #units = new Map<string, number>();
  /** Pairs by `pairKey`. */
  readonly #pairs = new Map<number, number>();
  readonly #spelling: Spelling;
  readonly #remembered = new Map<string, number>();
  /** The number of the text that last used a feature: a word that is said twice counts once. */
  readonly #usedBy: Int32Array;
  /** Value of a word that no intent knows: as one that a single intent knows. */
  readonly #unknownValue: number;
  readonly #reading: Reading;
  #text = 0;
  #squares = 0;

  constructor(locale: Locale, network: Network, alpha: number) {
    this.#locale = locale;
    this.#network = network;
    this.#alpha = alpha;
    this.#usedBy = new Int32Array(network.features.length);
    this.#unknownValue = network.values.reduce((most, value) => Math.max(most, value), 0);
    this.#reading = { scores: new Float32Array(network.bias.length), known: 0 };
    network.features.forEach((name, feature) => {
      if (!isPair(name)) this.#units.set(name, feature);
    });
    network.features.forEach((name, feature) => {
      if (!isPair(name)) return;
      const [first, second] = name.split(' ').map((unit) => this.#units.get(unit) ?? UNKNOWN);
      this.#pairs.set(this.#pairKey(first ?? UNKNOWN, second ?? UNKNOWN), feature);
    });
    this.#spelling = new Spelling(locale === 'en' ? network.features : []);
  }

  /** @param folded a text after `foldText` */
  read(folded: string): Reading {
    this.#start();
    let corrections = CORRECTIONS_PER_TEXT;
    let knownValue = 0;
    let value = 0;
    let previous = UNKNOWN;
    for (const unit of unitsOf(folded, this.#locale)) {
      let feature = this.#remembered.get(unit);
      if (feature === undefined) {
        feature = this.#find(unit, corrections > 0);
        if (feature === UNKNOWN) corrections -= 1;
      }
      if (feature === UNKNOWN) {
        value += this.#unknownValue;
      } else {
        const own = this.#network.values[feature] ?? 0;
        value += own;
        knownValue += own;
        this.#add(feature);
        const pair = previous === UNKNOWN ? undefined : this.#pairs.get(this.#pairKey(previous, feature));
        if (pair !== undefined) this.#add(pair);
      }
      previous = feature;
    }
    this.#finish();
    this.#reading.known = value > 0 ? knownValue / value : 0;
    return this.#reading;
  }

  #pairKey(first: number, second: number): number {
    return first * this.#network.features.length + second;
  }

  #find(unit: string, mayCorrect: boolean): number {
    const stem = stemOf(unit, this.#locale);
    let feature = this.#units.get(stem) ?? UNKNOWN;
    if (feature === UNKNOWN) {
      if (!mayCorrect) return UNKNOWN;
      feature = this.#spelling.nearest(unit, stem);
    }
    if (unit.length > REMEMBERED_UNITS) return feature;
    if (this.#remembered.size >= REMEMBERED_WORDS) this.#remembered.clear();
    this.#remembered.set(unit, feature);
    return feature;
  }

  #start(): void {
    this.#text += 1;
    this.#squares = 0;
    this.#reading.scores.fill(0);
  }

  #add(feature: number): void {
    if (this.#usedBy[feature] === this.#text) return;
    this.#usedBy[feature] = this.#text;
    const { values, weights } = this.#network;
    const { scores } = this.#reading;
    this.#squares += (values[feature] ?? 0) ** 2;
    let at = feature * scores.length;
    for (let intent = 0; intent < scores.length; intent += 1) {
      scores[intent] = (scores[intent] ?? 0) + (weights[at] ?? 0);
      at += 1;
    }
  }

  #finish(): void {
    const { bias } = this.#network;
    const { scores } = this.#reading;
    const scale = this.#squares > 0 ? TEXT_LENGTH / Math.sqrt(this.#squares) : 0;
    for (let intent = 0; intent < scores.length; intent += 1) {
      scores[intent] = this.#alpha * Math.max(0, (bias[intent] ?? 0) + scale * (scores[intent] ?? 0));
    }
  }
}
