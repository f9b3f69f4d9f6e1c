import type { Locale } from '@solodesk/core';
import { FeatureTable, stratifiedFolds } from '@solodesk/text-model';
import { atOnce } from '../in-slices.ts';
import { bareQuestion } from '../text/bare-question.ts';
import { foldText } from '../text/fold-text.ts';
import { unitsOf } from '../text/units.ts';
import { OUT_OF_SCOPE_INTENT } from './training-examples.ts';
import type { Example } from './training-examples.ts';
import { askedFolds } from './asked-folds.ts';
import { bestClasses, confidencesOf } from './decision.ts';
import { chineseVectors, englishVectors } from './word-vectors.ts';
import type { WordVectors } from './word-vectors.ts';
import { fitGate } from './fit-gate.ts';
import type { HeldOutReading } from './fit-gate.ts';
import { fitScorer } from './fit-scorer.ts';
import type { KnownForm, Lesson } from './fit-scorer.ts';
import { headStarts } from './head-start.ts';
import { HELD_OUT } from './language-data.ts';
import type { Gate, HeldOutRecord, LanguageData } from './language-data.ts';
import { LanguageModel } from './language-model.ts';
import { tablesOf } from './language-tables.ts';
import { outOfScopeShare } from './out-of-scope-share.ts';
import { rememberingReader, textFeatures } from './text-features.ts';
import type { TextFeatures, UnitReader } from './text-features.ts';
import { TextRows } from './text-rows.ts';

const FOLDS = 3;
/** From so many sentences on, one part is held out, not each in turn: it is enough to be sure, and three times as quick. */
const MANY_SENTENCES = 4_000;
const NONE_LEARNED = { sequences: new Uint32Array(), sequenceClasses: new Uint32Array() };
const GUESSES = 3;

/** Sentences of one language as classes and features. */
interface Prepared extends Lesson {
  readonly folded: readonly string[];
  readonly features: readonly TextFeatures[];
  readonly vectors: WordVectors;
  readonly reader: UnitReader;
}

/** What a model made of a sentence that it had not learned. */
export interface HeldOutGuess {
  /** Place among the examples. */
  readonly example: number;
  /** Classes, best first, and how sure it was of each. */
  readonly best: readonly number[];
  readonly confidences: readonly number[];
}

export function vectorsOf(locale: Locale): WordVectors {
  return locale === 'en' ? englishVectors() : chineseVectors();
}

function prepare(examples: readonly Example[], locale: Locale, intents: readonly string[]): Prepared {
  const classOf = new Map(intents.map((intent, k) => [intent, k]));
  const vectors = vectorsOf(locale);
  const reader = rememberingReader(locale, vectors);
  const folded = examples.map(({ text }) => foldText(text));
  const units = folded.map((text) => unitsOf(text, locale));
  const features = units.map((unitsOfText) => textFeatures(unitsOfText, reader, locale, vectors));
  const texts = new TextRows(locale, features);
  return {
    locale,
    folded,
    features,
    texts,
    labels: Int32Array.from(examples, ({ intent }) => classOf.get(intent) ?? intents.length),
    classes: intents.length + 1,
    headStarts: headStarts(examples, intents),
    vectors,
    reader,
    taught: locale === 'en' ? formsOf(units, reader, texts) : [],
  };
}

function formsOf(units: readonly (readonly string[])[], reader: UnitReader, texts: TextRows): KnownForm[] {
  const words = FeatureTable.of(texts.words.hashes);
  return Array.from(new Set(units.flat()), (form) => {
    const { stem, hash } = reader.unit(form);
    return { form, stem, number: words.find(hash) };
  });
}

/** Intents of a language's examples, in order; "out of scope" is none. */
export function intentsOf(examples: readonly Example[]): string[] {
  return [...new Set(examples.map(({ intent }) => intent))].filter((intent) => intent !== OUT_OF_SCOPE_INTENT).sort();
}

/**
 * Learns one language: a scorer of all examples, and, from scorers that each learned all but a part of them, a gate that knows how
 * often such a score is right. Blocks: half a second for 700 sentences of 60 FAQs.
 * @param places of each intent its place among the model's intents
 */
export function trainLanguage(
  examples: readonly Example[],
  locale: Locale,
  places: ReadonlyMap<string, number>,
): LanguageData {
  const intents = intentsOf(examples);
  const prepared = prepare(examples, locale, intents);
  const folds = askedFolds(examples, (places) => {
    const labels = places.map((at) => prepared.labels[at] ?? 0);
    return stratifiedFolds(labels, FOLDS, 1);
  });
  const many = examples.length > MANY_SENTENCES;
  const duals = many ? undefined : new Float32Array(prepared.labels.length * prepared.classes);
  const readings = holdOut(prepared, folds, many ? 1 : FOLDS, duals === undefined ? {} : { duals });
  const gate = fitGate(
    readings.map(({ reading }) => reading),
    prepared.classes,
    outOfScopeShare(examples),
  );
  const scorer = fitScorer(
    prepared,
    placesWhere(examples.length, () => true),
    duals,
  );
  return {
    ...scorer,
    intents: Uint32Array.from(intents, (intent) => places.get(intent) ?? 0),
    gate,
    ...learnedSequences(prepared, examples),
    heldOut: recordOf(readings, gate, examples, prepared.classes),
  };
}

