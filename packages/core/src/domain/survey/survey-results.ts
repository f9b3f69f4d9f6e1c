import type { SurveyRequest } from './survey-request.ts';
import type { Survey, SurveyQuestion } from './survey.ts';

/** What people answered to one question. */
export type SurveyResult = { readonly question: SurveyQuestion; readonly n: number } & (
  | { readonly type: 'score'; readonly scores: readonly number[] }
  /** How often each was chosen, by value; also those that nobody chose, and those that the file has no more. */
  | { readonly type: 'choice'; readonly chosen: Readonly<Record<string, number>> }
  /** As they were written, in the order of the answers. */
  | { readonly type: 'text'; readonly texts: readonly string[] }
);

/** @param answers of this survey; what does not fit a question that was changed since is left out of its result */
export function surveyResults(
  { questions }: Pick<Survey, 'questions'>,
  answers: readonly Pick<SurveyRequest, 'answers'>[],
): SurveyResult[] {
  return questions.map((question) => resultOf(question, answers));
}

function resultOf(question: SurveyQuestion, all: readonly Pick<SurveyRequest, 'answers'>[]): SurveyResult {
  const { name } = question;
  const said = all.flatMap(({ answers }) => (Object.hasOwn(answers, name) ? [answers[name]] : []));
  if (question.type === 'score') {
    const scores = said.filter((value) => typeof value === 'number');
    return { question, n: scores.length, type: 'score', scores };
  }
  const words = said.filter((value) => typeof value === 'string');
  if (question.type === 'text') return { question, n: words.length, type: 'text', texts: words };
  const chosen = Object.fromEntries(question.choices.map(({ value }) => [value, 0]));
  for (const value of words) chosen[value] = (chosen[value] ?? 0) + 1;
  return { question, n: words.length, type: 'choice', chosen };
}
