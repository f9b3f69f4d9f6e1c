import type { Article, Faq, Locale, Site } from '@solodesk/core';
import { helpArticle, localize } from '@solodesk/core';
import type { HelpReading } from './help-reading.ts';
import { HELP_TEXTS } from './help-texts.ts';
import { plainAnswer } from './plain-answer.ts';

/** A page above the current one; the last is the page itself. */
export interface Crumb {
  label: string;
  path: string;
}

/** schema.org's FAQPage: each question with its answer, which stands on the page as well. */
export function faqPageData(site: Site, faqs: readonly Faq[], locale: Locale): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    inLanguage: HELP_TEXTS[locale].lang,
    mainEntity: faqs.map((faq) => ({
      '@type': 'Question',
      name: localize(faq.question, locale) ?? faq.intent,
      acceptedAnswer: { '@type': 'Answer', text: plainAnswer(site, faq, locale) },
    })),
  };
}

export function breadcrumbData(crumbs: readonly Crumb[], publicUrl: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, path }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: label,
      item: `${publicUrl}${path}`,
    })),
  };
}

export function articleData({ site }: HelpReading, article: Article, publicUrl: string, image: string | null): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: article.title,
    description: article.summary,
    inLanguage: HELP_TEXTS[article.locale].lang,
    mainEntityOfPage: `${publicUrl}${helpArticle(site.id, article.locale, article.slug)}`,
    publisher: { '@type': 'Organization', name: site.name },
    ...(article.updated !== null && { dateModified: article.updated }),
    ...(image !== null && { image }),
  };
}
