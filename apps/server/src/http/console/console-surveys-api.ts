import { csi } from '@solodesk/analytics';
import type { Csi } from '@solodesk/analytics';
import { surveyResults } from '@solodesk/core';
import type {
  Locale,
  Localized,
  Site,
  Survey,
  SurveyCount,
  SurveyRequest,
  SurveyResult,
  SurveySegment,
  SurveyValue,
} from '@solodesk/core';
import { sendSurvey, surveyRecipients } from '@solodesk/core/use-cases';
import type { Desk, SurveyLinks, SurveySending } from '@solodesk/core/use-cases';
import { Router } from 'express';
import { WireFault } from '../../realtime/wire-error.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleSurveysOptions extends SiteAccess {
  desk: Desk;
  surveyLinks: SurveyLinks;
}

/** Answers that figures are made of, the newest; and those that are shown one by one. */
const MOST_ANSWERS = 10_000;
const SHOWN = 50;

export interface SurveyLine extends SurveyCount {
  name: string;
  title: Localized<string>;
  segment: SurveySegment;
  /** Sent by itself after so many days; null: when the owner sends it. */
  everyDays: number | null;
  restDays: number;
}

export interface SurveyList {
  /** Whether mail can be sent: without it no survey goes out. */
  mails: boolean;
  surveys: SurveyLine[];
}

/** What people answered to one question. */
export type SurveyResultView = {
  name: string;
  ask: Localized<string>;
  /** How many answered it. */
  n: number;
} & (
  | { type: 'score'; csi: boolean; figure: Csi }
  | { type: 'choice'; choices: { value: string; label: Localized<string>; n: number }[] }
  /** Newest first, at most 50. */
  | { type: 'text'; texts: string[] }
);

/** One person's answers, by question. */
export interface SurveyAnswerView {
  at: number;
  locale: Locale;
  /** The contact who gave them; null once they are erased. */
  contact: { key: number; name: string | null; email: string | null } | null;
  answers: Readonly<Record<string, SurveyValue>>;
}

export interface SurveyDetail extends SurveyLine {
  results: SurveyResultView[];
  /** Newest first, at most 50. */
  latest: SurveyAnswerView[];
}

/** Surveys of a site's files: how many answered, what they said, and sending one. */
export function consoleSurveysApi(options: ConsoleSurveysOptions): Router {
  const { desk, surveyLinks } = options;
  const router = Router();

  router.get('/surveys/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const surveys = await Promise.all(site.surveys.map((survey) => lineOf(desk, site, survey)));
    response.json({ mails: desk.mailer.available, surveys } satisfies SurveyList);
  });

  router.get('/surveys/:site/:survey', async (request, response) => {
    const site = await ownSite(options, request);
    const survey = surveyOf(site, request.params.survey);
    const answers = await desk.store.surveyAnswers(site.id, { survey: survey.name }, MOST_ANSWERS);
    const detail: SurveyDetail = {
      ...(await lineOf(desk, site, survey)),
      results: surveyResults(survey, answers).map(resultView),
      latest: await Promise.all(answers.slice(0, SHOWN).map((answer) => answerView(desk, site, answer))),
    };
    response.json(detail);
  });

  router.get('/surveys/:site/:survey/recipients', async (request, response) => {
    const site = await ownSite(options, request);
    const survey = surveyOf(site, request.params.survey);
    response.json((await surveyRecipients(desk, site, survey)) satisfies SurveySending);
  });

  router.post('/surveys/:site/:survey/send', async (request, response) => {
    const site = await ownSite(options, request);
    const survey = surveyOf(site, request.params.survey);
    if (!desk.mailer.available) throw new WireFault('conflict', 'no mail can be sent: set SMTP_URL first');
    response.json({ ok: true, ...(await sendSurvey(desk, surveyLinks, site, survey)) });
  });
  return router;
}

function surveyOf(site: Site, name: string | string[] | undefined): Survey {
  const survey = site.surveys.find((each) => each.name === name);
  if (survey === undefined) throw new WireFault('not_found', 'no such survey');
  return survey;
}

async function lineOf({ store }: Desk, site: Site, survey: Survey): Promise<SurveyLine> {
  const { name, title, segment, everyDays, restDays } = survey;
  return { name, title, segment, everyDays, restDays, ...(await store.countSurvey(site.id, name)) };
}

function resultView(result: SurveyResult): SurveyResultView {
  const { question, n } = result;
  const base = { name: question.name, ask: question.ask, n };
  if (result.type === 'text') return { ...base, type: 'text', texts: result.texts.slice(0, SHOWN) };
  if (result.type === 'score') {
    const feedsCsi = question.type === 'score' && question.csi;
    return { ...base, type: 'score', csi: feedsCsi, figure: csi(result.scores) };
  }
  const labels = new Map(question.type === 'choice' ? question.choices.map(({ value, label }) => [value, label]) : []);
  const choices = Object.entries(result.chosen).map(([value, count]) => ({
    ...{ value, label: labels.get(value) ?? { en: value, zh: value } },
    n: count,
  }));
  return { ...base, type: 'choice', choices };
}

async function answerView({ store }: Desk, site: Site, request: SurveyRequest): Promise<SurveyAnswerView> {
  const { contactKey, answeredAt, askedAt, locale, answers } = request;
  const contact = contactKey === null ? null : await store.findContact(site.id, { key: contactKey });
  return {
    ...{ at: answeredAt ?? askedAt, locale, answers },
    contact: contact && { key: contact.key, name: contact.name, email: contact.email },
  };
}
