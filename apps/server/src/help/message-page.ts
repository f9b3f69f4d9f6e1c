import type { Locale } from '@solodesk/core';
import { helpHome } from '@solodesk/core';
import type { HelpAssets } from './help-assets.ts';
import { everyLocale } from './article-link.ts';
import { HELP_TEXTS } from './help-texts.ts';
import type { HelpTexts } from './help-texts.ts';
import { html } from './html.ts';
import type { Page, Surroundings } from './layout.ts';

type Words = { [Name in keyof HelpTexts]: HelpTexts[Name] extends string ? Name : never }[keyof HelpTexts];

export interface Message {
  title: Words;
  text: Words;
}

export const NOT_FOUND: Message = { title: 'notFoundTitle', text: 'notFound' };
export const BAD_REQUEST: Message = { title: 'badRequestTitle', text: 'badRequest' };
export const TOO_MANY: Message = { title: 'tooManyTitle', text: 'tooMany' };
export const REFUSED: Message = { title: 'refusedTitle', text: 'refused' };

/** A page that only says something. @param back where it came from */
export function messagePage({ reading }: Surroundings, locale: Locale, message: Message, back?: string): Page {
  const { site } = reading;
  const texts = HELP_TEXTS[locale];
  const home = helpHome(site.id, locale);
  return {
    locale,
    title: texts[message.title],
    description: texts[message.text],
    path: home,
    alternates: everyLocale(site.locales, (one) => helpHome(site.id, one)),
    crumbs: [
      { label: texts.helpCentre, path: home },
      { label: texts[message.title], path: home },
    ],
    hidden: true,
    body: html`<div class="bar narrow message">
      <h1>${texts[message.title]}</h1>
      <p>${texts[message.text]}</p>
      <p>
        ${back === undefined ? html`<a class="button" href="${home}">${texts.toHome}</a>` : html`<a class="button" href="${back}">${texts.backToPage}</a>`}
      </p>
    </div>`,
  };
}

/** The same for a site that does not exist or is not public: nobody can tell which, and so it names none. */
export function strangerPage(assets: HelpAssets, message: Message): string {
  const { en, zh } = HELP_TEXTS;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${en[message.title]} · ${zh[message.title]}</title>
        <link rel="stylesheet" href="${assets.css}" />
      </head>
      <body>
        <main class="bar narrow message">
          <h1>${en[message.title]}</h1>
          <p lang="zh-CN">${zh[message.title]}</p>
        </main>
      </body>
    </html> `.text;
}
