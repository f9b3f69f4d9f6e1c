import { LOCALES } from '@solodesk/core';
import { checkFile } from '../check-site.ts';
import { faqFile } from '../schemas/faq-schema.ts';
import type { FileProblem } from '../file-problem.ts';
import { formFile } from '../schemas/form-schema.ts';
import type { SiteFiles } from '../site-files.ts';
import { readProducts } from '../products-file.ts';
import { siteFile } from '../schemas/site-schema.ts';
import { isSilenced } from './silences.ts';
import type { LintContext, LintNote, LintRule, Severity } from './lint-rule.ts';
import { RULES } from './rules.ts';

export interface LintFinding extends FileProblem {
  severity: Severity;
  /** Name of the rule. */
  rule: string;
}

/**
 * What is wrong with a site's files, or could be better, in reading order. Files that are broken are reported, and the others looked at all
 * the same. Lint is advice: only what `checkSite` finds (the rules that are `required`) makes the server refuse a site. Pure: to lint an
 * edit before it is written, give the files as they would be.
 * @param found what `checkArticles`, `adviceOnArticles` and `ignoredFiles` found, to be told together with the rest
 */
export function lintSite(
  files: SiteFiles,
  found: Partial<Pick<LintContext, 'articleProblems' | 'articleAdvice' | 'ignoredFiles'>> = {},
): LintFinding[] {
  const context = { ...lintContext(files), ...found };
  return inReadingOrder(RULES.flatMap((rule) => findingsOf(rule, rule.check(context), context)));
}

/** What rules look at, of a site's files. */
export function lintContext(files: SiteFiles): LintContext {
  const unreadable = [...files.problems];
  const site = files.siteJson && checkFile(files.siteJson, siteFile, unreadable);
  const sources = files.faqs.flatMap((file) => checkFile(file, faqFile, unreadable) ?? []);
  const forms = (files.forms ?? []).flatMap((file) => checkFile(file, formFile, unreadable) ?? []);
  if (files.products) unreadable.push(...readProducts(files.products).problems);
  const faqs = sources.flatMap(({ document, content }) =>
    content.faqs.map((entry, index) => ({ entry, document, path: ['faqs', index] })),
  );
  const used = LOCALES.filter((locale) => faqs.some(({ entry }) => entry.phrasings[locale] !== undefined));
  return {
    site,
    languages: site ? site.content.languages : used,
    files: sources,
    faqs,
    forms,
    unreadable,
    articleNames: files.articleNames,
    articleProblems: [],
    articleAdvice: [],
    ignoredFiles: [],
  };
}

/** A rule's notes as findings, without those that the files silence. */
export function findingsOf(rule: LintRule, notes: Iterable<LintNote>, context: LintContext): LintFinding[] {
  const site = context.site?.document ?? null;
  return [...notes].flatMap(({ problem, scope, severity = rule.severity }) =>
    scope && !rule.required && isSilenced(rule.name, scope, site) ? [] : [{ ...problem, severity, rule: rule.name }],
  );
}

/** `site.json` first: what is wrong there can be the reason for everything else. */
export function inReadingOrder(findings: readonly LintFinding[]): LintFinding[] {
  const rank = ({ file }: LintFinding) => (file.endsWith('/site.json') ? 0 : 1);
  return [...findings].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}
