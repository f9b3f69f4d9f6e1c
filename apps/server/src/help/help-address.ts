import type { Locale } from '@solodesk/core';
import type { Request } from 'express';
import type { HelpReading } from './help-reading.ts';
import { MAX_QUERY } from './search-form.ts';

const CONTROL = /[\u0000-\u001f\u007f]/;

/** The id of the site that an address names, also where no route has matched; empty where it names none. */
export function siteIn(request: Request): string {
  return /^\/help\/([a-z0-9-]{1,40})(?:[/?]|$)/.exec(request.originalUrl)?.[1] ?? '';
}

/** The language that an address names; null where it names none that the site speaks. */
export function localeIn(request: Request, { site }: HelpReading): Locale | null {
  const named = /^\/help\/[^/?]*\/([a-z]{2})(?:[/?]|$)/.exec(request.originalUrl)?.[1];
  return site.locales.find((locale) => locale === named) ?? null;
}

/** The browser's first language that the site speaks. */
export function wishedLocale(request: Request, { site }: HelpReading): Locale {
  const offered = [site.defaultLocale, ...site.locales.filter((locale) => locale !== site.defaultLocale)];
  return offered.find((locale) => locale === request.acceptsLanguages(offered)) ?? site.defaultLocale;
}

/** What is searched for, in a page's address or what its script sends; null when nobody can have typed it. */
export function queryIn({ q = '' }: Readonly<Record<string, unknown>>): string | null {
  const text = Array.isArray(q) ? q[0] : q;
  if (typeof text !== 'string' || text.length > MAX_QUERY || CONTROL.test(text)) return null;
  return text.trim();
}
