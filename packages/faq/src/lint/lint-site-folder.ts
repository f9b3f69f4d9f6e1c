import { readArticleFiles } from '../articles/article-files.ts';
import { checkArticles } from '../articles/check-articles.ts';
import { checkSite } from '../check-site.ts';
import { readSiteFiles } from '../site-files.ts';
import { adviceOnArticles } from './article-advice.ts';
import { ignoredFiles } from './ignored-files.ts';
import { lintSite } from './lint-site.ts';
import type { LintFinding } from './lint-site.ts';
import { findDeadLinks } from './online-links.ts';
import type { AskForLink } from './online-links.ts';

export interface FolderLint {
  /** Asks for each link, too; left out, nothing is requested. */
  ask?: AskForLink;
}

/** Lints `<sitesDir>/<siteId>` with its articles. Throws only when the disk itself fails. */
export async function lintSiteFolder(
  sitesDir: string,
  siteId: string,
  { ask }: FolderLint = {},
): Promise<LintFinding[]> {
  const files = await readSiteFiles(sitesDir, siteId);
  const reading = checkSite(siteId, files);
  const articles = await readArticleFiles(sitesDir, siteId);
  const findings = lintSite(files, {
    // Articles link to FAQs, so nothing can be said about that while these are not known.
    articleProblems: reading.ok ? checkArticles(siteId, articles, reading.book).problems : [],
    articleAdvice: adviceOnArticles(siteId, articles),
    ignoredFiles: await ignoredFiles(sitesDir, siteId),
  });
  return ask ? findDeadLinks(files, findings, ask) : findings;
}
