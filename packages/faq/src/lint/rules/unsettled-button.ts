import type { Locale } from '@solodesk/core';
import { essence } from '../essence.ts';
import { noteAt } from '../lint-rule.ts';
import type { LintContext, LintNote, LintRule } from '../lint-rule.ts';
import { examplesOf } from '../sentences.ts';
import { spokenIn } from '../spoken.ts';

export const unsettledButton: LintRule = {
  name: 'unsettled-button',
  severity: 'warning',
  docs: 'A button without an intent whose words no FAQ has as an example: pressing it may lead to "I do not know".',
  *check(context: LintContext): Iterable<LintNote> {
    const known = (locale: Locale) =>
      new Set(context.faqs.flatMap((faq) => examplesOf(faq, locale).map(({ text }) => essence(text))));
    const examples: Readonly<Record<Locale, ReadonlySet<string>>> = { en: known('en'), zh: known('zh') };
    for (const { document, locale, buttons } of spokenIn(context)) {
      for (const { label, intent } of buttons) {
        if (intent !== undefined || examples[locale].has(essence(label.text))) continue;
        const message = `no FAQ has "${label.text}" as an example; give the button an "intent" ("solodesk.person" calls a person)`;
        yield noteAt(document, label.path, message);
      }
    }
  },
};
