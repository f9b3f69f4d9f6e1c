import type { SatisfactionAnswer } from './answer-survey.ts';
import { HIGHEST_SCORE, LOWEST_SCORE } from './survey-request.ts';
import type { SurveyValue } from './survey-request.ts';
import type { Survey, SurveyQuestion } from './survey.ts';

/**
 * Answers to the questions of a survey, checked: what is asked for must be there, and nothing else is kept. The score of the question that
 * feeds the CSI is the answer's score.
 * @returns null when they do not fit the questions
 */
export function readSurveyAnswers(
  { questions }: Survey,
  posted: Readonly<Record<string, SurveyValue>>,
): SatisfactionAnswer | null {
  const answers: Record<string, SurveyValue> = {};
  let score: number | null = null;
  for (const question of questions) {
    const value = Object.hasOwn(posted, question.name) ? posted[question.name] : undefined;
    const said = typeof value === 'string' ? value.trim() : value;
    if (said === undefined || said === '') {
      if (question.required) return null;
      continue;
    }
    if (!fits(question, said)) return null;
    answers[question.name] = said;
    if (question.type === 'score' && question.csi && typeof said === 'number') score = said;
  }
  return { score, answers };
}

function fits(question: SurveyQuestion, said: SurveyValue): boolean {
  if (question.type === 'text') return typeof said === 'string';
  if (question.type === 'choice') return question.choices.some(({ value }) => value === said);
  return typeof said === 'number' && Number.isInteger(said) && said >= LOWEST_SCORE && said <= HIGHEST_SCORE;
}
