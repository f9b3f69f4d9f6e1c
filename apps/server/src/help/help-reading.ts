import type { ArticleBook, ArticleSearch, FaqBook, FaqSearch, Site } from '@solodesk/core';

/** What the help centre of a site shows: one reading of its files. */
export interface HelpReading {
  readonly site: Site;
  readonly book: FaqBook;
  readonly articles: ArticleBook;
  readonly faqSearch: FaqSearch;
  readonly articleSearch: ArticleSearch;
}

export interface HelpReadings {
  /** Null when there is no such site, or it has no public help centre: nobody can tell which. */
  help(siteId: string): HelpReading | null;
}
