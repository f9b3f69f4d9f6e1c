import { existsSync } from 'node:fs';
import type { Calendar, Clock, Site, Sites } from '@solodesk/core';
import type { WidgetSite } from '@solodesk/protocol/visitor';
import express, { Router } from 'express';
import type { Request, Response } from 'express';
import { etagOf } from '../help/page-cache.ts';
import { hasVariants, withHelpLinks } from '../help/greeting-links.ts';
import { Previews } from '../sites/previews.ts';
import { accentOnDark, accentOnLight, onAccent } from './accent.ts';
import { IMMUTABLE } from './compression.ts';
import type { Compression } from './compression.ts';
import { previewRoutes } from './preview-routes.ts';
import { contentPolicy, webSocketOrigins } from './security-headers.ts';
import type { WidgetAssets } from './widget-assets.ts';

export interface WidgetRoutesOptions {
  sites: Sites;
  previews: Pick<Previews, 'get'>;
  assets: WidgetAssets;
  /** Hashed files of the release before, for pages that were loaded then. */
  previousAssets: string;
  /** Origin under which browsers reach us. */
  publicUrl(): string;
  calendar: Calendar;
  clock: Clock;
  compression: Compression;
  /** A page at this address asked for a site's widget. */
  onSeen(site: Site, page: string | undefined): void;
}

/** What opening hours depend on. */
interface Moment {
  calendar: Calendar;
  /** UTC milliseconds. */
  now: number;
}

const DAY = 86_400_000;
/** For how long a frame that stays open knows when somebody is there. */
const OPEN_DAYS = 28;

/** The loader with a site's own settings inlined, the frame, its colours, and the hashed files. */
export function widgetRoutes(options: WidgetRoutesOptions): Router {
  const { sites, previews, assets, previousAssets, publicUrl, calendar, clock, compression } = options;
  const router = Router();
  const siteOf = (name: string): Site | null => (Previews.isName(name) ? previews : sites).get(name);
  const send = (request: Request, response: Response, type: string, maxAgeSeconds: number, text: string) => {
    response.setHeader('Cache-Control', maxAgeSeconds === 0 ? 'no-cache' : `public, max-age=${maxAgeSeconds}`);
    // A frame says when somebody is there, from now on.
    const fleeting = maxAgeSeconds === 0;
    return compression.send(request, response, { type, text, etag: etagOf(text), fleeting });
  };
  router.use(previewRoutes(previews, assets));

  router.get('/say/:site.js', (request, response) => {
    const site = siteOf(request.params.site);
    if (site === null) return void response.status(404).type('text/javascript').send('// no such site');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    // A module of another origin is only run where its origin allows it.
    response.setHeader('Access-Control-Allow-Origin', '*');
    return send(request, response, 'text/javascript', 300, proactiveFor(site, assets));
  });

  router.get('/widget/:file', (request, response) => {
    const site = request.params.file.endsWith('.js') ? siteOf(request.params.file.slice(0, -3)) : null;
    if (site === null) return void response.status(404).type('text/javascript').send('// no such site');
    options.onSeen(site, request.headers.referer);
    // The page that embeds it may be of any origin; what it may do is decided where it connects.
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    return send(request, response, 'text/javascript', 300, loaderFor(site, assets));
  });

  router.get('/frame/:site', (request, response) => {
    const site = siteOf(request.params.site);
    if (site === null) return void response.status(404).type('text/plain').send('no such site');
    // The loader makes the browser say so, whatever the page's own referrer policy is.
    options.onSeen(site, request.headers.referer);
    contentPolicy(response, {
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'connect-src': ["'self'", ...webSocketOrigins(request)],
      'frame-ancestors': ["'self'", ...site.origins],
    });
    return send(
      request,
      response,
      'text/html',
      0,
      framePage(site, assets, publicUrl(), { calendar, now: clock.now() }),
    );
  });

  router.get('/frame/:site/theme.css', (request, response) => {
    const site = siteOf(request.params.site);
    if (site === null) return void response.status(404).type('text/css').send('');
    return send(request, response, 'text/css', 300, theme(site));
  });

  const immutable = {
    immutable: true,
    maxAge: '365d',
    index: false,
    redirect: false,
    setHeaders: fromAnywhere,
  } as const;
  const describe = (response: Response) => {
    fromAnywhere(response);
    response.setHeader('Cache-Control', IMMUTABLE);
  };
  for (const folder of [assets.folder, previousAssets].filter((one) => existsSync(one))) {
    router.use('/assets', compression.files(folder, describe), express.static(folder, immutable));
  }
  return router;
}

/** Hovering the bubble fetches these ahead from the embedding page. */
function fromAnywhere(response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

function loaderFor(site: Site, assets: WidgetAssets): string {
  const config = {
    id: site.id,
    name: site.name,
    accent: site.colors.accent,
    onAccent: onAccent(site.colors.accent),
    position: site.position,
    locales: site.locales,
    defaultLocale: site.defaultLocale,
    hostStorageFallback: site.policy.hostStorageFallback,
    ...(site.proactive.length > 0 && { say: `/say/${site.id}.js` }),
  };
  return assets.loader.replace('__SOLODESK_SITE__', () => jsonForScript(config));
}

function proactiveFor(site: Site, assets: WidgetAssets): string {
  const { id, locales, defaultLocale, proactive } = site;
  const config = { id, locales, defaultLocale, messages: proactive };
  return assets.proactive.replace('__SOLODESK_PROACTIVE__', () => jsonForScript(config));
}

function widgetSite(site: Site, publicUrl: string, { calendar, now }: Moment): WidgetSite {
  return {
    id: site.id,
    name: site.name,
    ownerName: site.ownerName,
    locales: [...site.locales],
    defaultLocale: site.defaultLocale,
    accent: site.colors.accent,
    onAccent: onAccent(site.colors.accent),
    position: site.position,
    // A preview has nobody behind it who could choose: it shows the usual one.
    greeting: hasVariants(site) && !Previews.isName(site.id) ? {} : withHelpLinks(site, site.greeting, publicUrl),
    open: calendar.openSlots(site, { from: now, to: now + OPEN_DAYS * DAY }).map(({ from, to }) => [from, to]),
    consent: site.consent,
    identityRequired: site.identity === 'required',
    hostStorageFallback: site.policy.hostStorageFallback,
  };
}

function framePage(site: Site, assets: WidgetAssets, publicUrl: string, moment: Moment): string {
  const styles = [...assets.styles, `/frame/${site.id}/theme.css`];
  const scripts = Previews.isName(site.id) ? ['/preview/frame.js'] : assets.scripts;
  return `<!doctype html>
<html lang="${site.defaultLocale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="robots" content="noindex">
<title>${escapeHtml(site.name)}</title>
${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
<script type="application/json" id="solodesk-site">${jsonForScript(widgetSite(site, publicUrl, moment))}</script>
${scripts.map((src, index) => (index === 0 ? `<script type="module" src="${src}"></script>` : `<link rel="modulepreload" href="${src}">`)).join('\n')}
</head>
<body></body>
</html>
`;
}

/** The site's own accent where it can be read, else the nearest that can. */
function theme(site: Site): string {
  const { accent } = site.colors;
  const dark = accentOnDark(accent);
  const light = accentOnLight(accent);
  return `:root{--accent:${light};--on-accent:${onAccent(light)}}
@media (prefers-color-scheme:dark){:root{--accent:${dark};--on-accent:${onAccent(dark)}}}
`;
}

/** JSON that can stand inside a script element: nothing in it can end the element or start a comment. */
function jsonForScript(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
