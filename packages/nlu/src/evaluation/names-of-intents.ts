import { FEW_SENTENCES, wordsOfName } from '@solodesk/core';
import type { Locale } from '@solodesk/core';
import type { Example } from '../model/training-examples.ts';
import type { LabelledText } from './labelled-text.ts';

/** As of FAQs: the words of the names of intents with few sentences, but for what several are called (`class 1`, `class 2`). */
export function namesOfIntents(training: readonly LabelledText[], lang: Locale): Example[] {
  const sentences = new Map<string, number>();
  for (const { intent } of training) if (intent !== null) sentences.set(intent, (sentences.get(intent) ?? 0) + 1);
  const named = [...sentences.keys()].map((intent) => ({
    text: wordsOfName(intent, lang),
    intent,
    own: false,
    told: true,
  }));
  return named
    .filter(({ intent }) => (sentences.get(intent) ?? 0) <= FEW_SENTENCES)
    .filter(({ text }) => text !== '' && named.filter((other) => other.text === text).length === 1);
}
