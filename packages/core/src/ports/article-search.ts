import type { Link } from '../domain/faq.ts';
import type { Locale } from '../domain/locale.ts';

/** A place in a manual. */
export interface ArticleHit {
  slug: string;
  /** The language of the text that was found. */
  locale: Locale;
  title: string;
  /** Anchor and words of the heading under which it stands; null for the article as a whole. */
  section: { id: string; heading: string } | null;
  /** From 0 to 1: how much of what was asked stands there. */
  score: number;
}

/** Search over the headings and sections of a site's manuals that forgives typos. */
export interface ArticleSearch {
  /** The best place of each article, best first: for lists. The last word may be half typed. */
  search(text: string, locale: Locale, limit: number): ArticleHit[];
  /** The place that most likely helps with a question; null when none is likely enough to be pointed to. */
  likely(text: string, locale: Locale): ArticleHit | null;
}

/** The manuals as the bot knows them. */
export interface ArticleGuide {
  /** The best place for a question, when it is likely enough to help to be worth showing; null otherwise. */
  find(text: string, locale: Locale): Link | null;
  /** An article by its name, in the wanted language or the one that there is; null when there is none. */
  link(slug: string, locale: Locale): Link | null;
}
