import { missingInFaqs, missingInSite } from '../../cross-checks.ts';
import type { LintRule } from '../lint-rule.ts';

export const missingLanguage: LintRule = {
  name: 'missing-language',
  severity: 'error',
  required: true,
  docs: 'A question, phrasings, an answer or the consent text that is missing in a language of the site.',
  check: ({ site, files }) =>
    site
      ? [...missingInFaqs(files, site.content.languages), ...missingInSite(site)].map((problem) => ({ problem }))
      : [],
};
