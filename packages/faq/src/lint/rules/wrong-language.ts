import { writtenIn } from '@solodesk/core';
import type { Locale } from '@solodesk/core';
import { noteAt } from '../lint-rule.ts';
import type { LintContext, LintNote, LintRule } from '../lint-rule.ts';
import { examplesOf, outOfScopeOf, testsOf } from '../sentences.ts';
import type { Sentence } from '../sentences.ts';
import { spokenIn } from '../spoken.ts';

const NAMES: Readonly<Record<Locale, string>> = { en: 'English', zh: 'Chinese' };

export const wrongLanguage: LintRule = {
  name: 'wrong-language',
  severity: 'warning',
  docs: 'A Chinese text under "en" or an English one under "zh", as copying and pasting leaves them.',
  *check(context: LintContext): Iterable<LintNote> {
    for (const { document, locale, text } of spokenIn(context)) {
      if (isForeign(text, locale)) yield noteAt(document, text.path, words(text, locale));
    }
    for (const file of context.files) {
      for (const locale of context.languages) {
        for (const sentence of outOfScopeOf(file, locale)) {
          if (isForeign(sentence, locale)) yield noteAt(file.document, sentence.path, words(sentence, locale));
        }
      }
    }
    for (const faq of context.faqs) {
      for (const locale of context.languages) {
        for (const sentence of [...examplesOf(faq, locale), ...testsOf(faq, locale)]) {
          if (isForeign(sentence, locale)) yield noteAt(faq.document, sentence.path, words(sentence, locale));
        }
      }
    }
  },
};

/** Mixed sentences are common and good examples; only what has nothing of its language is meant here. */
function isForeign({ text }: Sentence, locale: Locale): boolean {
  if (locale === 'en' && /\p{Script=Latin}{2}/u.test(text)) return false;
  return writtenIn(text, locale) !== locale;
}

function words({ text }: Sentence, locale: Locale): string {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return `"${shown}" stands under "${locale}", but is not ${NAMES[locale]}; translate it, or move it`;
}
