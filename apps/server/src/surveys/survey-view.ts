import { isOpen, localize, readSurveyAnswers, SATISFACTION, ticketName } from '@solodesk/core';
import type { Locale, SatisfactionAnswer, Site, Survey, SurveyRequest, SurveyValue } from '@solodesk/core';

/** A question as the page shows it. */
export interface QuestionView {
  name: string;
  type: 'score' | 'choice' | 'text';
  ask: string;
  required: boolean;
  choices?: { value: string; label: string }[];
  /** The score of the link that was followed is chosen already. */
  preselect?: true;
}

/** What the page behind a mail's link shows. */
export interface SurveyView {
  site: { id: string; name: string };
  locale: Locale;
  title: string;
  intro: string;
  questions: QuestionView[];
  answers: Readonly<Record<string, SurveyValue>>;
  answered: boolean;
  /** Whether an answer is still taken. */
  open: boolean;
}

const WORDS = {
  en: {
    chat: (site: string) => `How was the help that you got from ${site}?`,
    ticket: (site: string, ticket: string) => `How did ${site} settle ${ticket}?`,
    score: 'Your score',
    word: 'A word about it, if you like',
  },
  zh: {
    chat: (site: string) => `您对 ${site} 的帮助满意吗？`,
    ticket: (site: string, ticket: string) => `您对 ${site} 处理 ${ticket} 的结果满意吗？`,
    score: '您的评分',
    word: '想说的话（可不填）',
  },
};

/** @param survey null for the question after a resolution. */
export function surveyView(site: Site, request: SurveyRequest, survey: Survey | null, at: number): SurveyView {
  const { locale, ticket } = request;
  const base = {
    ...{ site: { id: site.id, name: site.name }, locale },
    ...{ answered: request.answeredAt !== null, open: isOpen(request, at) },
  };
  if (survey !== null) {
    const questions = survey.questions.map((question): QuestionView => {
      const { name, type, required } = question;
      const ask = localize(question.ask, locale) ?? name;
      if (question.type !== 'choice') return { name, type, ask, required };
      const choices = question.choices.map(({ value, label }) => ({ value, label: localize(label, locale) ?? value }));
      return { name, type, ask, required, choices };
    });
    const [title, intro] = [localize(survey.title, locale) ?? survey.name, localize(survey.intro, locale) ?? ''];
    return { ...base, title, intro, questions, answers: request.answers };
  }
  const words = WORDS[locale];
  const title =
    ticket === null ? words.chat(site.name) : words.ticket(site.name, ticketName(site.ticketPrefix, ticket));
  return {
    ...{ ...base, title, intro: '' },
    questions: [
      { name: 'score', type: 'score', ask: words.score, required: true, preselect: true },
      { name: 'word', type: 'text', ask: words.word, required: false },
    ],
    answers: { ...(request.score !== null && { score: request.score }), word: request.word },
  };
}

/**
 * What was posted, as an answer.
 * @returns null when it does not fit the questions
 */
export function answerFrom(
  request: SurveyRequest,
  survey: Survey | null,
  posted: Readonly<Record<string, SurveyValue>>,
): SatisfactionAnswer | null {
  if (request.survey !== SATISFACTION) return survey && readSurveyAnswers(survey, posted);
  const { score, word = '' } = posted;
  return typeof score === 'number' && typeof word === 'string' ? { score, word } : null;
}
