import type { Locale } from '@solodesk/core';
import { helpHome } from '@solodesk/core';
import { HELP_TEXTS } from './help-texts.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

/**
 * "Did this help?", a plain form. The script of the pages sends it without leaving the page.
 * @param page `article:<slug>` or `faq:<intent>`
 */
export function voteForm(site: string, locale: Locale, page: string): Html {
  const texts = HELP_TEXTS[locale];
  return html`<form
    class="vote"
    method="post"
    action="${helpHome(site, locale)}/feedback"
    data-yes="${texts.thanksYes}"
    data-no="${texts.thanksNo}"
  >
    <input type="hidden" name="page" value="${page}" />
    <fieldset>
      <legend>${texts.didThisHelp}</legend>
      <button type="submit" name="helpful" value="yes">${texts.yes}</button>
      <button type="submit" name="helpful" value="no">${texts.no}</button>
    </fieldset>
    <p role="status"></p>
  </form>`;
}
