import { loadArticles } from '../articles/load-articles.ts';
import { checkSite } from '../check-site.ts';
import type { FileProblem } from '../file-problem.ts';
import { readSiteFiles } from '../site-files.ts';
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
  let articleProblems: FileProblem[] = [];
  // Articles link to FAQs, so nothing can be said about them while these are not known.
  if (reading.ok) ({ problems: articleProblems } = await loadArticles(sitesDir, siteId, reading.book));
  const findings = lintSite(files, articleProblems);
  return ask ? findDeadLinks(files, findings, ask) : findings;
}
