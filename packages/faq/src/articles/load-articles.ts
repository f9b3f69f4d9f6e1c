import { createHash } from 'node:crypto';
import type { FaqBook } from '@solodesk/core';
import { readArticleFiles } from './article-files.ts';
import type { ArticleFiles } from './article-files.ts';
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

/** The same for a server that reads again and again: what has not changed is the same reading, and costs nothing anew. */
export function createArticleLoader(sitesDir: string): (siteId: string, faqs: FaqBook) => Promise<ArticlesReading> {
  const known = new Map<string, { key: string; reading: ArticlesReading }>();
  return async (siteId, faqs) => {
    const files = await readArticleFiles(sitesDir, siteId);
    const key = keyOf(files, faqs);
    const before = known.get(siteId);
    if (before?.key === key) return before.reading;
    const reading = checkArticles(siteId, files, faqs);
    known.set(siteId, { key, reading });
    return reading;
  };
}

/** Hash of everything that a reading depends on. */
function keyOf({ files, images, problems }: ArticleFiles, faqs: FaqBook): string {
  const pictures = [...images].map(([name, image]) => [name, image.kind === 'image' ? image.image.hash : image]);
  const places = [...faqs.faqs.values()].map(({ intent, category }) => [intent, category]);
  return createHash('sha256')
    .update(JSON.stringify([files, pictures, problems, places, faqs.locales]))
    .digest('base64url');
}
