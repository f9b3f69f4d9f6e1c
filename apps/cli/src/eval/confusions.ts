import type { Locale, Thresholds } from '@solodesk/core';
import { contentWords } from './content-words.ts';
import type { Question } from './question.ts';

/** A sentence of one intent that the bot took for the other. */
export interface SwallowedSentence {
  text: string;
  intent: string;
  taken: string;
  confidence: number;
  /** Sure enough that a visitor would have got the wrong answer. */
  answered: boolean;
  place: Question['place'];
}

/** What would help, as data; the words are those of the report. */
export type Advice =
  /** The words stand in examples of `than` rather than in those of `intent`: write examples of `intent` with them. */
  | { kind: 'add_examples'; intent: string; than: string; words: string[] }
  /** No example of the intent has these words yet. */
  | { kind: 'new_words'; intent: string; words: string[] }
  /** Each takes the other's sentences: make one of them, or say in each example what tells them apart. */
  | { kind: 'merge_or_separate'; intents: [string, string] };

/** Two intents that swallow each other's sentences. */
export interface Confusion {
  intents: [string, string];
  sentences: SwallowedSentence[];
  /** How many of the sentences would have been answered wrongly. */
  answered: number;
  advice: Advice[];
}

/** From so many sentences in each direction on, two intents are perhaps one. */
const MUTUAL = 2;
const WORDS = 4;

/**
 * The pairs of intents that are taken for each other, those first that cause most wrong answers. Sentences under the threshold from
 * which on the bot names what comes near are left out: nobody gets to see what it thought.
 * @param questions of one language
 */
export function confusions(questions: readonly Question[], locale: Locale, thresholds: Thresholds): Confusion[] {
  const counts = wordCounts(questions, locale);
  const pairs = new Map<string, SwallowedSentence[]>();
  for (const { text, intent, guess, confidence, right, place } of questions) {
    if (right || intent === null || guess === null || confidence < thresholds.hint) continue;
    const key = [intent, guess].sort().join(' ');
    const sentence = { text, intent, taken: guess, confidence, answered: confidence >= thresholds.answer, place };
    pairs.set(key, [...(pairs.get(key) ?? []), sentence]);
  }
  return [...pairs]
    .map(([key, sentences]) => {
      const intents = key.split(' ') as [string, string];
      sentences.sort((a, b) => b.confidence - a.confidence);
      const answered = sentences.filter((sentence) => sentence.answered).length;
      return { intents, sentences, answered, advice: adviceFor(intents, sentences, counts, locale) };
    })
    .sort(
      (a, b) => b.answered - a.answered || b.sentences.length - a.sentences.length || (a.intents < b.intents ? -1 : 1),
    );
}

/** Intent to word to the number of its examples with that word. */
type WordCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

function wordCounts(questions: readonly Question[], locale: Locale): WordCounts {
  const counts = new Map<string, Map<string, number>>();
  for (const { text, intent } of questions) {
    if (intent === null) continue;
    const own = counts.get(intent) ?? new Map<string, number>();
    for (const word of contentWords(text, locale)) own.set(word, (own.get(word) ?? 0) + 1);
    counts.set(intent, own);
  }
  return counts;
}

function adviceFor(
  intents: [string, string],
  sentences: readonly SwallowedSentence[],
  counts: WordCounts,
  locale: Locale,
): Advice[] {
  const advice: Advice[] = [];
  for (const [intent, other] of [intents, [intents[1], intents[0]] as const]) {
    const own = sentences.filter((sentence) => sentence.intent === intent);
    if (own.length === 0) continue;
    const words = mostFrequent(own.flatMap(({ text }) => contentWords(text, locale)));
    const times = (name: string, word: string) => counts.get(name)?.get(word) ?? 0;
    const pulling = words.filter((word) => times(other, word) > times(intent, word));
    // A sentence counts itself: a word that stands once was unknown while the sentence was held out.
    const unknown = words.filter((word) => times(intent, word) <= 1 && times(other, word) === 0);
    if (pulling.length > 0) advice.push({ kind: 'add_examples', intent, than: other, words: pulling.slice(0, WORDS) });
    else if (unknown.length > 0) advice.push({ kind: 'new_words', intent, words: unknown.slice(0, WORDS) });
  }
  if (intents.every((intent) => sentences.filter((sentence) => sentence.intent === intent).length >= MUTUAL)) {
    advice.push({ kind: 'merge_or_separate', intents });
  }
  return advice;
}

function mostFrequent(words: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}
