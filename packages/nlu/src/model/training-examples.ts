import { BUILT_IN, lessonOf, LOCALES } from '@solodesk/core';
import type { FaqBook, Locale } from '@solodesk/core';
import { BUILT_IN_EN } from '../data/built-in-en.ts';
import { BUILT_IN_ZH } from '../data/built-in-zh.ts';
import { OUT_OF_SCOPE } from '../data/out-of-scope.ts';
import { OUT_OF_SCOPE_MORE } from '../data/out-of-scope-more.ts';
import { foldText } from '../text/fold-text.ts';

/** The intent of what no FAQ answers; learned, never shown. */
export const OUT_OF_SCOPE_INTENT = 'solodesk.out-of-scope';

export interface Example {
  text: string;
  intent: string;
  /** Whether the site's own FAQs say it; else every model learns it. */
  own: boolean;
  /** What tells of an intent, but is not how it is asked for (its name, an answer): it is learned, and never held out. */
  told?: boolean;
}

/** Sentences that every model learns as being out of scope. */
export function outOfScopeSentences(locale: Locale): readonly string[] {
  return [...OUT_OF_SCOPE[locale], ...OUT_OF_SCOPE_MORE[locale]];
}

type BuiltInName = keyof typeof BUILT_IN;

const BUILT_IN_EXAMPLES: Readonly<Record<Locale, Readonly<Record<BuiltInName, readonly string[]>>>> = {
  en: BUILT_IN_EN,
  zh: BUILT_IN_ZH,
};

const BUILT_IN_NAMES = Object.keys(BUILT_IN) as BuiltInName[];

/** An FAQ that shares so many sentences with a built-in intent, in all languages together, takes its place. */
const SHARED_TO_REPLACE = 2;

/** Blanks and punctuation do not make two sentences different. */
function essence(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

interface Said {
  readonly intent: string;
  /** In all languages, each sentence by its essence. */
  readonly sentences: ReadonlySet<string>;
}

function replacementFor(name: BuiltInName, faqs: readonly Said[]): string {
  // A site may greet in its own words, but asking for a person must always hand off.
  if (name === 'person') return BUILT_IN.person;
  const builtIn = new Set(LOCALES.flatMap((locale) => BUILT_IN_EXAMPLES[locale][name].map(essence)));
  let best: string = BUILT_IN[name];
  let most = SHARED_TO_REPLACE - 1;
  for (const { intent, sentences } of faqs) {
    const shared = [...builtIn].filter((sentence) => sentences.has(sentence)).length;
    if (shared > most) {
      most = shared;
      best = intent;
    }
  }
  return best;
}

/**
 * What a model of `book` learns from, by language: the FAQs' questions and phrasings (and names and answers, where those are few), the built-in intents, and what is out of scope, by the site itself and for all. Where
 * an FAQ says what a built-in intent says ("hi", 你好), the built-in's sentences count as that FAQ's; only
 * "talk to a person" is never replaced, and an FAQ's sentence that asks for a person counts as the built-in's. A sentence is learned once.
 */
export function trainingExamples(book: FaqBook): Record<Locale, Example[]> {
  const faqs = [...book.faqs.values()];
  const said = faqs.map((faq) => ({
    intent: faq.intent,
    sentences: new Set(LOCALES.flatMap((locale) => lessonOf(faq, locale).asked.map(essence))),
  }));
  const intents = new Map(BUILT_IN_NAMES.map((name) => [name, replacementFor(name, said)]));
  const examplesOf = (locale: Locale): Example[] => {
    const examples = new Map<string, Example>();
    const add = (text: string, intent: string, kind: Partial<Example> = {}): void => {
      const key = essence(text);
      if (key !== '' && !examples.has(key)) examples.set(key, { text, intent, own: false, ...kind });
    };
    for (const text of BUILT_IN_EXAMPLES[locale].person) add(text, BUILT_IN.person);
    const lessons = faqs.map((faq) => ({ intent: faq.intent, ...lessonOf(faq, locale) }));
    for (const { intent, asked } of lessons) for (const text of asked) add(text, intent, { own: true });
    for (const text of book.outOfScope?.[locale] ?? []) add(text, OUT_OF_SCOPE_INTENT, { own: true });
    for (const name of BUILT_IN_NAMES) {
      for (const text of BUILT_IN_EXAMPLES[locale][name]) add(text, intents.get(name) ?? BUILT_IN[name]);
    }
    for (const { intent, answered } of lessons) for (const text of answered) add(text, intent, { told: true });
    for (const { intent, named } of lessons) {
      // What several are called but for a number (`faq-12`) says nothing of any.
      if (lessons.filter((other) => other.named === named).length === 1) add(named, intent, { told: true });
    }
    for (const text of outOfScopeSentences(locale)) add(text, OUT_OF_SCOPE_INTENT);
    return [...examples.values()];
  };
  return { en: examplesOf('en'), zh: examplesOf('zh') };
}
