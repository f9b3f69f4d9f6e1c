/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { SiteBrief } from '../state/api/api.ts';
import type { FeedbackPage, Satisfaction, SurveyDetail, SurveyList } from '../state/api/feedback-api.ts';
import { prefer } from '../state/preferences.ts';
import { route } from '../state/route.ts';
import { answer } from '../testing/answer.ts';
import { Feedback } from './feedback.tsx';

const SITE = { id: 'shop', name: 'Shop' } as SiteBrief;
const SCORES: Satisfaction = {
  ...{ days: 90, formula: 'CSI = Σ scores / n', n: 10, sum: 87, value: { mean: 8.7, low: 8.02, high: 9.38 } },
  count: { asked: 12, answered: 10, skipped: 1 },
  latest: [
    {
      score: 9,
      word: '<b>Lovely</b>',
      at: 1,
      channel: 'mail',
      locale: 'en',
      ticket: 'SHOP-T17',
      survey: 'satisfaction',
    },
    { score: 7, word: '', at: 1, channel: 'chat', locale: 'zh', ticket: null, survey: 'satisfaction' },
  ],
};
const LINE = {
  ...{ name: 'spring', title: { en: 'Spring', zh: '春季' }, everyDays: null, restDays: 90 },
  ...{ asked: 6, answered: 2, skipped: 0 },
};
const DETAIL: SurveyDetail = {
  ...LINE,
  results: [
    { name: 'all', ask: { en: 'All in all?' }, n: 2, type: 'score', csi: true, figure: { n: 2, sum: 17, value: null } },
    {
      ...{ name: 'found', ask: { en: 'How did you find us?' }, n: 2, type: 'choice' },
      choices: [
        { value: 'friend', label: { en: 'A friend', zh: '朋友' }, n: 2 },
        { value: 'search', label: { en: 'A search', zh: '搜索' }, n: 0 },
      ],
    },
    { name: 'word', ask: { en: 'Anything else?' }, n: 1, type: 'text', texts: ['<i>Thanks</i>'] },
  ],
  latest: [
    { at: 1, locale: 'en', contact: { key: 7, name: 'Ann', email: null }, answers: { all: 9, found: 'friend' } },
    { at: 1, locale: 'en', contact: null, answers: { all: 8, word: '<i>Thanks</i>' } },
  ],
};

const SAID: FeedbackPage = {
  ...{ next: '9-2', days: 90 },
  items: [
    {
      ...{
        key: 3,
        source: 'google',
        text: '<b>Late</b>',
        author: 'Ann',
        link: 'https://one.example/r',
        rating: 2,
        at: 9,
      },
      ...{ mood: 'negative', category: 'delivery', contact: 7 },
    },
    {
      ...{ key: 2, source: 'forum', text: '', author: null, link: null, rating: null, at: 9 },
      ...{ mood: 'neutral', category: 'other', contact: null },
    },
  ],
  counts: [
    { source: 'forum', category: 'other', mood: 'neutral', n: 3 },
    { source: 'google', category: 'delivery', mood: 'negative', n: 1 },
  ],
};

let elsewhere: (query: URLSearchParams) => FeedbackPage;
let satisfaction: Satisfaction;
let list: SurveyList;
let posted: string[];
let recipients: { sent: number; rested: number; left: number };
const fetchBefore = globalThis.fetch;
const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
const text = () => document.body.textContent ?? '';
const press = async (name: string) => {
  const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name);
  await act(async () => found?.click());
  await settle();
  await settle();
};
const show = async (survey: string | null = null) => {
  await act(async () => render(<Feedback site={SITE} survey={survey} />, document.body));
  await settle();
  // What was said elsewhere is read after the scores.
  await settle();
};

beforeEach(() => {
  prefer({ locale: 'en' });
  satisfaction = SCORES;
  elsewhere = () => SAID;
  list = { mails: true, surveys: [LINE] };
  posted = [];
  recipients = { sent: 3, rested: 1, left: 0 };
  globalThis.fetch = async (url, init) => {
    const path = String(url).replace('/console/api/', '');
    if (init?.method === 'POST') {
      posted.push(path);
      return answer({ ok: true, sent: 3, rested: 1, left: 0 });
    }
    if (path.endsWith('/recipients')) return answer(recipients);
    if (path.startsWith('satisfaction')) return answer(satisfaction);
    if (path.startsWith('feedback')) return answer(elsewhere(new URLSearchParams(path.split('?')[1])));
    return answer(path.split('/').length === 3 ? DETAIL : list);
  };
});
afterEach(() => {
  render(null, document.body);
  globalThis.fetch = fetchBefore;
});

