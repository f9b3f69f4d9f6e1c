import type { Locale } from '../locale.ts';

/** What stands under one heading, up to the next. */
export interface ArticleSection {
  /** The heading's anchor, unique in its article; null for what stands before the first heading. */
  id: string | null;
  /** Plain text; null for what stands before the first heading. */
  heading: string | null;
  /** Of the heading element: 2 to 6. */
  level: number;
  /** The section's words without any marks; each paragraph, step and cell on a line of its own. */
  text: string;
}

/** One manual in one language. */
export interface Article {
  /** The same in each language: the name of its file and of its page. */
  slug: string;
  locale: Locale;
  title: string;
  /** Of the same kind as an FAQ's. */
  category: string;
  /** Place among the articles of its category, smallest first. */
  order: number;
  summary: string;
  /** `2026-11-20`, as its author wrote it. */
  updated: string | null;
  sections: readonly ArticleSection[];
  /** Markup that was made from checked tokens: every text in it is escaped, and its links and images are ours to vouch for. */
  html: string;
  /** Names of the pictures that it shows. */
  images: readonly string[];
}

/** A picture of the articles, checked by its content. */
export interface ArticleImage {
  name: string;
  /** `image/png` and the like; never one that can hold scripts. */
  type: string;
  bytes: Uint8Array;
  /** Hash of the bytes. */
  hash: string;
}

/** All manuals of one site, as one consistent reading of its files. */
export interface ArticleBook {
  /** By category, order and slug. */
  readonly articles: readonly Article[];
  readonly images: ReadonlyMap<string, ArticleImage>;
}

/** The article in the wanted language, or in one that it exists in. */
export function articleIn(book: ArticleBook, slug: string, locale: Locale): Article | undefined {
  const versions = book.articles.filter((article) => article.slug === slug);
  return versions.find((article) => article.locale === locale) ?? versions[0];
}
