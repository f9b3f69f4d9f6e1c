import { namedGuesses } from '@solodesk/core';
import type { Locale, Thresholds } from '@solodesk/core';
import { calibrationError, wilsonInterval } from '@solodesk/text-model';
import { confusions } from './confusions.ts';
import type { Confusion } from './confusions.ts';
import type { Question } from './question.ts';
import { reliability } from './reliability.ts';
import type { ReliabilityBin } from './reliability.ts';
import { bestWithin, riskAt, riskCurve, thinned } from './risk-curve.ts';
import type { RiskPoint } from './risk-curve.ts';

/** A share with what it is of, and its 95 % interval (Wilson). */
export interface Share {
  hits: number;
  n: number;
  /** From 0 to 1; null when n is 0. */
  share: number | null;
  low: number;
  high: number;
}

export interface IntentFigures {
  intent: string;
  /** Its examples. */
  n: number;
  /** Recognised, sure or not. */
  right: number;
  /** Of these, surely enough for an answer. */
  answered: number;
}

/** How well the bot understands one language of a site. */
export interface LanguageEvaluation {
  locale: Locale;
  /** Of the site's own questions: with the right intent in front, whatever the confidence. */
  accuracy: Share;
  thresholds: Thresholds;
  /** Of the site's own questions: answered, right or wrong. */
  answered: Share;
  /** Of all answers given, those to questions that no FAQ answers among them: wrong. */
  wrong: Share;
  /** Of the questions that no FAQ answers: rightly not answered. */
  leftUnanswered: Share;
  /** Of the site's own questions: answered with "did you mean"; and of these those where the right one is among the choices. */
  askedBack: Share;
  askedBackRight: Share;
  /** Expected calibration error, 15 bins, from 0 to 1. */
  calibrationError: number;
  reliability: ReliabilityBin[];
  curve: RiskPoint[];
  /** What the bot could answer within other budgets; null where it could answer nothing. */
  budgets: { budget: number; point: RiskPoint | null }[];
  confusions: Confusion[];
  /** Questions that no FAQ answers and that the bot would answer. */
  falseAnswers: { text: string; intent: string; confidence: number }[];
  /** All intents, the worst understood first. */
  intents: IntentFigures[];
}

const BUDGETS = [0.01, 0.02, 0.03, 0.05, 0.1];
/** More points than a chart has pixels to show. */
const CURVE_POINTS = 200;

/** @param all the questions of a site; those of other languages are not counted @param budget the owner's, if it is one of its own */
export function evaluateLanguage(
  all: readonly Question[],
  locale: Locale,
  thresholds: Thresholds,
  budget: number | null,
): LanguageEvaluation {
  const questions = all.filter((question) => question.locale === locale);
  const own = questions.filter(({ intent }) => intent !== null);
  const foreign = questions.filter(({ intent }) => intent === null);
  const at = riskAt(questions, thresholds.answer);
  const curve = riskCurve(questions);
  const isAnswered = ({ guess, confidence }: Question) => guess !== null && confidence >= thresholds.answer;
  const falseAnswers = foreign.filter((question) => isAnswered(question));
  const choicesOf = ({ guesses }: Question) => namedGuesses(guesses, thresholds.hint);
  const askedBack = own.filter((question) => !isAnswered(question) && choicesOf(question).length > 0);
  const recognised = questions.filter(({ guess }) => guess !== null);
  return {
    locale,
    accuracy: share(own.filter(({ right }) => right).length, own.length),
    thresholds: { answer: thresholds.answer, suggest: thresholds.suggest, hint: thresholds.hint },
    answered: share(own.filter((question) => isAnswered(question)).length, own.length),
    wrong: share(at.wrong, at.answers),
    leftUnanswered: share(foreign.length - falseAnswers.length, foreign.length),
    askedBack: share(askedBack.length, own.length),
    askedBackRight: share(
      askedBack.filter((question) => choicesOf(question).some(({ intent }) => intent === question.intent)).length,
      askedBack.length,
    ),
    calibrationError: calibrationError(
      recognised.map(({ confidence }) => confidence),
      recognised.map(({ right }) => right),
    ),
    reliability: reliability(questions),
    curve: thinned(curve, CURVE_POINTS, thresholds.answer),
    budgets: [...new Set([...BUDGETS, ...(budget === null ? [] : [budget])])]
      .sort((a, b) => a - b)
      .map((limit) => ({ budget: limit, point: bestWithin(curve, limit) })),
    confusions: confusions(questions, locale, thresholds),
    falseAnswers: falseAnswers
      .map(({ text, guess, confidence }) => ({ text, intent: guess ?? '', confidence }))
      .sort((a, b) => b.confidence - a.confidence),
    intents: intentFigures(own, isAnswered),
  };
}

function share(hits: number, n: number): Share {
  return { hits, n, share: n === 0 ? null : hits / n, ...wilsonInterval(hits, n) };
}

function intentFigures(own: readonly Question[], isAnswered: (question: Question) => boolean): IntentFigures[] {
  const figures = new Map<string, IntentFigures>();
  for (const question of own) {
    const intent = question.intent ?? '';
    const row = figures.get(intent) ?? { intent, n: 0, right: 0, answered: 0 };
    row.n += 1;
    if (question.right) {
      row.right += 1;
      if (isAnswered(question)) row.answered += 1;
    }
    figures.set(intent, row);
  }
  const rate = ({ n, answered }: IntentFigures) => answered / n;
  return [...figures.values()].sort((a, b) => rate(a) - rate(b) || (a.intent < b.intent ? -1 : 1));
}
