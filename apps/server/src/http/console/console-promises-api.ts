import type { Desk } from '@solodesk/core/use-cases';
import { wilsonInterval } from '@solodesk/text-model';
import { Router } from 'express';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

const DAY = 86_400_000;
const DAYS = 90;
/** Of fewer nothing can be said. */
const FEWEST = 5;

/** Promises of an answer that are over, and how many of them were kept. */
export interface PromiseView {
  days: number;
  kept: number;
  broken: number;
  /** Not due yet. */
  open: number;
  /** kept / (kept + broken) with its 95 % interval (Wilson), 0 to 1; null: too few to say. */
  share: { value: number; low: number; high: number } | null;
  /** Business time in which four of five of the last answers came, in minutes; null: what the policy says is promised. */
  usualMinutes: number | null;
}

/** Whether an owner keeps what the bot promises in their name. */
export function consolePromisesApi(options: SiteAccess & { desk: Desk }): Router {
  const { desk } = options;
  const router = Router();
  router.get('/promises/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const now = desk.clock.now();
    const { kept, broken, open } = await desk.store.countPromises(site.id, { from: now - DAYS * DAY, to: now + 1 });
    const n = kept + broken;
    const usual = desk.replyTimes.usual(site.id);
    const view: PromiseView = {
      ...{ days: DAYS, kept, broken, open },
      share: n < FEWEST ? null : { value: kept / n, ...wilsonInterval(kept, n) },
      usualMinutes: usual === null ? null : usual / 60_000,
    };
    response.json(view);
  });
  return router;
}
