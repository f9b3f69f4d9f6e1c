/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { SiteBrief } from '../state/api/api.ts';
import type { InsightFigure, InsightView } from '../state/api/insights-api.ts';
import { prefer } from '../state/preferences.ts';
import { answer } from '../testing/answer.ts';
import { Insights } from './insights.tsx';

const SITE = { id: 'shop', name: 'Shop', locales: ['en', 'zh'] } as SiteBrief;
const figure = (value: number | null, change: Partial<InsightFigure> = {}): InsightFigure => ({
  ...{ n: value === null ? 3 : 86, inputs: { S: 86, E: 97, N: 17 }, lack: value === null ? 'few' : null, caveats: {} },
  estimate: value === null ? null : { value, low: value * 0.9, high: value * 1.1 },
  ...change,
});
const FIGURES = {
  ...{ period: '2026-11', first: '2026-11-01', last: '2026-11-30', through: '2026-11-26', csi: figure(null) },
  feedback: {
    ...{ n: 9, negative: 6, neutral: 1, positive: 2 },
    categories: [
      { category: 'delivery', n: 6, negative: 6, neutral: 0, positive: 0 },
      { category: 'praise', n: 3, negative: 0, neutral: 1, positive: 2 },
    ],
    sources: [{ source: 'google', n: 9, negative: 6, neutral: 1, positive: 2, rating: figure(4.25) }],
  },
  counts: { visitors: 40, messages: 90, started: 30, answered: 29, ended: 28, solved: 20 },
  ...{ rule: { days: 60, gaps: 12 }, crr: figure(0.8, { caveats: { came_back: 2 } }), churn: figure(0.2) },
  cac: [{ channel: null, currency: 'EUR', won: 9, figure: figure(4_235, { inputs: { spend: 38_115, N: 9 } }) }],
  ...{ kpis: { ownerFirstMedian: figure(90_000) }, customers: { won: [], lost: [] } },
};
const VIEW: InsightView = {
  ...{
    pending: null,
    lastDay: '2026-11-26',
    earlier: '2026-10',
    later: null,
    figures: FIGURES,
    before: null,
    version: 1,
    madeAt: 1,
  },
  history: [
    { period: '2026-10', csi: { value: 8.2, low: 7.9, high: 8.5 }, containment: { value: 0.4, low: 0.3, high: 0.5 } },
    { period: '2026-11', csi: { value: 8.6, low: 8.1, high: 9.1 }, containment: null },
  ],
  load: { from: '2026-11-27', weeks: 4, hours: Array.from({ length: 336 }, () => [1.25, 0, 4]) },
  segments: { currency: 'EUR', customers: 4, segments: [{ segment: 'loyal', size: 3, customers: [] }] },
  cohorts: { until: '2026-10', cohorts: [{ month: '2026-09', size: 10, active: [10, 4] }] },
  groups: {
    channels: [
      { group: 'google', figures: { crr: figure(0.9), csi: figure(null) }, talks: [], lost: [] },
      { group: 'direct', figures: { crr: figure(0.7) }, talks: [], lost: [] },
    ],
    cohorts: [
      {
        ...{ group: '2026-03', figures: { crr: figure(0.75) }, talks: [], lost: [], won: [7] },
        cac: [{ currency: 'EUR', won: 7, figure: figure(1_900) }],
      },
    ],
  },
  products: {
    ...{ first: '2026-10-30', through: '2026-11-26', messages: 8 },
    products: [
      {
        ...{ id: 'shirt', names: { en: 'Linen <shirt>', zh: '亚麻衬衫' }, n: 8 },
        ...{ mood: { negative: 3, neutral: 4, positive: 1 }, themes: [{ id: '3.a', name: 'late parcel', n: 2 }] },
        asked: [
          { fact: 'material', n: 3, unanswered: 2, isLacking: true, examples: [] },
          { fact: 'price', n: 1, unanswered: 0, isLacking: false, examples: [] },
        ],
        unanswered: { n: 2, examples: [{ text: 'what <b>fabric</b> is it', conversation: 'c-9', elsewhere: null }] },
      },
    ],
  },
  themes: {
    ...{ first: '2026-10-30', through: '2026-11-26', messages: 120, before: 100, none: 4, history: [] },
    dropped: { empty: 0, gibberish: 0, bot: 0, duplicates: 0 },
    repeated: [],
    categories: [],
    themes: [
      {
        ...{
          id: '3.a',
          since: '2026-11-01',
          foundName: 'late parcel',
          pinned: false,
          parts: [],
          fixed: null,
          news: null,
        },
        ...{ name: 'late parcel', words: ['parcel', 'late', 'courier'], size: 60, before: 20 },
        mood: { score: -0.6, negative: 45, neutral: 10, positive: 5 },
        examples: [
          { text: 'where is <b>my parcel</b>', conversation: 'c-1', elsewhere: null },
          { text: 'late again', conversation: null, elsewhere: null },
          {
            ...{ text: 'a week late', conversation: null },
            elsewhere: { source: 'google', author: 'Mia', link: 'https://reviews.example/1', contact: 7 },
          },
        ],
      },
      {
        ...{
          id: '3.b',
          since: '2026-11-01',
          foundName: 'vase colours',
          pinned: false,
          parts: [],
          fixed: null,
          news: null,
        },
        ...{ name: 'vase colours', words: ['vase', 'colours'], size: 56, before: 60 },
        ...{ mood: { score: 0.4, negative: 2, neutral: 30, positive: 24 }, examples: [] },
      },
    ],
  },
};

