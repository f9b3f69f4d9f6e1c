import { API_SCOPES } from '@solodesk/core';
import type { Clock, Store } from '@solodesk/core';
import { Router } from 'express';
import { z } from 'zod';
import type { ApiKeys } from '../../api/api-keys.ts';
import { WireFault } from '../../realtime/wire-error.ts';
import { parse } from './console-api.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleKeysOptions extends SiteAccess {
  store: Store;
  keys: ApiKeys;
  clock: Clock;
}

const newKeySchema = z.object({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(API_SCOPES)).min(1),
});
/** Far more than a business has systems. */
const MOST_KEYS = 100;

/** API keys of a site, for the console. */
export function consoleKeysApi(options: ConsoleKeysOptions): Router {
  const { store, keys, clock } = options;
  const router = Router();

  router.get('/keys/:site', async (request, response) => {
    const site = await ownSite(options, request);
    response.json({ keys: await store.apiKeys(site.id), scopes: API_SCOPES });
  });
  router.post('/keys/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const { name, scopes } = parse(newKeySchema, request.body);
    const current = (await store.apiKeys(site.id)).filter(({ revokedAt }) => revokedAt === null);
    if (current.length >= MOST_KEYS) throw new WireFault('refused', `a site has at most ${MOST_KEYS} keys`);
    response.json(await keys.make(site.id, name, scopes));
  });
  router.post('/keys/:site/:id/revoke', async (request, response) => {
    const site = await ownSite(options, request);
    const revoked = await store.revokeApiKey(site.id, String(request.params.id), clock.now());
    if (!revoked) throw new WireFault('not_found', 'no such key');
    response.json({ ok: true });
  });
  return router;
}
