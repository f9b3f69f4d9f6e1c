import type { Article, Faq, Locale } from '@solodesk/core';
import { articleIn } from '@solodesk/core';
import { categoryName } from './category-name.ts';
import type { HelpReading } from './help-reading.ts';

/** A category with what stands in it, as readers of one language see it. */
export interface Topic {
  category: string;
  title: string;
  /** In the wanted language, or in the one that there is. */
  articles: readonly Article[];
  faqs: readonly Faq[];
}

/** In the order of `site.json`; those that it does not name follow by name. */
export function topicsOf({ site, book, articles }: HelpReading, locale: Locale): Topic[] {
  const faqs = [...book.faqs.values()];
  const named = Object.keys(site.categories);
  const used = new Set([...faqs, ...articles.articles].map(({ category }) => category));
  const others = [...used].filter((category) => !named.includes(category)).sort();
  return [...named.filter((category) => used.has(category)), ...others].map((category) => {
    const slugs = new Set(articles.articles.filter((one) => one.category === category).map(({ slug }) => slug));
    return {
      category,
      title: categoryName(site, category, locale),
      articles: [...slugs].map((slug) => articleIn(articles, slug, locale)).filter((one) => one !== undefined),
      faqs: faqs.filter((faq) => faq.category === category),
    };
  });
}
