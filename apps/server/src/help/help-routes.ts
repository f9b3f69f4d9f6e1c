import type { Clock, KnowledgeBase, Locale, Log, Store } from '@solodesk/core';
import { articleIn, helpArticle } from '@solodesk/core';
import express, { Router } from 'express';
import type { ErrorRequestHandler, Request, Response } from 'express';
import { IMMUTABLE } from '../http/compression.ts';
import type { Compression } from '../http/compression.ts';
import { contentPolicy, webSocketOrigins } from '../http/security-headers.ts';
import type { Intake } from '../intake.ts';
import { addressKey } from '../realtime/address-key.ts';
import type { Limits } from '../realtime/limits.ts';
import { isOwnOrigin, originOf } from '../realtime/origins.ts';
import { WireFault } from '../realtime/wire-error.ts';
import { articlePage } from './article-page.ts';
import { readHelpAssets } from './help-assets.ts';
import { localeIn, queryIn, siteIn, wishedLocale } from './help-address.ts';
import type { HelpReading, HelpReadings } from './help-reading.ts';
import { HelpVotes, votedPath } from './help-votes.ts';
import { homePage } from './home-page.ts';
import { layout } from './layout.ts';
import type { Page, Surroundings } from './layout.ts';
import { BAD_REQUEST, messagePage, NOT_FOUND, REFUSED, strangerPage, TOO_MANY } from './message-page.ts';
import type { Message } from './message-page.ts';
import { etagOf, PageCache } from './page-cache.ts';
import { searchHelp } from './search-help.ts';
import { searchPage } from './search-page.ts';
import { sitemap } from './sitemap.ts';
import { topicPage } from './topic-page.ts';
import { VainSearches } from './vain-searches.ts';

export interface HelpRoutesOptions {
  readings: HelpReadings;
  /** Folder with style sheet and script. */
  built: string;
  compression: Compression;
  knowledge: KnowledgeBase;
  store: Store;
  clock: Clock;
  limits: Limits;
  /** Whether votes are limited. */
  limited: boolean;
  intake: Intake;
  /** Origin under which browsers reach us, as configured. */
  ownOrigin: string | null;
  publicUrl(): string;
  log: Log;
  /** A search found nothing, and is among the site's unanswered questions. */
  onVainSearch(site: string): void;
}

const PAGE_SECONDS = 60;
const YEAR_SECONDS = 31_536_000;

