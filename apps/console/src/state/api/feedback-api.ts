import { request } from './api.ts';
import type { Locale } from '../wire-types.ts';

type Localized = Partial<Record<Locale, string>>;

export interface SurveyCount {
  asked: number;
  answered: number;
  skipped: number;
}

/** The mean of scores from 1 to 10 with its 95 % interval (Student's t); null under five scores. */
export interface Figure {
  n: number;
  sum: number;
  value: { mean: number; low: number; high: number } | null;
}

export interface Score {
  score: number;
  word: string;
  at: number;
  channel: 'chat' | 'mail';
  locale: Locale;
  /** Its name: `SHOP-T17`; null where it is about no ticket. */
  ticket: string | null;
  survey: string;
}

export interface Satisfaction extends Figure {
  days: number;
  formula: string;
  count: SurveyCount;
  /** Newest first. */
  latest: Score[];
}

export interface SurveyLine extends SurveyCount {
  name: string;
  title: Localized;
  /** Sent by itself after so many days; null: when the owner sends it. */
  everyDays: number | null;
  restDays: number;
}

export interface SurveyList {
  /** Whether mail can be sent: without it no survey goes out. */
  mails: boolean;
  surveys: SurveyLine[];
}

export type SurveyResult = { name: string; ask: Localized; n: number } & (
  | { type: 'score'; csi: boolean; figure: Figure }
  | { type: 'choice'; choices: { value: string; label: Localized; n: number }[] }
  | { type: 'text'; texts: string[] }
);

export interface SurveyAnswer {
  at: number;
  locale: Locale;
  /** Null once they are erased. */
  contact: { key: number; name: string | null; email: string | null } | null;
  answers: Record<string, string | number>;
}

export interface SurveyDetail extends SurveyLine {
  results: SurveyResult[];
  /** Newest first. */
  latest: SurveyAnswer[];
}

export type FeedbackMood = 'negative' | 'neutral' | 'positive';

/** What somebody said elsewhere. */
export interface FeedbackLine {
  key: number;
  source: string;
  /** '' once it is too old to be kept. */
  text: string;
  author: string | null;
  link: string | null;
  /** 1 to 10. */
  rating: number | null;
  at: number;
  mood: FeedbackMood;
  category: string;
  contact: number | null;
}

export interface FeedbackPage {
  items: FeedbackLine[];
  next: string | null;
  days: number;
  /** Of the last `days` days, whatever is narrowed down. */
  counts: { source: string; category: string; mood: FeedbackMood; n: number }[];
}

/** How many get a survey, got one lately, or want none. */
export type SurveySending = Record<'sent' | 'rested' | 'left', number>;

export type FeedbackFilter = Record<'mood' | 'source' | 'category', string>;

const of = (what: string, site: string) => `${what}/${encodeURIComponent(site)}`;
const survey = (site: string, name: string) => `${of('surveys', site)}/${encodeURIComponent(name)}`;

/** How satisfied people are, and what they answered to surveys. */
export const feedbackApi = {
  satisfaction: (site: string) => request<Satisfaction>(of('satisfaction', site)),
  surveys: (site: string) => request<SurveyList>(of('surveys', site)),
  survey: (site: string, name: string) => request<SurveyDetail>(survey(site, name)),
  elsewhere: (site: string, filter: FeedbackFilter, before = '') => {
    const asked = Object.entries({ ...filter, before }).filter(([, value]) => value !== '');
    return request<FeedbackPage>(`${of('feedback', site)}?${new URLSearchParams(asked).toString()}`);
  },
  recipients: (site: string, name: string) => request<SurveySending>(`${survey(site, name)}/recipients`),
  send: (site: string, name: string) => request<SurveySending>(`${survey(site, name)}/send`, {}),
};
