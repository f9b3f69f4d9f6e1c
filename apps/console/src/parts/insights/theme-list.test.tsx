/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { DeskContext } from '../../state/desk.ts';
import type { SiteBrief } from '../../state/api/api.ts';
import type { InsightTheme, InsightThemes } from '../../state/api/insights-api.ts';
import { prefer } from '../../state/preferences.ts';
import { answer } from '../../testing/answer.ts';
import { FakeTickets } from '../../testing/fake-tickets.ts';
import { ThemeList } from './theme-list.tsx';
import { Toasts } from '../controls/toasts.tsx';

const SITE = { id: 'shop', name: 'Shop', locales: ['en', 'zh'] } as SiteBrief;
const theme = (id: string, name: string, change: Partial<InsightTheme> = {}): InsightTheme => ({
  ...{ id, name, foundName: name, since: '2026-11-01', words: [name], size: 9, before: 3, examples: [] },
  ...{ mood: { score: 0, negative: 1, neutral: 7, positive: 1 }, pinned: false, parts: [], fixed: null, news: null },
  ...change,
});

let themes: InsightTheme[] | null;
let categories: InsightThemes['categories'];
let asked: [path: string, body: unknown][];
let changes: number;
const fetchBefore = globalThis.fetch;
const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
const text = () => document.body.textContent ?? '';
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name);
const press = async (name: string) => {
  await act(async () => button(name)?.click());
  await settle();
};
async function show(): Promise<void> {
  const found: InsightThemes = {
    first: '2026-11-01',
    through: '2026-11-28',
    messages: 30,
    before: 9,
    none: 0,
    dropped: { empty: 2, gibberish: 1, bot: 0, duplicates: 3 },
    repeated: [{ n: 10_000, examples: [{ text: 'the <b>frobnicator</b>', conversation: 'c', elsewhere: null }] }],
    categories,
    themes,
    history: [],
  };
  await act(async () => render(<ThemeList site={SITE} found={found} onChanged={() => changes++} />, document.body));
  await settle();
}

