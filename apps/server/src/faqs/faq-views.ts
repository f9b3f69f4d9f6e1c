import { LOCALES } from '@solodesk/core';
import type { Article, Locale, Localized, PageVoteCount, Site, SiteKnowledge } from '@solodesk/core';
import { faqRows, formOf, lintSite, outOfScopeRows, siteTests } from '@solodesk/faq';
import type { FaqForm, FaqRow, LintFinding, OutOfScopeRow, SiteFiles } from '@solodesk/faq';
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
  /** What is left for the owner to say. */
  toDo: Localized<string> | null;
  /** Tests in its file, and those that the bot fails as it is now. */
  /** "Did this help?" under it in the help centre, since ever. */
  votes: Votes;
  tests: number;
  failing: FailedTest[];
  /** What lint says within its lines. */
  findings: Pick<LintFinding, 'rule' | 'severity' | 'message' | 'line'>[];
}

/** How often people said that a page helped them, and that it did not. */
export interface Votes {
  yes: number;
  no: number;
}

export interface FaqListView {
  faqs: FaqView[];
  locales: readonly Locale[];
  categories: string[];
  /** What no FAQ answers, by the files that say it. */
  outOfScope: OutOfScopeRow[];
  /** Manuals that somebody has judged, with their titles. */
  articles: { slug: string; title: string; votes: Votes }[];
  /** What people read for each of them. */
  categoryNames: Record<string, Record<Locale, string>>;
}

/** What readers of the help centre said, and its manuals. */
export interface HelpVotes {
  votes: readonly PageVoteCount[];
  articles: readonly Pick<Article, 'slug' | 'locale' | 'title'>[];
}

/** The FAQs of the files as they are, with their health as far as it is known at once. */
export function faqListView(
  files: SiteFiles,
  site: Site,
  knowledge: SiteKnowledge | null,
  { votes, articles }: HelpVotes,
): FaqListView {
  const rows = faqRows(files);
  const findings = lintSite(files);
  const tests = siteTests(files, site.locales);
  const failed = knowledge === null ? [] : failedTests(tests, { site, ...knowledge });
  const faqs = rows.map((row, at) => ({
    ...formOf(row.entry),
    intent: row.entry.intent,
    category: row.category,
    file: row.file,
    line: row.line,
    version: row.version,
    toDo: row.toDo,
    votes: votesOf(votes, `faq:${row.entry.intent}`),
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
  const judged = [...new Set(articles.map(({ slug }) => slug))].flatMap((slug) => {
    const counted = votesOf(votes, `article:${slug}`);
    const inSite = articles.filter((article) => article.slug === slug);
    const title = (inSite.find(({ locale }) => locale === site.defaultLocale) ?? inSite[0])?.title ?? slug;
    return counted.yes + counted.no === 0 ? [] : [{ slug, title, votes: counted }];
  });
  const outOfScope = outOfScopeRows(files);
  return { faqs, locales: site.locales, categories, categoryNames, outOfScope, articles: judged };
}

/** In both languages together. */
function votesOf(votes: readonly PageVoteCount[], page: string): Votes {
  const own = votes.filter((vote) => vote.page === page);
  return { yes: own.reduce((sum, { yes }) => sum + yes, 0), no: own.reduce((sum, { no }) => sum + no, 0) };
}

function isWithin({ file, line }: LintFinding, row: FaqRow, next: FaqRow | undefined): boolean {
  if (file !== row.file || line < row.line) return false;
  return next?.file !== row.file || line < next.line;
}
