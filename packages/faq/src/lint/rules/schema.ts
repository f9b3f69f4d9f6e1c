import { tooMany } from '../../cross-checks.ts';
import { illFormed } from '../../form-checks.ts';
import type { LintRule } from '../lint-rule.ts';

export const schema: LintRule = {
  name: 'schema',
  severity: 'error',
  required: true,
  docs: 'A file that cannot be read, is not JSON, or does not fit the schema.',
  check: ({ unreadable, files, forms }) =>
    [...unreadable, ...tooMany(files), ...illFormed(forms)].map((problem) => ({ problem })),
};
