import { lostInActions } from '../../checks/action-checks.ts';
import { lostInFaqs, lostInSite } from '../../checks/cross-checks.ts';
import { lostInForms } from '../../checks/form-checks.ts';
import type { LintRule } from '../lint-rule.ts';

export const deadReference: LintRule = {
  name: 'dead-reference',
  severity: 'error',
  required: true,
  docs: 'A follow-up, a button or a test that names an FAQ which does not exist, an FAQ that names such an article, or a form that names such an FAQ or slot.',
  check({ site, files, forms, unreadable, articleNames }) {
    // A name that is missing may stand in a file that could not be read: then nobody is blamed for it.
    if (unreadable.length > 0) return [];
    return [
      ...lostInFaqs(files, articleNames),
      ...lostInForms(forms, files),
      ...(site ? [...lostInSite(site, files), ...lostInActions(site, forms, files)] : []),
    ].map((problem) => ({ problem }));
  },
};
