import { lostInFaqs, lostInSite } from '../../cross-checks.ts';
import type { LintRule } from '../lint-rule.ts';

export const deadReference: LintRule = {
  name: 'dead-reference',
  severity: 'error',
  required: true,
  docs: 'A follow-up, a button or a test that names an FAQ which does not exist, or an FAQ that names such an article.',
  check({ site, files, unreadable, articleNames }) {
    // A name that is missing may stand in a file that could not be read: then nobody is blamed for it.
    if (unreadable.length > 0) return [];
    return [...lostInFaqs(files, articleNames), ...(site ? lostInSite(site, files) : [])].map((problem) => ({
      problem,
    }));
  },
};