/**
 * Holds out each fold in turn.
 * @param folds the fold of each example; what is of none is learned with each
 * @returns the classes' intents, and one guess an example
 */
export function guessHeldOut(
  examples: readonly Example[],
  locale: Locale,
  folds: Int32Array,
  count: number,
  onFold?: (done: number) => void,
): { intents: string[]; guesses: HeldOutGuess[] } {
  const intents = intentsOf(examples);
  const prepared = prepare(examples, locale, intents);
  const readings = holdOut(prepared, folds, count, onFold === undefined ? {} : { onFold });
  const gate = fitGate(
    readings.map(({ reading }) => reading),
    prepared.classes,
    outOfScopeShare(examples),
  );
  const guesses = readings.map(({ example, reading }) => {
    const best = reading.knownWords === 0 ? [] : bestClasses(reading.scores, GUESSES);
    return { example, best, confidences: confidencesOf({ ...reading, learnedAs: -1 }, best, gate) };
  });
  return { intents, guesses };
}

interface Held {
  readonly example: number;
  readonly reading: HeldOutReading;
}

interface HoldingOut {
  onFold?(done: number): void;
  /** Gets the dual variables that the fits end with, of each example those of the last fit that learned it. */
  duals?: Float32Array;
}

function holdOut(prepared: Prepared, foldOf: Int32Array, folds: number, { onFold, duals }: HoldingOut): Held[] {
  const { labels, classes, locale, folded, vectors, reader } = prepared;
  const held: Held[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const learned = placesWhere(folded.length, (at) => foldOf[at] !== fold);
    // Each fit starts from nothing: what an earlier one knows of the fold that is held out now must not leak.
    const own = duals === undefined ? undefined : new Float32Array(learned.length * classes);
    const scorer = fitScorer(prepared, learned, own);
    if (duals !== undefined && own !== undefined) {
      learned.forEach((at, row) => {
        duals.set(own.subarray(row * classes, (row + 1) * classes), at * classes);
      });
    }
    // Owners' sentences have no slips: looking for some in what was held out would only make the gate less sure.
    const tables = atOnce(tablesOf(scorer, NONE_LEARNED.sequences, false));
    const model = new LanguageModel(locale, scorer, vectors, NONE_LEARNED, tables, reader);
    folded.forEach((text, example) => {
      if (foldOf[example] !== fold) return;
      const { scores, knownWords, knownPairs } = model.read(text);
      const reading = {
        scores: Float64Array.from(scores),
        knownWords,
        knownPairs,
        label: labels[example] ?? 0,
        best: bestClasses(scores, 1)[0] ?? -1,
      };
      held.push({ example, reading });
    });
    onFold?.(fold + 1);
  }
  return held;
}

function placesWhere(count: number, isOne: (at: number) => boolean): Int32Array {
  return Int32Array.from({ length: count }, (_, at) => at).filter(isOne);
}

/**
 * What is known word for word: of the sentences that are out of scope, those that the site itself says, where no intent has them. An owner's
 * own words are never doubted, with courtesies around them or without.
 */
function learnedSequences(
  { locale, folded, features, labels, classes, vectors, reader }: Prepared,
  examples: readonly Example[],
): Pick<LanguageData, 'sequences' | 'sequenceClasses'> {
  const byHash = new Map<number, number>();
  const learn = (sequence: number, label: number) => {
    if (sequence !== 0 && !byHash.has(sequence)) byHash.set(sequence, label);
  };
  const outside = classes - 1;
  features.forEach(({ sequence }, at) => {
    if (labels[at] !== outside) learn(sequence, labels[at] ?? 0);
  });
  features.forEach(({ sequence }, at) => {
    if (labels[at] !== outside || examples[at]?.own !== true) return;
    learn(sequence, outside);
    const bare = bareQuestion(folded[at] ?? '', locale);
    if (bare) learn(textFeatures(unitsOf(bare, locale), reader, locale, vectors).sequence, outside);
  });
  return { sequences: Uint32Array.from(byHash.keys()), sequenceClasses: Uint32Array.from(byHash.values()) };
}

function recordOf(held: readonly Held[], gate: Gate, examples: readonly Example[], classes: number): HeldOutRecord {
  const confidences = new Float32Array(held.length);
  const flags = new Int8Array(held.length);
  held.forEach(({ example, reading }, at) => {
    const inScope = reading.label !== classes - 1;
    confidences[at] = confidencesOf({ ...reading, learnedAs: -1 }, [reading.best], gate)[0] ?? 0;
    flags[at] =
      (reading.best === reading.label ? HELD_OUT.right : 0) |
      (inScope ? HELD_OUT.inScope : 0) |
      (examples[example]?.own === true ? HELD_OUT.own : 0);
  });
  return { confidences, flags };
}
