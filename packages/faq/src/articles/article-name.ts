import { LOCALES, RESERVED_SLUGS } from '@solodesk/core';
import type { Locale } from '@solodesk/core';

/** What the name of an article's file says. */
export interface ArticleName {
  slug: string;
  locale: Locale;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_SLUG = 60;

/** Whether a file in `articles/` is meant to be one: not what is hidden, nor the author's README. */
export function isArticleFileName(name: string): boolean {
  return /^[^.].*\.md$/i.test(name) && !/^readme\b/i.test(name);
}

function isSlug(slug: string): boolean {
  return SLUG.test(slug) && slug.length <= MAX_SLUG;
}

/** @returns the reason when `<slug>.<language>.md` is not what it is called */
export function readArticleName(file: string): ArticleName | string {
  const [, slug = '', language = ''] = /^(.*)\.([^.]+)\.md$/.exec(file) ?? [];
  const locale = LOCALES.find((known) => known === language);
  if (locale === undefined) {
    return `must be named <name>.<language>.md, such as "returns.en.md"; languages are ${LOCALES.join(' and ')}`;
  }
  if (!isSlug(slug)) {
    return `must be named with lower-case letters, digits and hyphens (at most ${MAX_SLUG}), such as "returns.${locale}.md"`;
  }
  if (RESERVED_SLUGS.includes(slug)) return `must not be named "${slug}": the help centre has a page of that name`;
  return { slug, locale };
}
