import { tooMany } from '../../checks/cross-checks.ts';
import { illActions } from '../../checks/action-checks.ts';
import { illFormed } from '../../checks/form-checks.ts';
import type { LintRule } from '../lint-rule.ts';

export const schema: LintRule = {
  name: 'schema',
  severity: 'error',
  required: true,
  docs: 'A file that cannot be read, is not JSON, or does not fit the schema.',
  check: ({ site, unreadable, files, forms }) =>
    [...unreadable, ...tooMany(files), ...illFormed(forms), ...(site ? illActions(site) : [])].map((problem) => ({
      problem,
    })),
};
