import { join } from 'node:path';
import type { Ids, IntentTrainer, Log, Store } from '@solodesk/core';
import { changeFaqs, readSiteFiles, undoEdit } from '@solodesk/faq';
import type { FaqChange, FaqRefusal } from '@solodesk/faq';
import type { Evaluator } from '@solodesk/nlu';
import express, { Router } from 'express';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { faqListView } from '../../faqs/faq-views.ts';
import { Jobs } from '../../faqs/jobs.ts';
import { judgeChange } from '../../faqs/judge-change.ts';
import type { Judgement } from '../../faqs/judge-change.ts';
import { SavedEdits } from '../../faqs/saved-edits.ts';
import { WireFault } from '../../realtime/wire-error.ts';
import type { SiteRegistry } from '../../sites/site-registry.ts';
import { parse } from './console-api.ts';
import { faqChangeSchema } from './faq-change-schema.ts';
import { refusedEdit } from './refused-edit.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleFaqsOptions extends SiteAccess {
  sitesDir: string;
  dataDir: string;
  store: Store;
  registry: SiteRegistry;
  trainer: IntentTrainer;
  evaluator: Evaluator;
  ids: Ids;
  log: Log;
}

/** 200 phrasings of 500 Chinese characters, in two languages, and their answers. */
const MAX_BODY = '768kb';

/** All days on which somebody may have voted. */
const EVER = { from: '0000-01-01', to: '9999-12-31' };

const checkSchema = z.object({ change: faqChangeSchema });
const saveSchema = checkSchema.extend({ keys: z.array(z.int().positive()).max(5_000).default([]) });
const undoSchema = z.object({ undo: z.uuid() });

/** The larger body of these addresses; stands before the console's usual reader of bodies. */
export function faqBodies(): RequestHandler {
  return express.json({ limit: MAX_BODY });
}

/** FAQs in the console: listed, judged before they are changed, written into their files, and taken back. */
export function consoleFaqsApi(options: ConsoleFaqsOptions): Router {
  const { sitesDir, registry, store, log, ids } = options;
  const checks = new Jobs<Judgement>(ids, log);
  const saved = new SavedEdits({ file: join(options.dataDir, 'undo.json'), ids, log });
  const router = Router();

  router.get('/faqs/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const [files, votes] = await Promise.all([readSiteFiles(sitesDir, site.id), store.pageVotes(site.id, EVER)]);
    const articles = registry.help(site.id)?.articles.articles ?? [];
    response.json(faqListView(files, site, registry.of(site.id), { votes, articles }));
  });

  router.post('/faqs/:site/check', async (request, response) => {
    const site = await ownSite(options, request);
    const { change } = parse(checkSchema, request.body);
    const check = checks.begin(site.id, (onProgress) => judgeChange(options, site.id, change as FaqChange, onProgress));
    response.json({ check });
  });

  router.get('/faqs/:site/check/:check', async (request, response) => {
    const site = await ownSite(options, request);
    const view = checks.of(site.id, String(request.params.check));
    if (view === null) throw new WireFault('not_found', 'this check is forgotten; begin it again');
    if (view.state === 'failed') throw new WireFault(view.error.kind, view.error.message);
    if (view.state === 'running') return void response.json(view);
    const { result } = view;
    if (!result.ok) throw refused(result);
    response.json({ state: 'done', verdict: result.verdict });
  });

  router.post('/faqs/:site/save', async (request, response) => {
    const site = await ownSite(options, request);
    const { change, keys } = parse(saveSchema, request.body);
    const result = await changeFaqs(sitesDir, site.id, change as FaqChange);
    if (!result.ok) throw refused(result);
    if (keys.length > 0) await store.setUnanswered(site.id, keys, 'added');
    await registry.reload(site.id);
    response.json({ ok: true, undo: result.edit && (await saved.keep({ site: site.id, edit: result.edit, keys })) });
  });

  router.post('/faqs/:site/undo', async (request, response) => {
    const site = await ownSite(options, request);
    const { undo } = parse(undoSchema, request.body);
    const made = await saved.of(site.id, undo);
    if (made === null) throw new WireFault('not_found', 'this change can no longer be undone here');
    const result = await undoEdit(sitesDir, site.id, made.edit);
    if (!result.ok) throw refused(result);
    await saved.forget(undo);
    if (made.keys.length > 0) await store.setUnanswered(site.id, made.keys, 'open');
    await registry.reload(site.id);
    response.json({ ok: true });
  });
  return router;
}

function refused({ reason, problems }: FaqRefusal): WireFault {
  return refusedEdit(reason === 'invalid' ? 'bad_request' : reason === 'gone' ? 'not_found' : 'conflict', problems);
}
