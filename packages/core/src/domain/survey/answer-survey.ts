import { DeskError } from '../desk-error.ts';
import { CHANGEABLE_MS, HIGHEST_SCORE, LOWEST_SCORE, OPEN_MS } from './survey-request.ts';
import type { SurveyAnswered, SurveyChannel, SurveyRequest, SurveyValue } from './survey-request.ts';

/** What is said: a score with or without a word, or that somebody would rather not say (`score` null). */
export interface SatisfactionAnswer {
  readonly score: number | null;
  /** Left out: the word stays as it was. */
  readonly word?: string;
  /** Of a survey: answers by the name of their question, checked already. */
  readonly answers?: Readonly<Record<string, SurveyValue>>;
}

/** Whether a request can be answered, or its answer changed, at a moment. */
export function isOpen({ askedAt, firstAnsweredAt }: SurveyRequest, at: number): boolean {
  return firstAnsweredAt === null ? at <= askedAt + OPEN_MS : at <= firstAnsweredAt + CHANGEABLE_MS;
}

/**
 * A request with an answer. To say the same twice changes nothing but the moment; a score that was given is not taken back by
 * skipping.
 * @throws DeskError `refused` when it is too late, `bad_request` for a score that is none
 */
export function answerSurvey(
  request: SurveyRequest,
  { score, word, answers }: SatisfactionAnswer,
  channel: SurveyChannel,
  at: number,
): SurveyAnswered {
  if (!isOpen(request, at)) throw new DeskError('refused', 'this question can not be answered any more');
  const { firstAnsweredAt, answeredAt, skippedAt } = request;
  const before = { firstAnsweredAt, answeredAt, skippedAt, channel: request.channel };
  const said = { score: request.score, word: request.word, answers: request.answers };
  if (score === null && answers === undefined) {
    return { ...before, ...said, skippedAt: firstAnsweredAt === null ? (skippedAt ?? at) : skippedAt };
  }
  if (score !== null && !isScore(score)) throw new DeskError('bad_request', 'a score is a whole number from 1 to 10');
  return {
    firstAnsweredAt: firstAnsweredAt ?? at,
    answeredAt: at,
    skippedAt: null,
    channel,
    score,
    word: word === undefined ? request.word : word.trim(),
    answers: answers ?? request.answers,
  };
}

function isScore(score: number): boolean {
  return Number.isInteger(score) && score >= LOWEST_SCORE && score <= HIGHEST_SCORE;
}
