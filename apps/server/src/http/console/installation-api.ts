import type { Site } from '@solodesk/core';
import { OutgoingError } from '@solodesk/notify';
import type { SafeFetch } from '@solodesk/notify';
import { Router } from 'express';
import { z } from 'zod';
import { siteAdmits } from '../../realtime/origins.ts';
import { readInstallation } from '../../sites/read-installation.ts';
import type { WidgetSightings } from '../../sites/widget-sightings.ts';
import { parse } from './console-api.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface InstallationOptions extends SiteAccess {
  sightings: WidgetSightings;
  /** The guarded one: machines that are not public are never called, and each redirect is checked. */
  fetch: SafeFetch;
  publicUrl(): string;
}

const checkSchema = z.object({ page: z.string().trim().min(1).max(2000) });
/** Pages are larger than answers of programs. */
const MAX_BYTES = 2_000_000;

/** Whether a site's widget is on a page, and where it was seen. */
export function installationApi(options: InstallationOptions): Router {
  const { sightings, fetch, publicUrl } = options;
  const router = Router();

  router.get('/installation/:site', async (request, response) => {
    const { id } = await ownSite(options, request);
    response.json({ seen: await sightings.of(id) });
  });

  router.post('/installation/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const { page } = parse(checkSchema, request.body);
    const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(page) ? page : `https://${page}`;
    const seen = await sightings.of(site.id);
    try {
      const headers = { accept: 'text/html,*/*;q=0.8', 'user-agent': 'Solodesk installation check' };
      const answer = await fetch(address, { headers, maxBytes: MAX_BYTES });
      const { origin } = new URL(answer.url);
      const policy = answer.headers['content-security-policy'];
      const policies = policy === undefined ? [] : [policy].flat();
      const told = readInstallation(
        { html: answer.body.toString('utf8'), policies, origin },
        site.id,
        new URL(publicUrl()).origin,
      );
      const seenAt = seen.find((each) => each.origin === origin)?.at ?? null;
      response.json({
        reached: true,
        url: answer.url,
        status: answer.status,
        ...told,
        ...admission(site, origin, publicUrl()),
        seenAt,
        seen,
      });
    } catch (cause) {
      if (!(cause instanceof OutgoingError)) throw cause;
      response.json({ reached: false, fault: cause.fault, message: cause.message, seen });
    }
  });
  return router;
}

/** A widget on a page that its site does not name is shown, and refused when it connects. */
function admission(site: Site, origin: string, publicUrl: string): { origin: string; admitted: boolean } {
  return { origin, admitted: origin === new URL(publicUrl).origin || siteAdmits(site, origin) };
}
