import type { Ids, IntentTrainer, Log, Store } from '@solodesk/core';
import { readSiteFiles, siteTests, updateSiteJson } from '@solodesk/faq';
import type { Evaluator } from '@solodesk/nlu';
import { Router } from 'express';
import { z } from 'zod';
import { Jobs } from '../../faqs/jobs.ts';
import { BUDGETS, qualityView } from '../../faqs/quality-view.ts';
import type { QualityView } from '../../faqs/quality-view.ts';
import type { SiteRegistry } from '../../sites/site-registry.ts';
import { parse } from './console-api.ts';
import { refusedEdit } from './refused-edit.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleQualityOptions extends SiteAccess {
  store: Pick<Store, 'isMember' | 'replyOutcomes'>;
  sitesDir: string;
  registry: SiteRegistry;
  trainer: IntentTrainer;
  evaluator: Evaluator;
  ids: Ids;
  log: Log;
}

const budgetSchema = z.object({
  wrongAnswerBudget: z.number().refine((budget) => (BUDGETS as readonly number[]).includes(budget), 'is not offered'),
});

/** The last messages of the bot, of which those count that reply to a typed question: older ones were of other FAQs. */
const REPLIES_COUNTED = 500;

/** How well the bot of a site answers, and the owner's one word about it: how many wrong answers are too many. */
export function consoleQualityApi(options: ConsoleQualityOptions): Router {
  const { registry, sitesDir } = options;
  const measurements = new Jobs<QualityView>(options.ids, options.log);
  /** The measurement of each site's present model. */
  const newest = new Map<string, { of: string; job: string }>();
  const router = Router();

  router.get('/quality/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const budget = site.policy.wrongAnswerBudget;
    const visitors = await options.store.replyOutcomes(site.id, REPLIES_COUNTED);
    const knowledge = registry.of(site.id);
    if (knowledge === null) return void response.json({ state: 'running', share: 0, budget, visitors });
    const of = `${knowledge.model.bookHash} ${knowledge.model.thresholds.answer}`;
    const known = newest.get(site.id);
    let view = known?.of === of ? measurements.of(site.id, known.job) : null;
    if (view === null || view.state === 'failed') {
      const job = measurements.begin(site.id, async (onProgress) => {
        const tests = siteTests(await readSiteFiles(sitesDir, site.id), site.locales);
        return qualityView(knowledge, options, onProgress, { site, tests });
      });
      newest.set(site.id, { of, job });
      // A failure is told once; who asks again measures again.
      if (view === null) view = measurements.of(site.id, job);
    }
    response.json({ ...view, budget, visitors });
  });

  router.post('/quality/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const { wrongAnswerBudget } = parse(budgetSchema, request.body);
    const result = await updateSiteJson(sitesDir, site.id, { policy: { wrongAnswerBudget } });
    if (!result.ok) throw refusedEdit(result.reason === 'invalid' ? 'bad_request' : 'conflict', result.problems);
    await registry.reload(site.id);
    response.json({ ok: true });
  });
  return router;
}
