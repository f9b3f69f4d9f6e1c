import { articleIn, helpArticle } from '@solodesk/core';
import type { ArticleBook, ArticleGuide, ArticleHit, ArticleSearch } from '@solodesk/core';

/** The manuals as the bot knows them: links with whole addresses, because a chat is shown on pages of other origins. */
export function createArticleGuide(
  site: string,
  book: ArticleBook,
  search: ArticleSearch,
  publicUrl: () => string,
): ArticleGuide {
  return {
    find(text, locale) {
      const hit = search.likely(text, locale);
      if (hit === null) return null;
      const path = helpArticle(site, hit.locale, hit.slug, hit.section?.id);
      return { label: labelOf(hit), url: `${publicUrl()}${path}` };
    },
    link(slug, locale) {
      const article = articleIn(book, slug, locale);
      if (article === undefined) return null;
      return { label: article.title, url: `${publicUrl()}${helpArticle(site, article.locale, slug)}` };
    },
  };
}

function labelOf({ title, section }: ArticleHit): string {
  return section === null ? title : `${title} › ${section.heading}`;
}
