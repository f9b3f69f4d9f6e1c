import type { FaqBook, Locale } from '@solodesk/core';
import { foldText } from '../text/fold-text.ts';
import { Spelling } from '../text/spelling.ts';
import { stemOf } from '../text/units.ts';
import { trainingExamples } from '../model/training-examples.ts';
import { questionFeatures, questionUnits, Vocabulary } from './question-vector.ts';
import type { QuestionUnits, QuestionVector } from './question-vector.ts';

export interface AskedQuestion {
  key: number;
  text: string;
  locale: Locale;
  /** UTC milliseconds. */
  at: number;
}

/** One wording, however often it was used: case, blanks and punctuation do not make two of it. */
export interface Wording<Q extends AskedQuestion> {
  /** As it was written last. */
  text: string;
  /** Newest first. */
  questions: Q[];
}

export interface QuestionGroup<Q extends AskedQuestion> {
  /** Questions in all. */
  count: number;
  lastAt: number;
  /** Most frequent first, newest among equals. */
  wordings: Wording<Q>[];
}

/**
 * Cosine from which two questions are one. Chosen on sentences of our own (`group-by-meaning.test.ts`): English pairs that
 * mean the same lie mostly above, those that do not below 0.38 except where one word differs ("ship to Norway", "ship to
 * Canada": 0.49); Chinese pairs are scarcer in features, and what does not belong together lies below 0.17.
 */
const ALIKE: Readonly<Record<Locale, number>> = { en: 0.44, zh: 0.24 };
/** A group is known by its first wordings; more would let it grow from one subject into the next. */
const REPRESENTATIVES = 4;
/** Wordings between two pauses: about a millisecond's work. */
const STRETCH = 25;

interface Candidate<Q extends AskedQuestion> extends Wording<Q> {
  locale: Locale;
  units: QuestionUnits;
}

/**
 * Puts questions that mean the same into groups, by the likeness of their words: leader clustering over tf-idf vectors,
 * the most frequent wordings first. The same questions always give the same groups. It pauses (yields) every millisecond
 * or so, for who must not be kept busy; the work grows with the number of wordings and the groups that share their rare words.
 * @param book tells which words say nothing, because everybody uses them on this site
 * @returns the most asked group first, the newest among equals
 */
export function* groupByMeaning<Q extends AskedQuestion>(
  questions: readonly Q[],
  book: FaqBook | null,
): Generator<void, QuestionGroup<Q>[]> {
  const candidates = yield* wordingsOf(questions);
  const vectors = yield* vectorsOf(candidates, book);
  const likeness = new Likeness();
  const groups: Candidate<Q>[][] = [];
  for (const [at, candidate] of candidates.entries()) {
    if (at % STRETCH === 0) yield;
    const vector = vectors[at];
    if (!vector) continue;
    const own = likeness.nearest(vector, ALIKE[candidate.locale]);
    const group = own === null ? groups.length : own;
    const members = (groups[group] ??= []);
    members.push(candidate);
    if (members.length <= REPRESENTATIVES) likeness.add(vector, group);
  }
  return groups.map(toGroup).sort((a, b) => b.count - a.count || b.lastAt - a.lastAt);
}

function* wordingsOf<Q extends AskedQuestion>(questions: readonly Q[]): Generator<void, Candidate<Q>[]> {
  const byEssence = new Map<string, Q[]>();
  const newestFirst = [...questions].sort((a, b) => b.key - a.key);
  for (const [at, question] of newestFirst.entries()) {
    if (at % STRETCH === 0) yield;
    const essence =
      foldText(question.text)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim() || question.text.trim();
    const same = byEssence.get(essence);
    if (same) same.push(question);
    else byEssence.set(essence, [question]);
  }
  const candidates: Candidate<Q>[] = [];
  for (const same of byEssence.values()) {
    if (candidates.length % STRETCH === 0) yield;
    const { text, locale } = same[0]!;
    const units = questionUnits(text, locale);
    candidates.push({ text, questions: same, locale: units.characters.length > 0 ? 'zh' : 'en', units });
  }
  return candidates.sort(
    (a, b) => b.questions.length - a.questions.length || a.questions.at(-1)!.key - b.questions.at(-1)!.key,
  );
}

