import { answerByToken, DeskError, SATISFACTION } from '@solodesk/core';
import type { Desk, Site, Survey, SurveyRequest } from '@solodesk/core';
import { isTooLong, MAX_WORD_CODE_POINTS } from '@solodesk/protocol/visitor';
import { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import type { HelpAssets } from '../help/help-assets.ts';
import { html } from '../help/html.ts';
import { requireOwnPage } from '../http/own-page.ts';
import { contentPolicy } from '../http/security-headers.ts';
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
  const page = surveyPage(assets);
  const own = requireOwnPage(publicUrl);
  const limited = (request: Request) =>
    limits.mustPass('message', { address: addressKey(request.ip) }, desk.clock.now());

  router.get(SURVEY_PATH, (_request, response) => {
    contentPolicy(response, {
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'connect-src': ["'self'"],
      'frame-ancestors': ["'none'"],
    });
    // Nobody who is linked to from the page, and no page that linked to it, learns of the other.
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Robots-Tag', 'noindex');
    response.type('text/html').send(page);
  });

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
    intake.enter();
    try {
      const hash = hashToken(token);
      const asked = await desk.store.findSurveyByToken(hash);
      const { survey } = placeOf(desk, asked);
      const answer = asked && answerFrom(asked, survey, answers);
      if (answer === null) throw new WireFault('bad_request', 'answers: they do not fit the questions');
      await answerByToken(desk, hash, answer);
    } finally {
      intake.leave();
    }
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

/** The same for everybody: what it asks comes with the token, which this address does not hold. */
function surveyPage(assets: HelpAssets): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>How was it? · 您满意吗？</title>
        <link rel="stylesheet" href="${assets.address('survey.css')}" />
        <script src="${assets.address('survey.js')}" defer></script>
      </head>
      <body>
        <main>
          <noscript>
            <p>
              This page needs JavaScript: its link keeps the key to your answer out of every log, and only a script can
              read it there.
            </p>
            <p lang="zh-CN">此页面需要 JavaScript：链接中的密钥不会进入任何日志，只有脚本能读取它。</p>
          </noscript>
        </main>
      </body>
    </html> `.text;
}
