import { repeatedIntents } from '../../checks/cross-checks.ts';
import type { LintRule } from '../lint-rule.ts';

export const repeatedIntent: LintRule = {
  name: 'repeated-intent',
  severity: 'error',
  required: true,
  docs: 'Two FAQs of one name.',
  check: ({ files }) => repeatedIntents(files).map((problem) => ({ problem })),
};
