import { missingInActions } from '../../checks/action-checks.ts';
import { missingInFaqs, missingInSite } from '../../checks/cross-checks.ts';
import { missingInForms } from '../../checks/form-checks.ts';
import type { LintRule } from '../lint-rule.ts';

export const missingLanguage: LintRule = {
  name: 'missing-language',
  severity: 'error',
  required: true,
  docs: 'A question, phrasings, an answer, a text of a form or the consent text that is missing in a language of the site.',
  check: ({ site, files, forms }) =>
    site
      ? [
          ...missingInFaqs(files, site.content.languages),
          ...missingInForms(forms, site.content.languages),
          ...missingInSite(site),
          ...missingInActions(site),
        ].map((problem) => ({ problem }))
      : [],
};
