import type { Locale } from '@solodesk/core';
import type { Checked } from '../checks/cross-checks.ts';
import type { FaqFile } from '../schemas/faq-schema.ts';
import type { JsonPath } from '../json-document.ts';
import type { LintFaq } from './lint-rule.ts';

/** A sentence of an FAQ, and where it stands in its document. */
export interface Sentence {
  readonly text: string;
  readonly path: JsonPath;
}

/** What the bot learns of an FAQ in a language: its question, then its phrasings. */
export function examplesOf({ entry, path }: LintFaq, locale: Locale): Sentence[] {
  const question = entry.question[locale];
  return [
    ...(question === undefined ? [] : [{ text: question, path: [...path, 'question', locale] }]),
    ...(entry.phrasings[locale] ?? []).map((text, index) => ({
      text,
      path: [...path, 'phrasings', locale, index],
    })),
  ];
}

/** What a file says that no FAQ answers. */
export function outOfScopeOf({ content }: Checked<FaqFile>, locale: Locale): Sentence[] {
  return (content.outOfScope?.[locale] ?? []).map((text, index) => ({ text, path: ['outOfScope', locale, index] }));
}

export interface TestSentence extends Sentence {
  readonly expect: string;
}

/** The tests of an FAQ in a language. */
export function testsOf({ entry, path }: LintFaq, locale: Locale): TestSentence[] {
  return (entry.tests?.[locale] ?? []).map(({ ask, expect }, index) => ({
    text: ask,
    expect,
    path: [...path, 'tests', locale, index, 'ask'],
  }));
}
