import type { Locale } from '@solodesk/core';
import { helpArticle, helpHome, helpTopic } from '@solodesk/core';
import type { HelpReading } from './help-reading.ts';
import { HELP_TEXTS } from './help-texts.ts';
import { escapeHtml } from './html.ts';
import { topicsOf } from './topics.ts';

interface Entry {
  paths: Partial<Record<Locale, string>>;
  updated: Partial<Record<Locale, string>>;
}

/** Every page in every language, each with its others (sitemaps.org 0.9, with Google's `xhtml:link`). */
export function sitemap(reading: HelpReading, publicUrl: string): string {
  const { site, articles } = reading;
  const inAll = (path: (locale: Locale) => string): Entry => ({
    paths: Object.fromEntries(site.locales.map((locale) => [locale, path(locale)])),
    updated: {},
  });
  const slugs = [...new Set(articles.articles.map(({ slug }) => slug))];
  const entries: Entry[] = [
    inAll((locale) => helpHome(site.id, locale)),
    ...topicsOf(reading, site.defaultLocale).map(({ category }) => inAll((one) => helpTopic(site.id, one, category))),
    ...slugs.map((slug) => {
      const versions = articles.articles.filter((article) => article.slug === slug);
      return {
        paths: Object.fromEntries(versions.map(({ locale }) => [locale, helpArticle(site.id, locale, slug)])),
        updated: Object.fromEntries(versions.map(({ locale, updated }) => [locale, updated])),
      };
    }),
  ];
  const address = (path: string) => escapeHtml(`${publicUrl}${path}`);
  const urls = entries.flatMap(({ paths, updated }) => {
    const versions = Object.entries(paths) as [Locale, string][];
    const links = versions.map(
      ([locale, path]) => `<xhtml:link rel="alternate" hreflang="${HELP_TEXTS[locale].lang}" href="${address(path)}"/>`,
    );
    return versions.map(([locale, path]) => {
      const day = updated[locale];
      return `<url><loc>${address(path)}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}${links.join('')}</url>`;
    });
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}
