import type { Locale } from '../locale.ts';

/** Names that pages of the help centre have beside its articles. */
export const RESERVED_SLUGS: readonly string[] = ['search', 'topics', 'feedback'];

/** The front page of a site's help centre, in the reader's language unless one is named. */
export function helpHome(site: string, locale?: Locale): string {
  return locale === undefined ? `/help/${site}` : `/help/${site}/${locale}`;
}

/** @param section the anchor of one of its headings */
export function helpArticle(site: string, locale: Locale, slug: string, section?: string | null): string {
  return `${helpHome(site, locale)}/${slug}${section ? `#${encodeURIComponent(section)}` : ''}`;
}

/** The page of a category. @param intent of an FAQ on it */
export function helpTopic(site: string, locale: Locale, category: string, intent?: string): string {
  return `${helpHome(site, locale)}/topics/${category}${intent === undefined ? '' : `#${encodeURIComponent(intent)}`}`;
}

export function helpImage(site: string, name: string): string {
  return `${helpHome(site)}/images/${encodeURIComponent(name)}`;
}
