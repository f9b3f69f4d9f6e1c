import { DeskError, SATISFACTION } from '@solodesk/core';
import type { Site, Survey, SurveyRequest } from '@solodesk/core';
import { answerByToken } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { isTooLong, MAX_WORD_CODE_POINTS } from '@solodesk/protocol/visitor';
import { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import type { HelpAssets } from '../help/help-assets.ts';
import { requireOwnPage } from '../http/own-page.ts';
import { sendTokenPage, tokenPage } from '../http/token-page.ts';
import type { Intake } from '../intake.ts';
import { addressKey } from '../realtime/address-key.ts';
import { badRequest } from '../realtime/door.ts';
import type { Limits } from '../realtime/limits.ts';
import { WireFault } from '../realtime/wire-error.ts';
import { wellFormedBody } from '../realtime/well-formed.ts';
import { hashToken } from '../system.ts';
import { SURVEY_PATH } from './survey-links.ts';
import { answerFrom, surveyView } from './survey-view.ts';

export interface SurveyRoutesOptions {
  desk: Desk;
  assets: HelpAssets;
  limits: Limits;
  intake: Intake;
  publicUrl: string | null;
  json: RequestHandler;
}

const tokenSchema = z.string().min(1).max(200);
const showSchema = z.object({ token: tokenSchema });
const value = z.union([
  z.number(),
  z.string().refine((text) => !isTooLong(text, MAX_WORD_CODE_POINTS), { message: 'too_large' }),
]);
const answerSchema = z.object({ token: tokenSchema, answers: z.record(z.string().max(64), value) });

/** The page behind a mail's link, and its two questions to the server: GET only shows, POST acts. */
export function surveyRoutes(options: SurveyRoutesOptions): Router {
  const { desk, assets, limits, intake, publicUrl, json } = options;
  const router = Router();
  const page = tokenPage(assets, { title: 'How was it? · 您满意吗？', script: 'survey.js' });
  const own = requireOwnPage(publicUrl);
  const limited = (request: Request) =>
    limits.mustPass('message', { address: addressKey(request.ip) }, desk.clock.now());

  router.get(SURVEY_PATH, (_request, response) => sendTokenPage(response, page));

  router.post('/api/survey/show', json, own, async (request, response) => {
    limited(request);
    const { token } = read(showSchema, request);
    const asked = await desk.store.findSurveyByToken(hashToken(token));
    const { site, survey } = placeOf(desk, asked);
    response.setHeader('Cache-Control', 'no-store');
    response.json(surveyView(site, asked as SurveyRequest, survey, desk.clock.now()));
  });

  router.post('/api/survey/answer', json, own, async (request, response) => {
    limited(request);
    const { token, answers } = read(answerSchema, request);
    await intake.during(async () => {
      const hash = hashToken(token);
      const asked = await desk.store.findSurveyByToken(hash);
      const { survey } = placeOf(desk, asked);
      const answer = asked && answerFrom(asked, survey, answers);
      if (answer === null) throw new WireFault('bad_request', 'answers: they do not fit the questions');
      await answerByToken(desk, hash, answer);
    });
    response.setHeader('Cache-Control', 'no-store');
    response.json({});
  });
  return router;
}

/** @throws DeskError `not_found` for a token that is none, a site that is gone, or a survey that was taken away. */
function placeOf(desk: Desk, asked: SurveyRequest | null): { site: Site; survey: Survey | null } {
  const site = asked && desk.sites.get(asked.site);
  const survey = asked === null || asked.survey === SATISFACTION ? null : surveyNamed(desk, asked);
  if (!site || (asked.survey !== SATISFACTION && survey === null)) {
    throw new DeskError('not_found', 'there is no such question');
  }
  return { site, survey };
}

function surveyNamed(desk: Desk, { site, survey }: SurveyRequest): Survey | null {
  return desk.sites.get(site)?.surveys.find(({ name }) => name === survey) ?? null;
}

function read<T>(schema: z.ZodType<T>, request: Request): T {
  const parsed = schema.safeParse(request.body);
  if (!parsed.success) throw badRequest(parsed.error);
  return wellFormedBody(parsed.data);
}
