import { Router } from 'express';
import type { Response } from 'express';
import type { Previews } from '../sites/previews.ts';
import { contentPolicy } from './security-headers.ts';
import type { WidgetAssets } from './widget-assets.ts';

/** The page around a previewed widget. Loader, frame and colours come from the same addresses as every site's. */
export function previewRoutes(previews: Pick<Previews, 'get'>, assets: WidgetAssets): Router {
  const router = Router();
  const script = (response: Response, text: string) => {
    response.setHeader('Cache-Control', 'no-cache');
    response.type('text/javascript').send(text);
  };

  router.get('/preview/page.js', (_request, response) => script(response, assets.preview.page));
  router.get('/preview/frame.js', (_request, response) => script(response, assets.preview.frame));

  router.get('/preview/:name', (request, response) => {
    const site = previews.get(request.params.name);
    if (site === null) return void response.status(404).type('text/plain').send('no such preview');
    contentPolicy(response, {
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'frame-src': ["'self'"],
      'connect-src': ["'self'"],
      'frame-ancestors': ["'self'"],
    });
    response.setHeader('Cache-Control', 'no-store');
    response.type('text/html').send(`<!doctype html>
<html lang="${site.defaultLocale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>Preview</title>
<script src="/preview/page.js"></script>
<script async src="/widget/${site.id}.js"></script>
</head>
<body></body>
</html>
`);
  });
  return router;
}
