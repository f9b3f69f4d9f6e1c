import { csi, CSI_FORMULA } from '@solodesk/analytics';
import type { Csi } from '@solodesk/analytics';
import { SATISFACTION, ticketName } from '@solodesk/core';
import type { Locale, SurveyChannel, SurveyCount } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import { Router } from 'express';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

const DAY = 86_400_000;
const DAYS = 90;
const LATEST = 20;

export interface ScoreView {
  score: number;
  word: string;
  at: number;
  channel: SurveyChannel;
  locale: Locale;
  /** `SHOP-T17`; null where it is about no ticket. */
  ticket: string | null;
  survey: string;
}

/** What people said of how it was. */
export interface SatisfactionView extends Csi {
  days: number;
  formula: string;
  /** Of the question after each resolution, since ever. */
  count: SurveyCount;
  /** Newest first. */
  latest: ScoreView[];
  /** Surveys of the site's files. */
  surveys: ({ name: string; title: string } & SurveyCount)[];
}

/** The scores of a site, and the figure that they come to. */
export function consoleSatisfactionApi(options: SiteAccess & { desk: Desk }): Router {
  const { desk } = options;
  const router = Router();
  router.get('/satisfaction/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const now = desk.clock.now();
    const scores = await desk.store.scores(site.id, now - DAYS * DAY, now + 1);
    const latest = scores.slice(-LATEST).reverse();
    const view: SatisfactionView = {
      ...csi(scores.map(({ score }) => score)),
      ...{ days: DAYS, formula: CSI_FORMULA, count: await desk.store.countSurvey(site.id, SATISFACTION) },
      latest: latest.map(({ score, word, at, channel, locale, ticket, survey }) => ({
        ...{ score, word, at, channel, locale, survey },
        ticket: ticket === null ? null : ticketName(site.ticketPrefix, ticket),
      })),
      surveys: await Promise.all(
        site.surveys.map(async ({ name, title }) => ({
          ...{ name, title: title[site.defaultLocale] ?? title.en ?? title.zh ?? name },
          ...(await desk.store.countSurvey(site.id, name)),
        })),
      ),
    };
    response.json(view);
  });
  return router;
}
