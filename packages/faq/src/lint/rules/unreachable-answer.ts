import type { Locale } from '@solodesk/core';
import { essence } from '../essence.ts';
import { noteAt } from '../lint-rule.ts';
import type { LintContext, LintFaq, LintNote, LintRule } from '../lint-rule.ts';
import { examplesOf } from '../sentences.ts';
import { spokenIn } from '../spoken.ts';

export const unreachableAnswer: LintRule = {
  name: 'unreachable-answer',
  severity: 'error',
  docs: 'An answer that nobody can get by asking, because each of its examples is also an example of another FAQ (a warning where a button leads to it).',
  *check(context: LintContext): Iterable<LintNote> {
    const behindButtons = buttonTargets(context);
    for (const locale of context.languages) {
      const owners = ownersOf(context.faqs, locale);
      for (const faq of context.faqs) {
        const keys = essencesOf(faq, locale);
        if (keys.length === 0 || keys.some((key) => owners.get(key)?.size === 1)) continue;
        const { intent } = faq.entry;
        const others = new Set(keys.flatMap((key) => [...(owners.get(key) ?? [])]).filter((name) => name !== intent));
        const message = `in "${locale}" every example of "${intent}" is also one of ${list([...others])}, so nobody gets this answer by asking; write examples of its own, or merge them`;
        const severity = behindButtons.has(intent) ? 'warning' : 'error';
        yield noteAt(faq.document, [...faq.path, 'intent'], message, { severity });
      }
    }
  },
};

function buttonTargets(context: LintContext): ReadonlySet<string | undefined> {
  const buttons = spokenIn(context).flatMap((spoken) => spoken.buttons.map(({ intent }) => intent));
  return new Set([...buttons, ...context.faqs.map(({ entry }) => entry.followUp)]);
}

function essencesOf(faq: LintFaq, locale: Locale): string[] {
  return examplesOf(faq, locale)
    .map(({ text }) => essence(text))
    .filter((key) => key !== '');
}

function ownersOf(faqs: readonly LintFaq[], locale: Locale): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  for (const faq of faqs) {
    for (const key of essencesOf(faq, locale)) {
      owners.set(key, (owners.get(key) ?? new Set()).add(faq.entry.intent));
    }
  }
  return owners;
}

function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
