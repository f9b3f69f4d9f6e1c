import { describe, expect, it } from '@jest/globals';
import { surveyResults } from './survey-results.ts';
import type { SurveyQuestion } from './survey.ts';

const QUESTIONS: readonly SurveyQuestion[] = [
  { name: 'again', type: 'score', csi: true, required: true, ask: { en: 'Again?' } },
  {
    ...{ name: 'how', type: 'choice', required: true, ask: { en: 'How did you find us?' } },
    choices: [
      { value: 'friend', label: { en: 'A friend' } },
      { value: 'ad', label: { en: 'An ad' } },
    ],
  },
  { name: 'word', type: 'text', required: false, ask: { en: 'Anything else?' } },
];
const results = (...answers: Record<string, number | string>[]) =>
  surveyResults(
    { questions: QUESTIONS },
    answers.map((one) => ({ answers: one })),
  );

describe('what a survey came to', () => {
  it('is told question by question', () => {
    expect(results({ again: 9, how: 'ad' }, { again: 7, how: 'ad', word: 'Nice linen.' })).toMatchObject([
      { type: 'score', n: 2, scores: [9, 7] },
      { type: 'choice', n: 2, chosen: { friend: 0, ad: 2 } },
      { type: 'text', n: 1, texts: ['Nice linen.'] },
    ]);
  });

  it('is nothing while nobody has answered', () => {
    expect(results()).toMatchObject([{ n: 0, scores: [] }, { chosen: { friend: 0, ad: 0 } }, { texts: [] }]);
  });

  it('keeps a choice that the file has no more, and leaves out what another question of that name was answered', () => {
    expect(results({ again: 'well', how: 'fair', word: 3 })).toMatchObject([
      { n: 0 },
      { n: 1, chosen: { friend: 0, ad: 0, fair: 1 } },
      { n: 0 },
    ]);
  });
});
