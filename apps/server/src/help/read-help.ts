import type { ArticleBook, FaqBook, Site } from '@solodesk/core';
import { buildArticleSearch, buildFaqSearch, inSlices } from '@solodesk/nlu';
import type { Pace } from '@solodesk/nlu';
import type { HelpReading } from './help-reading.ts';

/**
 * What the help centre serves. Indexes take some tens of milliseconds, during which people chat: those of what has not changed are
 * taken over, and the others are built in slices.
 */
export async function readHelp(
  site: Site,
  book: FaqBook,
  articles: ArticleBook,
  before: HelpReading | null,
  pace: Pace,
): Promise<HelpReading> {
  return {
    site,
    book,
    articles,
    // The hash stands for every question and phrasing, which is all that is searched.
    faqSearch:
      before?.book.hash === book.hash
        ? before.faqSearch
        : await inSlices(buildFaqSearch(book, before?.faqSearch), pace),
    articleSearch:
      before?.articles === articles ? before.articleSearch : await inSlices(buildArticleSearch(articles), pace),
  };
}
