import type { Locale } from '@solodesk/core';
import { helpHome } from '@solodesk/core';
import { HELP_TEXTS } from './help-texts.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

/** Longest search, in UTF-16 units. */
export const MAX_QUERY = 300;

/** A plain form that leads to the page of results. */
export function searchForm(site: string, locale: Locale, query: string, size: 'small' | 'large'): Html {
  const texts = HELP_TEXTS[locale];
  return html`<form class="search ${size}" role="search" action="${helpHome(site, locale)}/search" method="get">
    <input
      type="search"
      name="q"
      value="${query}"
      maxlength="${MAX_QUERY}"
      autocomplete="off"
      enterkeyhint="search"
      placeholder="${texts.searchPlaceholder}"
      aria-label="${texts.searchPlaceholder}"
    />
    <button type="submit" class="button">${texts.search}</button>
  </form>`;
}
