import type { Sites } from '@solodesk/core';
import { helpHome } from '@solodesk/core';
import { Router } from 'express';

/** What search engines may read: the help centres, and nothing that needs somebody in front of it. */
export function robotsRoute(sites: Sites, publicUrl: () => string): Router {
  const router = Router();
  router.get('/robots.txt', (_request, response) => {
    const maps = sites
      .list()
      .filter((site) => site.helpCentre)
      .map((site) => `Sitemap: ${publicUrl()}${helpHome(site.id)}/sitemap.xml`);
    const rules = ['User-agent: *', 'Disallow: /api/', 'Disallow: /console/'];
    response.setHeader('Cache-Control', 'public, max-age=3600');
    response.type('text/plain').send([...rules, '', ...maps, ''].join('\n'));
  });
  return router;
}
