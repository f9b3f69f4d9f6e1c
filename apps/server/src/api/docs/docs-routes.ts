import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '@solodesk/core';
import { Router } from 'express';
import type { Request, Response } from 'express';
import { contentPolicy } from '../../http/security-headers.ts';
import type { ApiRoute } from '../api-route.ts';
import { openApiDocument } from '../open-api.ts';
import { docsPage } from './docs-page.ts';

export interface DocsOptions {
  routes: readonly ApiRoute[];
  /** Folder with the style sheet. */
  built: string;
  /** Where browsers reach the server; known once it listens. */
  publicUrl(): string;
}

const YEAR_SECONDS = 31_536_000;

/** What the API can do: for programs as OpenAPI, for people as a page. Both are public, as the source is. */
export function docsRoutes({ routes, built, publicUrl }: DocsOptions): Router {
  const router = Router();
  const css = readFileSync(join(built, 'api-docs.css'), 'utf8');
  const version = createHash('sha256').update(css).digest('base64url').slice(0, 12);
  const texts = new Map<string, string>();
  const kept = (name: string, make: () => string) => {
    const known = texts.get(name) ?? make();
    texts.set(name, known);
    return known;
  };
  const open = (response: Response) => {
    response.setHeader('Cache-Control', 'public, max-age=300');
    response.setHeader('Access-Control-Allow-Origin', '*');
  };

  router.get('/api/openapi.json', (_request, response) => {
    open(response);
    response
      .type('application/json')
      .send(kept('json', () => JSON.stringify(openApiDocument(routes, publicUrl()), null, 2)));
  });
  router.get('/api/docs.css', (_request, response) => {
    response.setHeader('Cache-Control', `public, max-age=${YEAR_SECONDS}, immutable`);
    response.type('text/css').send(css);
  });
  router.get('/api/docs', (request, response) => {
    const locale = wished(request);
    contentPolicy(response, { 'style-src': ["'self'"], 'img-src': ["'self'"], 'frame-ancestors': ["'none'"] });
    response.setHeader('Cache-Control', 'public, max-age=300');
    response.setHeader('Vary', 'Accept-Language');
    const page = kept(locale, () =>
      docsPage(routes, { locale, publicUrl: publicUrl(), css: `/api/docs.css?v=${version}` }),
    );
    response.type('text/html').send(page);
  });
  return router;
}

/** The language of the address, else of the browser. */
function wished(request: Request): Locale {
  const { lang } = request.query;
  if (lang === 'en' || lang === 'zh') return lang;
  return request.acceptsLanguages('en', 'zh') === 'zh' ? 'zh' : 'en';
}