/** The public pages of every site: server-rendered, without a script that they need. */
export function helpRoutes(options: HelpRoutesOptions): Router {
  const { readings, limits, clock, intake, compression, knowledge } = options;
  const assets = readHelpAssets(options.built);
  const cache = new PageCache();
  const votes = new HelpVotes(options.store, clock, options.limited);
  const vain = new VainSearches({ ...options, onKept: options.onVainSearch });
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: '2kb', parameterLimit: 10 });
  const around = (reading: HelpReading): Surroundings => ({ reading, assets, publicUrl: options.publicUrl() });

  const sendPage = (
    request: Request,
    response: Response,
    status: number,
    text: string,
    etag?: string,
    fleeting = false,
  ) => {
    pagePolicy(request, response);
    response.setHeader('Cache-Control', etag === undefined ? 'no-store' : `public, max-age=${PAGE_SECONDS}`);
    return compression.send(request, response, { status, type: 'text/html', text, etag, fleeting });
  };
  const say = (request: Request, response: Response, status: number, message: Message) => {
    const reading = readings.help(siteIn(request));
    if (reading === null) return sendPage(request, response, status, strangerPage(assets, message));
    const locale = localeIn(request, reading) ?? wishedLocale(request, reading);
    return sendPage(request, response, status, layout(around(reading), messagePage(around(reading), locale, message)));
  };
  const notFound = (request: Request, response: Response) => say(request, response, 404, NOT_FOUND);

  /** A page that is the same for everybody: rendered once a reading. */
  const serve = (request: Request, response: Response, address: string, make: (on: Surroundings) => Page | null) => {
    const reading = readings.help(siteIn(request));
    if (reading === null) return notFound(request, response);
    const page = cache.get(reading, address, () => {
      const made = make(around(reading));
      return made && layout(around(reading), made);
    });
    if (page === null) return notFound(request, response);
    return sendPage(request, response, 200, page.text, page.etag);
  };

  router.get('/help-assets/:name', (request, response) => {
    const file = assets.files.get(request.params.name);
    if (file === undefined) return void response.status(404).type('text/plain').send('Not found');
    response.setHeader('Cache-Control', IMMUTABLE);
    return compression.send(request, response, { ...file, etag: etagOf(file.text) });
  });

  router.get('/help/:site', (request, response) => {
    const reading = readings.help(request.params.site);
    if (reading === null) return notFound(request, response);
    const locale = wishedLocale(request, reading);
    response.vary('Accept-Language');
    return serve(request, response, locale, (on) => homePage(on, locale));
  });

  router.get('/help/:site/sitemap.xml', (request, response) => {
    const reading = readings.help(request.params.site);
    if (reading === null) return notFound(request, response);
    const file = cache.get(reading, 'sitemap.xml', () => sitemap(reading, options.publicUrl()));
    if (file === null) return notFound(request, response);
    response.setHeader('Cache-Control', `public, max-age=${PAGE_SECONDS}`);
    return compression.send(request, response, { type: 'application/xml', ...file });
  });

  router.get('/help/:site/images/:name', (request, response) => {
    const image = readings.help(request.params.site)?.articles.images.get(request.params.name);
    if (image === undefined) return notFound(request, response);
    // What was checked is what is sent; even so, nothing in it may run or load anything.
    contentPolicy(response, { sandbox: [] });
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('ETag', `"${image.hash}"`);
    const current = request.query.v === image.hash;
    response.setHeader(
      'Cache-Control',
      `public, max-age=${current ? YEAR_SECONDS : PAGE_SECONDS}${current ? ', immutable' : ''}`,
    );
    if (request.fresh) return void response.status(304).end();
    response.type(image.type).send(Buffer.from(image.bytes));
  });

  router.get('/help/:site/:locale', (request, response) => {
    return withLocale(request, response, (locale) => serve(request, response, locale, (on) => homePage(on, locale)));
  });

  router.get('/help/:site/:locale/search', (request, response) => {
    return withLocale(request, response, (locale, reading) => {
      limits.mustPass('search', { address: addressKey(request.ip), site: reading.site.id }, clock.now());
      const query = queryIn(request.query);
      if (query === null) return say(request, response, 400, BAD_REQUEST);
      const found = searchHelp(reading, locale, query, knowledge.of(reading.site.id)?.model ?? null);
      if (found.results.length === 0 && isMeant(request)) void noteVain(reading, { query, locale }, request);
      const text = layout(around(reading), searchPage(around(reading), locale, query, found));
      return sendPage(request, response, 200, text, etagOf(text), true);
    });
  });

  /** What the page's script found nothing for, once who types has come to rest: what is half typed is no question. */
  router.post('/help/:site/:locale/search', form, (request, response) => {
    return withLocale(request, response, async (locale, reading) => {
      limits.mustPass('search', { address: addressKey(request.ip), site: reading.site.id }, clock.now());
      const origin = originOf(request);
      if (origin !== null && !isOwnOrigin(origin, request, options.ownOrigin)) {
        return say(request, response, 403, REFUSED);
      }
      const query = queryIn((request.body ?? {}) as Record<string, unknown>);
      if (query === null) return say(request, response, 400, BAD_REQUEST);
      const { results } = searchHelp(reading, locale, query, knowledge.of(reading.site.id)?.model ?? null);
      if (results.length === 0) await noteVain(reading, { query, locale }, request);
      response.status(204).end();
    });
  });

  router.get('/help/:site/:locale/topics/:category', (request, response) => {
    const { category } = request.params;
    return withLocale(request, response, (locale) =>
      serve(request, response, `${locale}/topics/${category}`, (on) => topicPage(on, locale, category)),
    );
  });

  router.post('/help/:site/:locale/feedback', form, async (request, response) => {
    const reading = readings.help(siteIn(request));
    const locale = reading && localeIn(request, reading);
    if (reading === null || locale === null) return notFound(request, response);
    const origin = originOf(request);
    if (origin !== null && !isOwnOrigin(origin, request, options.ownOrigin)) {
      return say(request, response, 403, REFUSED);
    }
    const { page, helpful } = (request.body ?? {}) as Record<string, unknown>;
    const path = typeof page === 'string' ? votedPath(reading, page, locale) : null;
    if (typeof page !== 'string' || path === null || (helpful !== 'yes' && helpful !== 'no')) {
      return say(request, response, 400, BAD_REQUEST);
    }
    await intake.during(async () => {
      const vote = { page, locale, helpful: helpful === 'yes' };
      const wait = await votes.count(reading, vote, addressKey(request.ip));
      if (wait > 0) throw new WireFault('rate_limited', 'too many votes', wait);
    });
    if (request.accepts(['html', 'json']) === 'json') return void response.status(204).end();
    // To a page of its own, so that loading it again does not vote again.
    const query = `page=${encodeURIComponent(page)}&helpful=${helpful}`;
    response.redirect(303, `/help/${reading.site.id}/${locale}/feedback?${query}`);
  });

  router.get('/help/:site/:locale/feedback', (request, response) => {
    return withLocale(request, response, (locale, reading) => {
      const { page, helpful } = request.query;
      const path = typeof page === 'string' ? votedPath(reading, page, locale) : null;
      if (path === null) return notFound(request, response);
      const message: Message = { title: 'thanksTitle', text: helpful === 'no' ? 'thanksNo' : 'thanksYes' };
      return sendPage(
        request,
        response,
        200,
        layout(around(reading), messagePage(around(reading), locale, message, path)),
      );
    });
  });

  router.get('/help/:site/:locale/:slug', (request, response) => {
    const { slug } = request.params;
    return withLocale(request, response, (locale, reading) => {
      const article = articleIn(reading.articles, slug, locale);
      if (article !== undefined && article.locale !== locale) {
        return void response.redirect(302, helpArticle(reading.site.id, article.locale, slug));
      }
      return serve(request, response, `${locale}/${slug}`, (on) => articlePage(on, locale, slug));
    });
  });

  router.use('/help', (request, response) => notFound(request, response));
  router.use('/help', answerHelpErrors(say));
  return router;

  async function noteVain(reading: HelpReading, search: { query: string; locale: Locale }, request: Request) {
    // A server that stops finishes what it has, and begins nothing.
    if (!intake.isOpen) return;
    await intake.during(() => vain.note(reading, search, addressKey(request.ip)));
  }

  function withLocale(
    request: Request,
    response: Response,
    go: (locale: Locale, reading: HelpReading) => Promise<void> | void,
  ): Promise<void> | void {
    const reading = readings.help(siteIn(request));
    const locale = reading && localeIn(request, reading);
    if (reading === null || locale === null) return notFound(request, response);
    return go(locale, reading);
  }
}

/** Whether somebody asked for a page of results: not the page's script while one types, nor a browser in advance. */
function isMeant(request: Request): boolean {
  return request.method === 'GET' && request.query.typing === undefined && request.get('sec-purpose') === undefined;
}

/** Faults of a request get a page of their own; anything else is answered where all errors are. */
function answerHelpErrors(
  say: (request: Request, response: Response, status: number, message: Message) => Promise<void>,
): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    if (response.headersSent) return next(thrown);
    if (thrown instanceof WireFault && thrown.wire.kind === 'rate_limited') {
      response.setHeader('Retry-After', Math.ceil((thrown.wire.retryAfterMs ?? 1000) / 1000));
      return say(request, response, 429, TOO_MANY);
    }
    const status = thrown instanceof Error && 'status' in thrown ? Number(thrown.status) : 500;
    if (status >= 400 && status < 500) return say(request, response, status === 413 ? 413 : 400, BAD_REQUEST);
    next(thrown);
  };
}

function pagePolicy(request: Request, response: Response): void {
  contentPolicy(response, {
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'connect-src': ["'self'", ...webSocketOrigins(request)],
    'frame-src': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  });
}
