import type { Locale } from '@solodesk/core';
import { helpHome } from '@solodesk/core';
import type { HelpAssets } from './help-assets.ts';
import { dataBlock, html } from './html.ts';
import type { Html } from './html.ts';
import type { HelpReading } from './help-reading.ts';
import { HELP_TEXTS } from './help-texts.ts';
import { searchForm } from './search-form.ts';
import { breadcrumbData } from './structured-data.ts';
import type { Crumb } from './structured-data.ts';

/** What is the same for all pages of one reading. */
export interface Surroundings {
  reading: HelpReading;
  assets: HelpAssets;
  /** Origin under which browsers reach us. */
  publicUrl: string;
}

export interface Page {
  locale: Locale;
  title: string;
  description: string;
  /** Its one address. */
  path: string;
  /** The same page in each language in which it exists. */
  alternates: Partial<Record<Locale, string>>;
  /** Pages above, the page itself last; none on the front page. */
  crumbs: readonly Crumb[];
  body: Html;
  /** Blocks for search engines. */
  data?: readonly object[];
  /** Whole address of a picture for links to the page. */
  image?: string | null;
  type?: 'website' | 'article';
  /** Not for search engines. */
  hidden?: boolean;
  /** What the search box in the header holds; null: the page has a search of its own. */
  query?: string | null;
}

/** The whole document around a page. */
export function layout({ reading, assets, publicUrl }: Surroundings, page: Page): string {
  const { site } = reading;
  const { locale } = page;
  const texts = HELP_TEXTS[locale];
  const title = page.crumbs.length === 0 ? page.title : `${page.title} · ${site.name}`;
  const canonical = `${publicUrl}${page.path}`;
  const data = page.crumbs.length === 0 ? [] : [breadcrumbData(page.crumbs, publicUrl)];
  return html`<!doctype html>
    <html lang="${texts.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <meta name="description" content="${page.description}" />
        ${page.hidden ? html`<meta name="robots" content="noindex" />` : [html`<link rel="canonical" href="${canonical}" />`, alternateLinks(page, reading, publicUrl)]}
        <meta property="og:title" content="${page.title}" />
        <meta property="og:description" content="${page.description}" />
        <meta property="og:type" content="${page.type ?? 'website'}" />
        <meta property="og:url" content="${canonical}" />
        <meta property="og:site_name" content="${site.name}" />
        <meta property="og:locale" content="${texts.ogLocale}" />
        ${page.image ? html`<meta property="og:image" content="${page.image}" />` : null}
        <meta name="twitter:card" content="summary" />
        <link rel="stylesheet" href="${assets.css}" />
        <link rel="stylesheet" href="/frame/${site.id}/theme.css" />
        ${[...data, ...(page.data ?? [])].map((block) => dataBlock('application/ld+json', block))}
        <script src="${assets.js}" defer></script>
        <script src="/widget/${site.id}.js" async></script>
      </head>
      <body>
        <a class="skip" href="#page_main">${texts.skip}</a>
        <header class="top">
          <div class="bar">
            <a class="brand" href="${helpHome(site.id, locale)}"
              ><b>${site.name}</b> <span>${texts.helpCentre}</span></a
            >
            ${page.query === null ? null : searchForm(site.id, locale, page.query ?? '', 'small')}
            ${languageSwitch(page, reading)}
          </div>
        </header>
        ${page.crumbs.length === 0 ? null : breadcrumbs(page, texts.breadcrumbs)}
        <main id="page_main" tabindex="-1">${page.body}</main>
        <footer class="foot">
          <div class="bar">
            <h2>${texts.stillStuck}</h2>
            <p>${texts.chatHint(site.ownerName)}</p>
            <noscript><p>${texts.chatNeedsScript}</p></noscript>
            <p><button type="button" class="button" data-open-chat hidden>${texts.askInChat}</button></p>
          </div>
        </footer>
      </body>
    </html> `.text;
}

function alternateLinks({ alternates }: Page, { site }: HelpReading, publicUrl: string): Html[] {
  const links = site.locales.flatMap((locale) => {
    const path = alternates[locale];
    return path === undefined ? [] : [{ lang: HELP_TEXTS[locale].lang, path }];
  });
  const usual = alternates[site.defaultLocale];
  const all = usual === undefined ? links : [...links, { lang: 'x-default', path: usual }];
  return all.map(({ lang, path }) => html`<link rel="alternate" hreflang="${lang}" href="${publicUrl}${path}" /> `);
}

/** Leads to the same page in the other language, or to the front page where there is none. */
function languageSwitch({ locale, alternates }: Page, { site }: HelpReading): Html | null {
  if (site.locales.length < 2) return null;
  return html`<nav class="languages" aria-label="${HELP_TEXTS[locale].languages}">
    ${site.locales.map((one) => {
      const { lang, language } = HELP_TEXTS[one];
      const path = alternates[one] ?? helpHome(site.id, one);
      return one === locale
        ? html`<a href="${path}" lang="${lang}" hreflang="${lang}" aria-current="true">${language}</a> `
        : html`<a href="${path}" lang="${lang}" hreflang="${lang}">${language}</a> `;
    })}
  </nav>`;
}

function breadcrumbs({ crumbs }: Page, label: string): Html {
  return html`<nav class="crumbs bar" aria-label="${label}">
    <ol>
      ${crumbs.map((crumb, at) =>
        at === crumbs.length - 1
          ? html`<li aria-current="page">${crumb.label}</li> `
          : html`<li><a href="${crumb.path}">${crumb.label}</a></li> `,
      )}
    </ol>
  </nav>`;
}
