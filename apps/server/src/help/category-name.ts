import type { Locale, Localized, Site } from '@solodesk/core';
import { localize } from '@solodesk/core';
import { COMMON_TOPICS } from '@solodesk/faq';

/** What people read for a category: what `site.json` calls it, else its usual name, else its own word spelled out. */
export function categoryName(site: Pick<Site, 'categories'>, category: string, locale: Locale): string {
  return localize(site.categories[category] ?? commonName(category), locale) ?? spelledOut(category);
}

function commonName(category: string): Localized<string> {
  return (Object.hasOwn(COMMON_TOPICS, category) && COMMON_TOPICS[category]) || {};
}

/** `gift-cards` as "Gift cards". */
function spelledOut(category: string): string {
  const words = category.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
