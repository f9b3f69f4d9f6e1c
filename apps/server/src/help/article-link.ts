import type { Article, Locale } from '@solodesk/core';
import { helpArticle } from '@solodesk/core';
import { HELP_TEXTS } from './help-texts.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

/** A link to an article, marked when it is not in the reader's language. */
export function articleLink(site: string, article: Article, locale: Locale): Html {
  const { lang, inOtherLanguage } = HELP_TEXTS[article.locale];
  const href = helpArticle(site, article.locale, article.slug);
  if (article.locale === locale) return html`<a href="${href}">${article.title}</a>`;
  return html`<a href="${href}" lang="${lang}" hreflang="${lang}">${article.title}</a>
    <span class="other" lang="${lang}">${inOtherLanguage}</span>`;
}

/** The same for each language of the site. */
export function everyLocale(
  locales: readonly Locale[],
  of: (locale: Locale) => string,
): Partial<Record<Locale, string>> {
  return Object.fromEntries(locales.map((locale) => [locale, of(locale)]));
}
