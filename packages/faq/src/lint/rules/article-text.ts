import type { LintContext, LintNote, LintRule } from '../lint-rule.ts';

export const articleText: LintRule = {
  name: 'article-text',
  severity: 'warning',
  docs: 'In an article: HTML or a link or picture that is shown as text, code without an end, placeholders, nothing at all, another language, or a picture larger than any screen.',
  *check({ site, articleAdvice }: LintContext): Iterable<LintNote> {
    const scope = site && { document: site.document, path: [] };
    for (const problem of articleAdvice) yield { problem, ...(scope && { scope }) };
  },
};
