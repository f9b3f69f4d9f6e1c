import type { Store } from '@solodesk/core';
import { Router } from 'express';
import { z } from 'zod';
import type { UnansweredGroups } from '../../faqs/unanswered-groups.ts';
import { parse } from './console-api.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleUnansweredOptions extends SiteAccess {
  store: Store;
  unanswered: UnansweredGroups;
}

/** The badge says "99+" for more. */
const COUNTED = 100;
const statusSchema = z.object({
  keys: z.array(z.int().positive()).min(1).max(5_000),
  status: z.enum(['open', 'added', 'ignored']),
});

/** What the bot could not answer, for the console. */
export function consoleUnansweredApi(options: ConsoleUnansweredOptions): Router {
  const { store } = options;
  const router = Router();

  router.get('/unanswered/:site', async (request, response) => {
    const site = await ownSite(options, request);
    response.json(await options.unanswered.of(site));
  });
  router.get('/unanswered/:site/count', async (request, response) => {
    const site = await ownSite(options, request);
    response.json({ count: await store.countUnanswered(site.id, COUNTED) });
  });
  router.post('/unanswered/:site/status', async (request, response) => {
    const site = await ownSite(options, request);
    const { keys, status } = parse(statusSchema, request.body);
    response.json({ changed: await store.setUnanswered(site.id, keys, status) });
  });
  return router;
}
