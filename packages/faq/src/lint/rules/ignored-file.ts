import { LOCALES } from '@solodesk/core';
import { wholeFileProblem } from '../../file-problem.ts';
import type { LintNote, LintRule } from '../lint-rule.ts';

export const ignoredFile: LintRule = {
  name: 'ignored-file',
  severity: 'warning',
  docs: 'A file that the server never reads, for its name or its place: what stands in it is missing without a word.',
  *check({ site, languages, articleNames = [], ignoredFiles }): Iterable<LintNote> {
    const scope = site && { document: site.document, path: [] };
    const note = (problem: LintNote['problem']): LintNote => ({ problem, ...(scope && { scope }) });
    for (const problem of ignoredFiles) yield note(problem);
    if (!site) return;
    const folder = site.document.file.replace(/[^/]*$/, 'articles/');
    for (const name of articleNames) {
      const locale = LOCALES.find((one) => name.endsWith(`.${one}.md`));
      if (locale === undefined || languages.includes(locale)) continue;
      const words = `is not shown: "languages" of site.json has no "${locale}"`;
      yield note(wholeFileProblem(`${folder}${name}`, words));
    }
  },
};
