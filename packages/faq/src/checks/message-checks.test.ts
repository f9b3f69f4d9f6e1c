import { describe, expect, it } from '@jest/globals';
import { checkSite } from '../check-site.ts';
import { contactFilterEntry } from '../schemas/segment-schema.ts';

const REGULARS = {
  name: 'regulars',
  where: { stage: ['active'], language: 'zh', minOrders: 3, spent: { atLeast: 99.5, currency: 'EUR' } },
};
const WELCOME = {
  name: 'welcome',
  when: { stage: 'new' },
  subject: { en: 'Welcome', zh: '欢迎' },
  text: { en: 'Hello {name}', zh: '您好' },
};
const read = (change: object, surveys: object[] = []) =>
  checkSite('shop', {
    siteJson: {
      file: 'shop/site.json',
      text: JSON.stringify({ name: 'Teal', languages: ['en', 'zh'], segments: [REGULARS], ...change }),
    },
    faqs: [],
    surveys: surveys.map((survey, at) => ({ file: `shop/surveys/${at}.json`, text: JSON.stringify(survey) })),
    problems: [],
  });
const words = (...args: Parameters<typeof read>) => {
  const reading = read(...args);
  return reading.ok ? [] : reading.problems.map(({ message }) => message);
};

describe('messages and segments in site.json', () => {
  it('become what they say, amounts in minor units, and are written again as they were', () => {
    const reading = read({ messages: [{ ...WELCOME, segment: 'regulars' }] });
    const site = reading.ok ? reading.site : null;
    const filter = { stages: ['active'], locale: 'zh', minOrders: 3, spent: { atLeast: 9_950, currency: 'EUR' } };
    expect(site?.segments).toEqual([{ name: 'regulars', title: {}, filter }]);
    expect(contactFilterEntry(site!.segments[0]!.filter)).toEqual(REGULARS.where);
    expect(site?.messages).toMatchObject([
      { name: 'welcome', on: { kind: 'stage', stage: 'new' }, afterDays: 0, segment: 'regulars', link: null },
    ]);
    expect(site?.lifeCycle.churnedDays).toBe(180);
  });

  it('are refused where a language is missing, a segment is none, a name stands twice, or the rules cannot be', () => {
    expect(words({ messages: [{ ...WELCOME, text: { en: 'Hello' } }] })[0]).toContain('"zh"');
    expect(words({ messages: [{ ...WELCOME, segment: 'gone' }] })).toEqual(['"gone" is no segment of site.json']);
    expect(words({ messages: [WELCOME, WELCOME] })[0]).toContain('name of another message');
    expect(words({ segments: [REGULARS, REGULARS] })[0]).toContain('name of another segment');
    expect(words({ lifeCycle: { atRiskDays: 90, churnedDays: 90 } })[0]).toContain('more than "atRiskDays"');
  });

  it('are refused where a field is misspelt, which would be mailed to everybody as it stands', () => {
    const message = (change: object) => words({ messages: [{ ...WELCOME, ...change }] });
    expect(message({ text: { en: 'Hello {nmae}, welcome', zh: '您好' } })).toEqual([
      '"messages.text.en" has braces at "{nmae}, welcome" that are no field; write {name} or {offers}',
    ]);
    expect(message({ text: { en: 'Hello {{name|there}}', zh: '您好' } })[0]).toContain('that are no field');
    expect(message({ subject: { en: '{offers}', zh: '欢迎' } })[0]).toContain('write {name}');
    expect(message({ text: { en: '{name}: {offers}', zh: '{name}，{offers}' } })).toEqual([]);
  });

  it('are what a survey may go to, and nothing else', () => {
    const survey = (segment: string) => ({
      ...{ survey: 'spring', title: { en: 'Spring', zh: '春季' }, sendTo: { segment } },
      questions: [{ name: 'all', type: 'score', prompt: { en: 'All in all?', zh: '总体如何？' } }],
    });
    const reading = read({}, [survey('regulars')]);
    expect(reading.ok && reading.site.surveys[0]?.segment).toEqual({ to: 'segment', name: 'regulars' });
    expect(words({}, [survey('gone')])).toEqual(['"gone" is no segment of site.json']);
  });
});
