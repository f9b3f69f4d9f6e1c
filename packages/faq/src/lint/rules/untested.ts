import { noteAt } from '../lint-rule.ts';
import type { LintContext, LintNote, LintRule } from '../lint-rule.ts';
import { testsOf } from '../sentences.ts';

export const untested: LintRule = {
  name: 'untested',
  severity: 'warning',
  docs: 'An FAQ that no test of its language expects: whether it is understood is not known.',
  *check({ faqs, languages }: LintContext): Iterable<LintNote> {
    const expected = new Set(
      languages.flatMap((locale) =>
        faqs.flatMap((faq) => testsOf(faq, locale).map(({ expect }) => `${locale} ${expect}`)),
      ),
    );
    for (const { entry, document, path } of faqs) {
      const missing = languages.filter((locale) => !expected.has(`${locale} ${entry.intent}`));
      if (missing.length === 0) continue;
      const message = `"${entry.intent}" has no test in ${missing.map((locale) => `"${locale}"`).join(' and ')}; add "tests" with words that are not among its phrasings`;
      yield noteAt(document, [...path, 'intent'], message);
    }
  },
};