const LINE = {
  ...{ key: 1, source: 'google', text: '<i>late</i> again', author: null, link: 'https://reviews.example/1' },
  ...{ rating: 2, at: 1_700_000_000_000, mood: 'negative', category: 'delivery', contact: null },
};
let view: InsightView;
let asked: string[];
const fetchBefore = globalThis.fetch;
const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
const text = () => document.body.textContent ?? '';
const press = async (name: string) => {
  const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name);
  await act(async () => found?.click());
  await settle();
};
async function show(): Promise<void> {
  await act(async () => render(<Insights site={SITE} />, document.body));
  await settle();
}

describe('the insights', () => {
  beforeEach(() => {
    prefer({ locale: 'en' });
    [view, asked] = [VIEW, []];
    globalThis.fetch = (async (url: string, init?: RequestInit) => {
      asked.push(`${init?.method ?? 'GET'} ${url}`);
      const rows = [{ conversation: null, contact: 7, name: '<b>Ann</b>', day: null, value: null, holds: false }];
      if (url.includes('/feedback')) return answer({ items: [LINE] });
      return answer(url.includes('/rows') ? { rows } : url.endsWith('/run') ? { ok: true } : view);
    }) as typeof fetch;
  });
  afterEach(() => {
    render(null, document.body);
    globalThis.fetch = fetchBefore;
  });

  it('show figures with their intervals, and say where there are too few', async () => {
    await show();
    expect(text()).toContain('Customers kept (CRR)80.0 %95 % interval 72.0 % to 88.0 %');
    expect(text()).toContain('Satisfaction (CSI)too few to say (3 of at least 5)');
    expect(text()).toContain('Cost of a new customer (CAC)€42.35');
    expect(text()).toContain('Your first word, half within1.5 min');
    expect(text()).toContain('so far, up to 2026-11-26; it ends on 2026-11-30');
    expect(text()).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('fold what has nothing to go by, with what it needs, and say so where that is all', async () => {
    const none = { n: 0, inputs: {}, estimate: null, lack: 'nothing' as const, caveats: {} };
    view = { ...VIEW, figures: { ...FIGURES, kpis: { promiseKept: none }, csi: none } };
    await show();
    expect(text()).toContain('2 figures have nothing to go by yet');
    expect(text()).toContain('after a conversation ends, people are asked how it was');
    expect(document.querySelector<HTMLDetailsElement>('.insight-lacking')?.open).toBe(false);
    expect(text()).not.toContain('What they feel');
    view = { ...view, figures: { ...view.figures!, crr: none, churn: none, cac: [] } };
    await act(async () => render(null, document.body));
    await show();
    expect(text()).toContain('the first ones stand here the morning after');
    expect(document.querySelector<HTMLDetailsElement>('.insight-lacking')?.open).toBe(true);
  });

  it('open a figure into its formula, what stands in it, its caveats and its rows', async () => {
    await show();
    expect(text()).toContain('CRR = (E − N) / S × 100 %');
    expect(text()).toContain('S = 86 (customers at the start)');
    expect(text()).toContain('2 customers came back after being lost');
    expect(text()).toContain(
      'A customer is lost after 60 days without an order or a chat (three times the usual gap, from 12 gaps',
    );
    const crr = [...document.querySelectorAll('details')].find((each) => each.textContent?.includes('CRR'));
    await act(async () => crr?.querySelector('button')?.click());
    await settle();
    expect(asked.at(-1)).toContain('/insights/shop/rows?period=2026-11&figure=crr');
    expect(crr?.querySelector('li')?.textContent).toBe('<b>Ann</b>');
  });

  it('open a figure into channels and cohorts, each with what stands in it and its own rows', async () => {
    await show();
    const crr = [...document.querySelectorAll('details')].find((each) => each.textContent?.includes('CRR'));
    expect(crr?.textContent).toContain(
      'By the channel by which people camegoogle90.0 %95 % interval 81.0 % to 99.0 % · S = 86, E = 97, N = 17Rows',
    );
    expect(crr?.textContent).toContain('By the month in which they became customers2026-0375.0 %');
    await act(async () => crr?.querySelector<HTMLButtonElement>('[aria-label="Rows of google"]')?.click());
    await settle();
    expect(asked.at(-1)).toContain('/insights/shop/rows?period=2026-11&figure=crr&channel=google');
    const csi = [...document.querySelectorAll('details')].find((each) => each.textContent?.includes('(CSI)'));
    expect(csi?.textContent).toContain('googletoo few to say');
    expect(csi?.textContent).not.toContain('direct');
  });

  it('tell what a customer of a month cost, with who was won in it', async () => {
    await show();
    const cac = [...document.querySelectorAll('details')].find((each) => each.textContent?.includes('(CAC)'));
    expect(cac?.textContent).toContain('By the month in which they became customers2026-03€19.00');
    await act(async () => cac?.querySelector<HTMLButtonElement>('[aria-label="Rows of 2026-03"]')?.click());
    await settle();
    expect(asked.at(-1)).toContain('/insights/shop/rows?period=2026-11&figure=cac&cohort=2026-03');
  });

  it('go to the time before, and to another length of time', async () => {
    await show();
    await press('‹ Earlier');
    expect(asked.at(-1)).toContain('kind=week&period=2026-10');
    await press('Quarter');
    expect(asked.at(-1)).toMatch(/kind=quarter$/);
  });

  it('tell a reader who sees no colours what each cell says', async () => {
    await show();
    expect(text()).toContain('1.3 messages expected (0 to 4)');
    expect(document.querySelector('[title="Of 10 of 2026-09, 4 ordered 1 months later"]')).not.toBeNull();
  });

  it('say that an import waits to be worked through, with the button, and then that it is', async () => {
    view = { ...VIEW, pending: 'waits' };
    await show();
    expect(text()).toContain('An import has changed what these figures are made of.');
    view = { ...VIEW, pending: 'working' };
    await press('Work it through now');
    await settle();
    expect(asked).toContain('POST /console/api/insights/shop/run');
    expect(text()).toContain('New data is being worked through.');
    expect(text()).not.toContain('Work it through now');
  });

  it('begin with a button where nothing was found yet, in Chinese too', async () => {
    prefer({ locale: 'zh' });
    view = { ...VIEW, lastDay: null, figures: null, load: null, segments: null, cohorts: null };
    await show();
    expect(text()).toContain('还没有数字');
    await press('现在计算');
    expect(asked).toContain('POST /console/api/insights/shop/run');
  });

  it('tells what messages are about, against the time before, and quotes some as text', async () => {
    await show();
    expect(text()).toContain('What they talk about');
    expect(text()).toContain('3.0 × the four weeks before');
    expect(text()).toContain('as in the four weeks before');
    expect(document.querySelector('.theme-mood')?.getAttribute('aria-label')).toBe(
      '45 negative, 10 neutral, 5 positive',
    );
    expect(document.querySelector('.theme-examples q')?.textContent).toBe('where is <b>my parcel</b>');
    await press('Open the conversation');
    expect(location.hash).toContain('c-1');
  });

  it('says of what was said elsewhere where that was and by whom, and leads there', async () => {
    await show();
    expect(text()).toContain('a week late google · Mia · ');
    expect(document.querySelector('.theme-elsewhere a')?.getAttribute('href')).toBe('https://reviews.example/1');
    await press('Mia');
    expect(location.hash).toBe('#/contacts/7');
    await press('google');
    expect(location.hash).toBe('#/feedback');
  });

  it('count what was said elsewhere by what it is about and where, and open into what was said', async () => {
    view = {
      ...VIEW,
      before: { ...FIGURES, feedback: { ...FIGURES.feedback, categories: [] } },
    };
    await show();
    expect(text()).toContain('9 reviews and posts in this time, 6 of them negative');
    expect(text()).toContain('Delivery6before 0');
    expect(text()).toContain('google94.3 on average, 86 ratings, 95 % interval 3.8 to 4.7');
    const delivery = [...document.querySelectorAll('details')].find((each) => each.textContent?.startsWith('Delivery'));
    await act(async () => {
      delivery!.open = true;
      delivery!.dispatchEvent(new Event('toggle'));
    });
    await settle();
    expect(asked.at(-1)).toContain('/insights/shop/feedback?period=2026-11&category=delivery');
    expect(delivery?.querySelector('q')?.textContent).toBe('<i>late</i> again');
    expect(delivery?.textContent).toContain('5 more, or erased since.');
  });

  it('tell product by product what is asked in vain and what the description lacks', async () => {
    await show();
    expect(text()).toContain('8 messages name a product');
    expect(text()).toContain('Linen <shirt> its description lacks: material8 messages');
    expect(text()).toContain('Asked for: material, 3 ×, 2 without an answer not in the catalogue');
    expect(text()).toContain('Asked for: price, 1 ×');
    expect(text()).toContain('Themes: late parcel (2)');
    expect(text()).toContain('“what <b>fabric</b> is it”'.slice(1, -1));
  });

  it('says where there are too few messages for themes', async () => {
    view = { ...VIEW, themes: { ...VIEW.themes!, themes: null } };
    await show();
    expect(text()).toContain('Too few to say: themes are looked for');
  });
});
