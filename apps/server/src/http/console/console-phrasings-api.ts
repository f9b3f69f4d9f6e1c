import type { IntentTrainer } from '@solodesk/core';
import { Router } from 'express';
import { z } from 'zod';
import { PhrasingAdvice } from '../../faqs/phrasing-advice.ts';
import { WireFault } from '../../realtime/wire-error.ts';
import type { SiteRegistry } from '../../sites/site-registry.ts';
import { parse } from './console-api.ts';
import { signedIn } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsolePhrasingsOptions extends SiteAccess {
  registry: SiteRegistry;
  trainer: IntentTrainer;
  /** A site folder for each starter pack. */
  starterPacks: string;
}

const sentence = z.string().max(500);
const askSchema = z.object({
  question: z.object({ en: sentence.optional(), zh: sentence.optional() }),
  /** Whose other FAQs have their own sentences; missing while a site is set up. */
  site: z.string().optional(),
  /** The FAQ that the question is of, where it is one already. */
  intent: z.string().optional(),
});

/** How others ask what the owner is writing an FAQ about: `{like, phrasings}`, or `{like: null}`. */
export function consolePhrasingsApi(options: ConsolePhrasingsOptions): Router {
  const { store, registry, trainer, starterPacks } = options;
  const advice = new PhrasingAdvice({ starterPacks, trainer });
  const router = Router();
  router.post('/phrasings', async (request, response) => {
    const account = await signedIn(options, request);
    const { question, site, intent } = parse(askSchema, request.body);
    if (site !== undefined && (registry.get(site) === null || !(await store.isMember(account, site)))) {
      throw new WireFault('not_found', 'no such site');
    }
    const book = site === undefined ? null : (registry.of(site)?.book ?? null);
    response.json((await advice.about(question, book, intent)) ?? { like: null, phrasings: {} });
  });
  return router;
}
