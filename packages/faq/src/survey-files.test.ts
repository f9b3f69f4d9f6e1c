import { describe, expect, it } from '@jest/globals';
import { checkSite } from './check-site.ts';
import type { SiteReading } from './check-site.ts';

const SURVEY = {
  survey: 'spring',
  title: { en: 'Spring', zh: '春季' },
  questions: [
    { name: 'overall', type: 'score', prompt: { en: 'All in all?', zh: '总体如何？' }, csi: true },
    { name: 'more', type: 'text', prompt: { en: 'What else?', zh: '还有什么？' } },
  ],
  sendTo: { orderedWithinDays: 30 },
};
const read = (...surveys: object[]): SiteReading =>
  checkSite('shop', {
    siteJson: { file: 'shop/site.json', text: '{"name": "Teal", "languages": ["en", "zh"]}' },
    faqs: [],
    surveys: surveys.map((survey, at) => ({ file: `shop/surveys/${at}.json`, text: JSON.stringify(survey) })),
    problems: [],
  });
const words = (...surveys: object[]) => {
  const reading = read(...surveys);
  return reading.ok ? [] : reading.problems.map(({ message }) => message);
};

describe('a survey file', () => {
  it('becomes a survey with its defaults', () => {
    const reading = read(SURVEY);
    expect(reading.ok && reading.site.surveys).toEqual([
      {
        ...{ name: 'spring', title: SURVEY.title, intro: {}, everyDays: null, restDays: 90 },
        segment: { to: 'ordered', days: 30 },
        questions: [
          { name: 'overall', type: 'score', ask: SURVEY.questions[0]?.prompt, required: true, csi: true },
          { name: 'more', type: 'text', ask: SURVEY.questions[1]?.prompt, required: false },
        ],
      },
    ]);
  });

  it('is refused with what is wrong: names twice, what does not belong, a language that is missing', () => {
    const [score, text] = SURVEY.questions;
    expect(words(SURVEY, SURVEY)).toEqual(['"spring" is the name of another survey already']);
    expect(words({ ...SURVEY, title: { en: 'Spring' } })[0]).toContain('"title" has no "zh"');
    expect(words({ ...SURVEY, questions: [score, score] })).toEqual([
      '"overall" is the name of another question already',
      'another question of this survey counts in the CSI already',
    ]);
    expect(words({ ...SURVEY, questions: [{ ...text, csi: true }] })).toEqual(['only a "score" can count in the CSI']);
    expect(words({ ...SURVEY, questions: [{ ...text, type: 'choice' }] })).toEqual(['a "choice" needs "choices"']);
    expect(words({ ...SURVEY, survey: 'satisfaction' })[0]).toContain('question after each resolution');
    expect(words({ ...SURVEY, sendTo: 'everybody' })).toHaveLength(1);
  });
});
