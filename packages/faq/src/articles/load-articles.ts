import type { FaqBook } from '@solodesk/core';
import { readArticleFiles } from './article-files.ts';
import { checkArticles } from './check-articles.ts';
import type { ArticlesReading } from './check-articles.ts';

/**
 * Reads the articles of a site, apart from its FAQs: a bad article is a problem with its place, and holds back neither the
 * FAQs nor the other articles. Throws only when the disk itself fails.
 * @param faqs of the same site: articles may link to them, and speak their languages
 */
export async function loadArticles(sitesDir: string, siteId: string, faqs: FaqBook): Promise<ArticlesReading> {
  return checkArticles(siteId, await readArticleFiles(sitesDir, siteId), faqs);
}