describe('the themes', () => {
  beforeEach(() => {
    prefer({ locale: 'en' });
    themes = [theme('3.a', 'late parcel'), theme('3.b', 'refund')];
    [asked, changes, categories] = [[], 0, []];
    globalThis.fetch = (async (url: string, init?: RequestInit) => {
      asked.push([url.replace(/.*themes/, ''), init?.body === undefined ? null : JSON.parse(init.body as string)]);
      const some = [{ name: '<b>Ann</b>', conversation: 'c', mail: true, at: 1 }];
      const news = { id: 'n-1', state: 'planned', dueAt: 5, people: 2 };
      return answer(url.includes('/raised') ? { people: 2, byMail: 1, some } : { news });
    }) as typeof fetch;
  });
  afterEach(() => {
    render(null, document.body);
    globalThis.fetch = fetchBefore;
  });

  it('tell what was left out, and name what is in none by the usual categories, before there are any', async () => {
    const example = { text: '<i>where is it</i>', conversation: 'c', elsewhere: null };
    categories = [{ category: 'delivery', n: 1, negative: 1, neutral: 0, positive: 0, examples: [example] }];
    themes = null;
    await show();
    expect(text()).toContain('Left out: 2 without words, 1 that says nothing.');
    expect(text()).toContain('Repeats of a message: 3');
    expect(text()).toMatch(/In the same words again and again10,?000 messagesthe <b>frobnicator<\/b>/);
    expect(text()).toContain('Too few to say');
    expect(text()).toContain('By the usual categories');
    expect(text()).toContain('Delivery1 message');
    expect(text()).toContain('<i>where is it</i>');
    prefer({ locale: 'zh' });
    await show();
    expect(text()).toContain('未计入：2 条没有文字，1 条没有意义。');
    expect(text()).toContain('物流');
  });

  it('are pinned, renamed and merged, and shown anew after each', async () => {
    await show();
    await press('Pin');
    await press('Rename');
    const field = document.querySelector('input')!;
    await act(async () => {
      field.value = ' Couriers ';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press('Save');
    await press('Merge');
    const choice = document.querySelector('select')!;
    expect([...choice.options].map(({ textContent }) => textContent)).toEqual(['Choose a theme', 'refund']);
    await act(async () => {
      choice.value = '3.b';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await settle();
    expect(asked).toEqual([
      ['/mark', { theme: '3.a', pinned: true }],
      ['/mark', { theme: '3.a', name: 'Couriers' }],
      ['/mark', { theme: '3.a', mergedInto: '3.b' }],
    ]);
    expect(changes).toBe(3);
  });

  it.each(['<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', '</option><script>alert(1)</script>', '{{7*7}}'])(
    'are text by whatever name they go, were found, and are merged: %j',
    async (name) => {
      const elsewhere = { source: name, author: name, link: null, contact: null };
      const examples = [{ text: name, conversation: null, elsewhere }];
      themes = [
        theme('3.a', name, { foundName: `${name} found`, words: [name], examples, pinned: true }),
        theme('3.b', `${name} too`),
      ];
      await show();
      await press('Rename');
      expect(document.querySelector('input')?.value).toBe(name);
      await press('Cancel');
      await press('Merge');
      expect([...document.querySelectorAll('option')].at(-1)?.textContent).toBe(`${name} too`);
      expect(text()).toContain(name);
      expect(document.querySelector('img, script, svg[onload]')).toBeNull();
    },
  );

  it('are marked as fixed after a look at who hears of it and what', async () => {
    await show();
    await press('Mark as fixed');
    expect(text()).toContain('2 people raised it and have not heard of it');
    expect(text()).toContain('<b>Ann</b> (also by mail)');
    expect(document.querySelector('textarea')?.placeholder).toBe('It is fixed: late parcel');
    expect(document.querySelectorAll('textarea')[1]?.placeholder).toBe('问题已解决：late parcel');
    await press('It is fixed: tell 2 people');
    expect(asked.at(-1)).toEqual(['/tell', { theme: '3.a', text: {} }]);
    expect(changes).toBe(1);
  });

  it('say that what was fixed came back, what is counted in them, and who was told, with the ways back', async () => {
    themes = [
      theme('3.a', 'late parcel', {
        ...{ pinned: true, fixed: { at: 1_764_000_000_000, since: 3 }, parts: [{ id: '3.c', name: 'lost parcel' }] },
        news: { id: 'n-1', state: 'told', dueAt: 5, people: 1 },
      }),
      theme('3.b', 'refund', { size: 0, news: { id: 'n-2', state: 'planned', dueAt: 5, people: 0 } }),
    ];
    await show();
    for (const words of ['pinned', 'came back', '3 messages were about it since', '1 person was told that it is fixed'])
      expect(text()).toContain(words);
    expect(text()).toContain('nobody spoke of it in these four weeks');
    await press('Take it apart');
    expect(asked.at(-1)).toEqual(['/mark', { theme: '3.c', mergedInto: null }]);
    await press('Undo');
    expect(asked.at(-1)).toEqual(['/untell', { theme: '3.b', id: 'n-2' }]);
  });

  it('are as they were before when a change is taken back, and no file is spoken of', async () => {
    await show();
    const toasts = document.body.appendChild(document.createElement('div'));
    await act(async () =>
      render(
        <DeskContext.Provider value={new FakeTickets().client}>
          <Toasts />
        </DeskContext.Provider>,
        toasts,
      ),
    );
    await press('Pin');
    await act(async () => [...toasts.querySelectorAll('button')].find((one) => one.textContent === 'Undo')?.click());
    await settle();
    expect(asked.at(-1)).toEqual(['/mark', { theme: '3.a', pinned: false }]);
    expect(toasts.textContent).toContain('It is as it was before.');
    expect(toasts.textContent).not.toContain('file');
    await act(async () => render(null, toasts));
  });
});