describe('feedback', () => {
  it('tells the figure with its formula and interval, and what people said, as text', async () => {
    await show();
    expect(text()).toContain('8.7 of 10 (95 % interval 8.02 to 9.38, Student’s t)');
    expect(text()).toContain('CSI = Σ scores / n = 87 / 10, of the last 90 days');
    expect(text()).toContain('<b>Lovely</b>');
    expect(text()).toContain('without a word');
  });

  it('leads to the ticket that a score is about', async () => {
    await show();
    await press('SHOP-T17');
    expect(route.get()).toEqual({ screen: 'tickets', ticket: 17 });
  });

  it('says what will be here where nobody was asked yet', async () => {
    satisfaction = { ...SCORES, n: 0, value: null, count: { asked: 0, answered: 0, skipped: 0 }, latest: [] };
    list = { mails: true, surveys: [] };
    await show();
    expect(text()).toContain('No scores yet');
    expect(text()).toContain('surveys/NAME.json');
  });

  it('shows what was said elsewhere as text, how it was meant, about what, and leads to where and who', async () => {
    await show();
    expect(text()).toContain('4 in 90 days, 1 of them negative');
    expect(text()).toContain('NegativeDelivery2 of 10');
    expect(text()).toContain('<b>Late</b>');
    expect(text()).toContain('The words are not kept any more.');
    const link = [...document.querySelectorAll('a')].find(({ textContent }) => textContent === 'Where it was said');
    expect([link?.href, link?.rel]).toEqual(['https://one.example/r', 'noopener noreferrer']);
    await press('Open the customer');
    expect(route.get()).toEqual({ screen: 'contacts', contact: 7 });
  });

  it('narrows what was said elsewhere down to the negative, and goes on to earlier ones', async () => {
    const asked: string[] = [];
    elsewhere = (query) => {
      asked.push(String(query));
      return query.has('before')
        ? { ...SAID, items: [{ ...SAID.items[0]!, key: 1, text: 'First' }], next: null }
        : SAID;
    };
    await show();
    await press('Show earlier ones');
    expect(text()).toContain('First');
    await press('Negative');
    expect(asked).toEqual(['', 'before=9-2', 'mood=negative']);
    elsewhere = () => ({ ...SAID, items: [], next: null });
    await press('Positive');
    expect(text()).toContain('Nothing of that kind.');
  });

  it('says how feedback from elsewhere gets here while there is none', async () => {
    elsewhere = () => ({ ...SAID, items: [], next: null, counts: [] });
    await show();
    expect(text()).toContain('Nothing from elsewhere yet');
    expect(text()).toContain('solodesk import feedback FILE');
  });

  it('counts a survey question by question, and shows who answered what', async () => {
    await show('spring');
    expect(text()).toContain('too few to say (2 of at least 5 scores)');
    expect(text()).toMatch(/A friend2 · 100 %A search0 · 0 %/);
    expect(text()).toContain('Ann');
    expect(text()).toContain('Somebody who was erased');
    expect(text()).toContain('<i>Thanks</i>');
  });

  it('sends a survey only after a second press, and says how many went out', async () => {
    await show('spring');
    await press('Send this survey');
    expect(posted).toEqual([]);
    expect(text()).toContain('It goes by mail to 3 people now. Left out, as they got a survey in the last');
    await press('Send it now');
    expect(posted).toEqual(['surveys/shop/spring/send']);
    expect(text()).toContain('3 mails are on the way. Left out, as they got a survey lately: 1.');
  });

  it('has nothing to send where there is nobody to send it to', async () => {
    recipients = { sent: 0, rested: 0, left: 0 };
    await show('spring');
    await press('Send this survey');
    expect(text()).toContain('There is nobody to send it to now.');
    expect(text()).not.toContain('Send it now');
    await press('Cancel');
    expect(text()).toContain('Send this survey');
  });

  it('offers no sending where no mail can be sent', async () => {
    list = { mails: false, surveys: [LINE] };
    await show('spring');
    expect(text()).toContain('No mail can be sent');
    expect(text()).not.toContain('Send this survey');
  });

  it('reads in Chinese', async () => {
    prefer({ locale: 'zh' });
    await show('spring');
    expect(text()).toContain('春季');
    expect(text()).toContain('朋友');
  });
});
