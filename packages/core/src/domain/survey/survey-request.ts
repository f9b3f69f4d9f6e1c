import type { Locale } from '../locale.ts';

/** The question after each resolution; every other name is that of a survey file of the site. */
export const SATISFACTION = 'satisfaction';

/**
 * In place of a survey's name, where the owner says of somebody that they are asked by mail no more: a row that asks nothing, and says
 * when, in `leftAt`. No file can be called so.
 */
export const LEFT_BY_OWNER = '';

const DAY = 86_400_000;
/** Nobody is asked how it was more often than that. Milliseconds. */
export const SATISFACTION_REST_MS = 7 * DAY;
/** How long a question that nobody answered can be answered. Milliseconds. */
export const OPEN_MS = 30 * DAY;
/** How long an answer can be changed after it was first given. Milliseconds. */
export const CHANGEABLE_MS = DAY;

export const LOWEST_SCORE = 1;
export const HIGHEST_SCORE = 10;

/** Where an answer was given. */
export type SurveyChannel = 'chat' | 'mail';

/** What a person is to be asked; whether they are depends on when they were asked last. All moments are UTC milliseconds. */
export interface SurveyAsk {
  /** Public, unguessable. */
  readonly id: string;
  readonly site: string;
  /** `SATISFACTION`, or the name of a survey of the site. */
  readonly survey: string;
  readonly visitorKey: number | null;
  /** The known person; null while the visitor is nobody that is known. */
  readonly contactKey: number | null;
  /** What it is about; both null for a survey about the business at large. */
  readonly conversationKey: number | null;
  /** Number of a ticket that was solved. */
  readonly ticket: number | null;
  readonly locale: Locale;
  readonly askedAt: number;
  /** Whoever was asked within this time before is not asked again: how it was by one count, surveys by another. */
  readonly restMs: number;
}

/** An answer to a question of a survey: a score, the name of a choice, or words. */
export type SurveyValue = number | string;

/** What a person was asked, and what they said. */
export interface SurveyRequest extends Omit<SurveyAsk, 'restMs'> {
  /** The store's own number. */
  readonly key: number;
  /** When a mail was planned, or it was settled that none is sent; null: neither yet. */
  readonly mailedAt: number | null;
  /** Where the mail went; null: nowhere. */
  readonly address: string | null;
  /** When its reader said by its link (or the owner of them) that they are asked by mail no more; null: never, or it was taken back. */
  readonly leftAt: number | null;
  readonly firstAnsweredAt: number | null;
  /** When the answer was changed last. */
  readonly answeredAt: number | null;
  /** The person would rather not say. That is no score. */
  readonly skippedAt: number | null;
  readonly channel: SurveyChannel | null;
  /** 1 to 10; null: none was given. */
  readonly score: number | null;
  /** An optional word with it; empty: none. */
  readonly word: string;
  /** Answers to the questions of a survey, by name. */
  readonly answers: Readonly<Record<string, SurveyValue>>;
}

/** What an answer changes. */
export type SurveyAnswered = Pick<
  SurveyRequest,
  'firstAnsweredAt' | 'answeredAt' | 'skippedAt' | 'channel' | 'score' | 'word' | 'answers'
>;

export const UNANSWERED: SurveyAnswered = {
  firstAnsweredAt: null,
  answeredAt: null,
  skippedAt: null,
  channel: null,
  score: null,
  word: '',
  answers: {},
};
