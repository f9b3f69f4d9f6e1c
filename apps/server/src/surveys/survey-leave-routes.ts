import type { Locale, SurveyRequest } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import { Router } from 'express';
import type { Request } from 'express';
import { z } from 'zod';
import { addOneClick, masked } from '../http/one-click.ts';
import { requireOwnPage } from '../http/own-page.ts';
import { sendTokenPage, tokenPage } from '../http/token-page.ts';
import { addressKey } from '../realtime/address-key.ts';
import { badRequest } from '../realtime/door.ts';
import { WireFault } from '../realtime/wire-error.ts';
import { hashToken } from '../system.ts';
import { leavingOnly, SURVEY_LEAVE_PATH, SURVEY_ONE_CLICK_PATH } from './survey-links.ts';
import type { SurveyRoutesOptions } from './survey-routes.ts';

/** What the page behind "Don't ask me again" shows. */
export interface SurveyLeaveView {
  site: { id: string; name: string };
  locale: Locale;
  /** With its middle left out. */
  address: string;
  left: boolean;
  /** Whether it can be taken back here: not by the link that is for mail programs. */
  back: boolean;
}

interface Exit {
  asked: SurveyRequest;
  hash: string;
  back: boolean;
}

const schema = z.object({ token: z.string().min(1).max(200) });

/** The page that ends the mails that ask, and brings them back: GET only shows, POST acts, as mail scanners open links too. */
export function surveyLeaveRoutes({ desk, assets, limits, intake, publicUrl, json }: SurveyRoutesOptions): Router {
  const { store, clock } = desk;
  const router = Router();
  const page = tokenPage(assets, { title: 'Don’t ask me again · 不再询问', script: 'leave.js' });
  const own = requireOwnPage(publicUrl);
  const exitOf = async (request: Request): Promise<Exit> => {
    limits.mustPass('message', { address: addressKey(request.ip) }, clock.now());
    const parsed = schema.safeParse(request.body);
    if (!parsed.success) throw badRequest(parsed.error);
    const exit = await exitBehind(desk, parsed.data.token);
    if (exit === null) throw new WireFault('not_found', 'there is no such mail');
    return exit;
  };

  router.get(SURVEY_LEAVE_PATH, (_request, response) => sendTokenPage(response, page));

  addOneClick(router, {
    ...{ path: SURVEY_ONE_CLICK_PATH, page: SURVEY_LEAVE_PATH, intake },
    limited: (request) => limits.mustPass('light', { address: addressKey(request.ip) }, clock.now()),
    leave: (token) => store.leaveSurveys(hashToken(token), clock.now()),
  });

  const act = (path: string, change: (exit: Exit) => Promise<unknown>) =>
    router.post(path, json, own, async (request, response) => {
      await intake.during(async () => {
        const exit = await exitOf(request);
        await change(exit);
        response.setHeader('Cache-Control', 'no-store');
        response.json(await viewOf(desk, exit));
      });
    });
  act('/api/survey/leave/show', async () => undefined);
  act('/api/survey/leave', ({ hash }) => store.leaveSurveys(hash, clock.now()));
  act('/api/survey/leave/back', async ({ hash, back }) => {
    if (!back) throw new WireFault('refused', 'open the link in the mail itself');
    await store.returnToSurveys(hash);
  });
  return router;
}

/** By the page's own token, else by the one for mail programs, which only leaves. */
async function exitBehind({ store }: Desk, token: string): Promise<Exit | null> {
  const hashes = [hashToken(leavingOnly(token)), hashToken(token)];
  for (const [place, hash] of hashes.entries()) {
    const asked = await store.findSurveyByLeaveToken(hash);
    if (asked !== null) return { asked, hash, back: place === 0 };
  }
  return null;
}

/** @throws WireFault `not_found` for a site that is gone */
async function viewOf({ sites, store, clock }: Desk, { asked, back }: Exit): Promise<SurveyLeaveView> {
  const site = sites.get(asked.site);
  const { address, contactKey, locale } = asked;
  if (site === null || address === null) throw new WireFault('not_found', 'there is no such mail');
  const standing = await store.surveyStanding(site.id, { contactKey, address }, clock.now());
  return {
    ...{ site: { id: site.id, name: site.name }, locale, address: masked(address) },
    ...{ left: standing === 'left', back },
  };
}
