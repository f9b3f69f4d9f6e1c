import { FEEDBACK_CATEGORIES } from '@solodesk/analytics';
import type { Clock, FeedbackCount, FeedbackMood, FeedbackRecord, Site, Store } from '@solodesk/core';
import { Router } from 'express';
import { z } from 'zod';
import { parse } from './console-api.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleFeedbackOptions extends SiteAccess {
  store: Store;
  clock: Clock;
}

const PAGE = 30;
/** What is counted: of the last so many days, as the scores beside it. */
const DAYS = 90;
const DAY_MS = 86_400_000;

const querySchema = z.object({
  mood: z.enum(['negative', 'neutral', 'positive']).optional(),
  category: z.enum(FEEDBACK_CATEGORIES).optional(),
  source: z.string().max(60).optional(),
  /** Place of the last one seen: its moment and key. */
  before: z
    .string()
    .regex(/^\d{1,15}-\d{1,15}$/)
    .optional(),
});

/** One piece of feedback from elsewhere. */
export interface FeedbackLine extends Pick<
  FeedbackRecord,
  'key' | 'source' | 'text' | 'author' | 'link' | 'rating' | 'at' | 'mood' | 'category'
> {
  /** Number of the contact under whose address it came. */
  contact: number | null;
}

export interface FeedbackPage {
  items: FeedbackLine[];
  /** To be sent as `before`; null on the last page. */
  next: string | null;
  days: number;
  /** Of the last `days` days, whatever is narrowed down. */
  counts: FeedbackCount[];
}

/** What people said elsewhere, newest first. */
export function consoleFeedbackApi(options: ConsoleFeedbackOptions): Router {
  const { store, clock } = options;
  const router = Router();
  router.get('/feedback/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const { mood, category, source, before } = parse(querySchema, request.query);
    const [at = 0, key = 0] = (before ?? '').split('-').map(Number);
    const rows = await store.feedback(site.id, {
      ...narrowed({ mood, category, source }),
      ...(before !== undefined && { before: { at, key } }),
      limit: PAGE + 1,
    });
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    const now = clock.now();
    const page: FeedbackPage = {
      items: await Promise.all(shown.map((row) => feedbackLine(store, site, row))),
      next: rows.length > PAGE && last !== undefined ? `${last.at}-${last.key}` : null,
      days: DAYS,
      counts: await store.countFeedback(site.id, now - DAYS * DAY_MS, now + 1),
    };
    response.json(page);
  });
  return router;
}

interface Asked {
  mood: FeedbackMood | undefined;
  category: string | undefined;
  source: string | undefined;
}

function narrowed({ mood, category, source }: Asked) {
  return {
    ...(mood !== undefined && { mood }),
    ...(category !== undefined && { category }),
    ...(source !== undefined && { source }),
  };
}

/** As the console shows it, with whoever it is of. */
export async function feedbackLine(
  store: Pick<Store, 'findContact'>,
  site: Site,
  row: FeedbackRecord,
): Promise<FeedbackLine> {
  const { key, source, text, author, email, link, rating, at, mood, category } = row;
  const contact = email === null ? null : await store.findContact(site.id, { email });
  return { key, source, text, author, link, rating, at, mood, category, contact: contact?.key ?? null };
}
