import type { LintRule } from '../lint-rule.ts';

export const article: LintRule = {
  name: 'article',
  severity: 'error',
  required: true,
  docs: 'An article that the server refuses: its name, its head, a picture or a link in it.',
  check: ({ articleProblems }) => articleProblems.map((problem) => ({ problem })),
};