function* vectorsOf<Q extends AskedQuestion>(
  candidates: readonly Candidate<Q>[],
  book: FaqBook | null,
): Generator<void, QuestionVector[]> {
  const background: QuestionUnits[] = [];
  for (const { text, locale } of backgroundOf(book)) {
    if (background.length % STRETCH === 0) yield;
    background.push(questionUnits(text, locale));
  }
  const meant = yield* mender([...background, ...candidates.map(({ units }) => units)]);
  const vocabulary = new Vocabulary();
  for (const [at, units] of background.entries()) {
    if (at % STRETCH === 0) yield;
    vocabulary.see(questionFeatures(units));
  }
  const features: Map<string, number>[] = [];
  for (const [at, { units }] of candidates.entries()) {
    if (at % STRETCH === 0) yield;
    features[at] = questionFeatures({ ...units, words: units.words.map(meant) });
    vocabulary.see(features[at]);
  }
  const vectors: QuestionVector[] = [];
  for (const each of features) {
    if (vectors.length % STRETCH === 0) yield;
    vectors.push(vocabulary.vector(each));
  }
  return vectors;
}

/** So often a word must have been written to be what another one was meant to be. */
const ESTABLISHED = 2;

/** Takes a word that was written once for the more usual one that is a slip of the keyboard away. */
function* mender(texts: readonly QuestionUnits[]): Generator<void, (word: string) => string> {
  const written = new Map<string, number>();
  for (const [at, { words }] of texts.entries()) {
    if (at % STRETCH === 0) yield;
    for (const word of words) {
      const stem = stemOf(word, 'en');
      written.set(stem, (written.get(stem) ?? 0) + 1);
    }
  }
  const established = [...written]
    .filter(([, times]) => times >= ESTABLISHED)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([stem]) => stem);
  const spelling = yield* Spelling.build(established);
  return (word) => {
    const stem = stemOf(word, 'en');
    if ((written.get(stem) ?? 0) >= ESTABLISHED) return word;
    return established[spelling.nearest(word, stem)] ?? word;
  };
}

const NO_BOOK: FaqBook = { hash: '', locales: ['en', 'zh'], faqs: new Map() };

/** What the bot learns anyway, small talk and other subjects among it: sentences as people write them. */
function backgroundOf(book: FaqBook | null): { text: string; locale: Locale }[] {
  const { en, zh } = trainingExamples(book ?? NO_BOOK);
  return [
    ...en.map(({ text }) => ({ text, locale: 'en' as const })),
    ...zh.map(({ text }) => ({ text, locale: 'zh' as const })),
  ];
}

/** Finds the group whose representative is most like a vector, looking only at those that share a feature. */
class Likeness {
  readonly #groupOf: number[] = [];
  readonly #byFeature = new Map<number, { representatives: number[]; weights: number[] }>();
  #sums = new Float64Array(256);

  add({ features, weights }: QuestionVector, group: number): void {
    const representative = this.#groupOf.push(group) - 1;
    for (let at = 0; at < features.length; at++) {
      const feature = features[at] ?? 0;
      let list = this.#byFeature.get(feature);
      if (!list) this.#byFeature.set(feature, (list = { representatives: [], weights: [] }));
      list.representatives.push(representative);
      list.weights.push(weights[at] ?? 0);
    }
  }

  nearest({ features, weights }: QuestionVector, least: number): number | null {
    const count = this.#groupOf.length;
    if (this.#sums.length < count) this.#sums = new Float64Array(count * 2);
    const sums = this.#sums.fill(0, 0, count);
    for (let at = 0; at < features.length; at++) {
      const list = this.#byFeature.get(features[at] ?? 0);
      if (!list) continue;
      const weight = weights[at] ?? 0;
      for (let n = 0; n < list.representatives.length; n++) {
        const representative = list.representatives[n] ?? 0;
        sums[representative] = (sums[representative] ?? 0) + weight * (list.weights[n] ?? 0);
      }
    }
    let best = -1;
    for (let n = 0; n < count; n++)
      if ((sums[n] ?? 0) >= least && (best < 0 || (sums[n] ?? 0) > (sums[best] ?? 0))) best = n;
    return best < 0 ? null : (this.#groupOf[best] ?? null);
  }
}

function toGroup<Q extends AskedQuestion>(members: readonly Candidate<Q>[]): QuestionGroup<Q> {
  const wordings = members
    .map(({ text, questions }) => ({ text, questions }))
    .sort((a, b) => b.questions.length - a.questions.length || newest(b) - newest(a));
  return {
    count: wordings.reduce((sum, { questions }) => sum + questions.length, 0),
    lastAt: Math.max(...wordings.map(newest)),
    wordings,
  };
}

function newest({ questions }: Wording<AskedQuestion>): number {
  return questions[0]?.at ?? 0;
}
