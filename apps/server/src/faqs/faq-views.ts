import { LOCALES } from '@solodesk/core';
import type { Locale, Site, SiteKnowledge } from '@solodesk/core';
import { faqRows, formOf, lintSite, siteTests } from '@solodesk/faq';
import type { FaqForm, FaqRow, LintFinding, SiteFiles } from '@solodesk/faq';
import { categoryName } from '../help/category-name.ts';
import { failedTests } from './faq-tests.ts';
import type { FailedTest } from './faq-tests.ts';

/** One FAQ as the console lists and edits it. */
export interface FaqView extends FaqForm {
  intent: string;
  category: string;
  file: string;
  line: number;
  version: string;
  /** Tests in its file, and those that the bot fails as it is now. */
  tests: number;
  failing: FailedTest[];
  /** What lint says within its lines. */
  findings: Pick<LintFinding, 'rule' | 'severity' | 'message' | 'line'>[];
}

export interface FaqListView {
  faqs: FaqView[];
  locales: readonly Locale[];
  categories: string[];
  /** What people read for each of them. */
  categoryNames: Record<string, Record<Locale, string>>;
}

/** The FAQs of the files as they are, with their health as far as it is known at once. */
export function faqListView(files: SiteFiles, site: Site, knowledge: SiteKnowledge | null): FaqListView {
  const rows = faqRows(files);
  const findings = lintSite(files);
  const tests = siteTests(files);
  const failed = knowledge === null ? [] : failedTests(tests, { site, ...knowledge });
  const faqs = rows.map((row, at) => ({
    ...formOf(row.entry),
    intent: row.entry.intent,
    category: row.category,
    file: row.file,
    line: row.line,
    version: row.version,
    tests: tests.filter(({ intent }) => intent === row.entry.intent).length,
    failing: failed.filter(({ intent }) => intent === row.entry.intent),
    findings: findings
      .filter((finding) => isWithin(finding, row, rows[at + 1]))
      .map(({ rule, severity, message, line }) => ({ rule, severity, message, line })),
  }));
  const categories = [...new Set(rows.map(({ category }) => category))].sort();
  const namesOf = (category: string) =>
    Object.fromEntries(LOCALES.map((locale) => [locale, categoryName(site, category, locale)])) as Record<
      Locale,
      string
    >;
  const categoryNames = Object.fromEntries(categories.map((category) => [category, namesOf(category)]));
  return { faqs, locales: site.locales, categories, categoryNames };
}

function isWithin({ file, line }: LintFinding, row: FaqRow, next: FaqRow | undefined): boolean {
  if (file !== row.file || line < row.line) return false;
  return next?.file !== row.file || line < next.line;
}
