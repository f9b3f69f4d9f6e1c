import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';
import type { Response } from 'express';
import { IMMUTABLE } from './compression.ts';
import type { Compression } from './compression.ts';
import { contentPolicy, webSocketOrigins } from './security-headers.ts';

/** Hashed files never change; what has no hash in its name is asked for again each time. */
const HASHED = { immutable: true, maxAge: '365d', index: false, redirect: false } as const;

/** The console: a page of our own, never framed, that speaks to nobody but us. */
export function consolePages(distDir: string, compression: Compression): Router {
  const router = Router();
  router.use((request, response, next) => {
    contentPolicy(response, {
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'", ...webSocketOrigins(request)],
      'frame-src': ["'self'"],
      'manifest-src': ["'self'"],
      'frame-ancestors': ["'none'"],
    });
    next();
  });
  // A file of another release is gone, and no page in its place: whoever asked for a script or a style must not get words.
  const assets = join(distDir, 'assets');
  const describe = (response: Response) => response.setHeader('Cache-Control', IMMUTABLE);
  const compressed = existsSync(assets) ? [compression.files(assets, describe)] : [];
  router.use('/assets', ...compressed, express.static(assets, HASHED), (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.status(404).type('text/plain').send('Not found');
  });
  router.use(express.static(distDir, { index: false, redirect: false, maxAge: 0 }));
  router.get(/.*/, (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(distDir, 'index.html'));
  });
  return router;
}

/** The demo shop, served like any owner's page: the widget is embedded by the same one line. */
export function demoPages(siteDir: string): Router {
  const router = Router();
  if (!existsSync(siteDir)) return router;
  router.use((_request, response, next) => {
    contentPolicy(response, {
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'connect-src': ["'self'"],
      'frame-src': ["'self'"],
    });
    next();
  });
  router.use(express.static(siteDir, { extensions: ['html'], maxAge: 0 }));
  return router;
}
