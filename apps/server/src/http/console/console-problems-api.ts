import type { KnownProblem } from '@solodesk/core';
import { addKnownProblem, markProblemFixed, tellOfFixes } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { Router } from 'express';
import { z } from 'zod';
import { parse } from './console-api.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

const LISTED = 20;
const text = z.string().trim().min(1).max(300);
const texts = z.object({ en: text.optional(), zh: text.optional() });
const problemSchema = z.object({
  text: texts.refine(
    (each) => each.en !== undefined || each.zh !== undefined,
    'must be written in one language at least',
  ),
  words: z.array(z.string().trim().min(2).max(100)).max(30),
});
const fixedSchema = z.object({ text: texts });

export interface ConsoleProblemsOptions extends SiteAccess {
  desk: Desk;
  onProblems(site: string): void;
}

/** Known problems: told to visitors at the top of their chat until the owner marks them as fixed. */
export function consoleProblemsApi(options: ConsoleProblemsOptions): Router {
  const { desk } = options;
  const router = Router();

  router.get('/problems/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const listed = await desk.store.problems(site.id, LISTED);
    response.json({
      mails: desk.mailer.available,
      problems: listed.map(({ problem, waiting }) => ({ ...view(problem), waiting })),
    });
  });

  router.post('/problems/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const { text: written, words } = parse(problemSchema, request.body);
    const problem = await addKnownProblem(desk, site.id, { text: written as KnownProblem['text'], words });
    options.onProblems(site.id);
    response.json({ ok: true, id: problem.id });
  });

  router.post('/problems/:site/:id/fixed', async (request, response) => {
    const site = await ownSite(options, request);
    const { text: written } = parse(fixedSchema, request.body);
    const id = String(request.params.id);
    await markProblemFixed(desk, site.id, id, written as KnownProblem['text']);
    options.onProblems(site.id);
    // The answer does not wait for everybody to be told; whoever is missed by a crash is told by the next sweep.
    tellOfFixes(desk).catch((err: unknown) => desk.log.error({ err }, 'those who wait for a fix were not told'));
    response.json({ ok: true });
  });
  return router;
}

function view({ id, createdAt, text: written, words, fixedAt }: KnownProblem) {
  return { id, createdAt, text: written, words, fixedAt };
}
