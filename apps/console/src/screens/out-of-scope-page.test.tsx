/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { OwnerClient } from '@solodesk/client/owner';
import { Toasts } from '../parts/controls/toasts.tsx';
import type { SiteBrief } from '../state/api/api.ts';
import { DeskContext } from '../state/desk.ts';
import type { FaqList } from '../state/api/faq-api.ts';
import { prefer } from '../state/preferences.ts';
import { go, route } from '../state/route.ts';
import { answer } from '../testing/answer.ts';
import { Faqs } from './faqs.tsx';
import '../testing/nothing-resizes.ts';

const SITE = { id: 'shop', name: 'Shop' } as SiteBrief;
const subscribe = () => () => undefined;
const client = { get: () => ({ notices: [] }), subscribe, onChanged: subscribe } as unknown as OwnerClient;
const FILE = 'shop/faq/out-of-scope.json';
const listOf = (outOfScope: FaqList['outOfScope']): FaqList => ({
  faqs: [
    {
      ...{ intent: 'returns.period', category: 'returns', file: 'shop/faq/returns.json', line: 1, version: 'f' },
      question: { en: 'How long?', zh: '多久？' },
      phrasings: { en: ['return window'], zh: [] },
      answer: { en: { text: '30 days.', links: [], quickReplies: [] } },
      ...{ followUp: null, votes: { yes: 0, no: 0 }, toDo: null, tests: 0, failing: [], findings: [] },
    },
  ],
  locales: ['en', 'zh'],
  categories: ['returns'],
  articles: [],
  categoryNames: {},
  outOfScope,
});
const ROW = { file: FILE, version: 'v1', sentences: { en: ['are you hiring', 'do you repair bikes'], zh: ['招人吗'] } };

let list: FaqList;
let posted: [string, unknown][];
let conflict: boolean;
const fetchBefore = globalThis.fetch;

const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
async function open(edit: string | null = '-'): Promise<void> {
  go({ screen: 'faqs', edit });
  await act(async () =>
    render(
      <DeskContext.Provider value={client}>
        <Faqs site={SITE} edit={edit} />
        <Toasts />
      </DeskContext.Provider>,
      document.body,
    ),
  );
  await settle();
}
const fields = () => [...document.querySelectorAll('textarea')];
const english = () => fields()[0]!;
const write = (text: string, field = english()) =>
  act(async () => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
const button = (label: string) => {
  const found = [...document.querySelectorAll('button')].find((each) => each.textContent === label);
  if (!found) throw new Error(`there is no button "${label}"`);
  return found;
};
async function press(label: string): Promise<void> {
  await act(async () => button(label).click());
  await settle();
}
const changes = () =>
  posted.filter(([url]) => url.endsWith('/save')).map(([, body]) => (body as { change: object }).change);
const alertText = () => document.querySelector('[role=alert]')?.textContent ?? null;

describe('what no FAQ answers', () => {
  beforeEach(() => {
    prefer({ locale: 'en' });
    sessionStorage.clear();
    posted = [];
    conflict = false;
    // jsdom has no layout.
    Object.assign(globalThis, {
      matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
    });
    list = listOf([ROW]);
    globalThis.fetch = (async (url: string, init?: RequestInit) => {
      if (init?.method === 'POST') posted.push([url, JSON.parse(String(init.body))]);
      if (url.endsWith('/check')) {
        return conflict ? answer({ error: { kind: 'conflict', message: 'changed' } }, 409) : answer({ check: 'c' });
      }
      if (url.includes('/check/')) return answer({ state: 'done', verdict: null });
      if (url.endsWith('/save')) return answer({ ok: true, undo: 'u' });
      return answer(url.includes('/faqs/') ? list : url.includes('/quality/') ? { state: 'failed', budget: 3 } : {});
    }) as typeof fetch;
  });
  afterEach(() => {
    render(null, document.body);
    globalThis.fetch = fetchBefore;
  });

  it('is counted in the list of FAQs, which leads there', async () => {
    await open(null);
    await press('Not answered: 3');
    expect(route.get()).toEqual({ screen: 'faqs', edit: '-' });
  });

  it('stands a line each, by language; a line less and one more are one change of what was read', async () => {
    await open();
    expect(document.activeElement?.textContent).toBe('Not answered');
    expect(fields().map(({ value, lang }) => [lang, value])).toEqual([
      ['en', 'are you hiring\ndo you repair bikes'],
      ['zh', '招人吗'],
    ]);
    expect(button('Save').disabled).toBe(true);
    await write('are you hiring\n\n who made your logo ');
    expect(document.body.textContent).toContain('English: 2 sentences');
    await press('Save');
    const sentences = { en: ['are you hiring', 'who made your logo'], zh: ['招人吗'] };
    expect(changes()).toEqual([{ kind: 'set_out_of_scope', file: FILE, version: 'v1', sentences }]);
    expect(route.get()).toEqual({ screen: 'faqs', edit: null });
  });

  it('begins with nothing, where no file says anything', async () => {
    list = listOf([]);
    await open();
    expect(fields().map(({ value }) => value)).toEqual(['', '']);
    await write('are you hiring');
    await press('Save');
    const sentences = { en: ['are you hiring'], zh: [] };
    expect(changes()).toEqual([{ kind: 'set_out_of_scope', file: null, version: '', sentences }]);
  });

  it.each([
    ['an example', 'Return window!', '“Return window!” is an example of “How long?”'],
    ['too long', 'x'.repeat(501), 'A sentence may have 500 characters, and “xxx'],
    ['too many', Array.from({ length: 501 }, (_, n) => `n ${n}`).join('\n'), 'these are 501'],
  ])('tells at its field what cannot be one, saves nothing and loses nothing: %s', async (_, text, told) => {
    await open();
    await write(text);
    expect(alertText()).toContain(told);
    expect(english().getAttribute('aria-invalid')).toBe('true');
    expect(button('Save').disabled).toBe(true);
    expect(english().value).toBe(text);
    await write('fine');
    expect([alertText(), button('Save').disabled]).toEqual([null, false]);
  });

  it('may hold what an FAQ has if its file says so already: only what is new is told', async () => {
    list = listOf([{ ...ROW, sentences: { en: ['return window'] } }]);
    await open();
    await write('return window\nare you hiring');
    expect([alertText(), button('Save').disabled]).toEqual([null, false]);
  });

  it('is kept when the page is left without saving or loaded again, and given up by Cancel', async () => {
    await open();
    await write('half a sen');
    render(null, document.body);
    await open();
    expect(english().value).toBe('half a sen');
    await press('Cancel');
    render(null, document.body);
    await open();
    expect(english().value).toBe('are you hiring\ndo you repair bikes');
  });

  it('that somebody changed meanwhile is a conflict: theirs is taken, or mine is written over it', async () => {
    await open();
    await write('mine');
    conflict = true;
    await press('Save');
    expect(alertText()).toContain('was changed in its file in the meantime');
    expect(english().value).toBe('mine');
    list = listOf([{ ...ROW, version: 'v2', sentences: { en: ['theirs'] } }]);
    conflict = false;
    await press('Keep mine, and write it over the newer one');
    expect(changes()).toMatchObject([{ version: 'v2', sentences: { en: ['mine'] } }]);

    render(null, document.body);
    await open();
    await write('mine again');
    conflict = true;
    await press('Save');
    await press('Drop mine, and take what the file says now');
    expect(fields().map(({ value }) => value)).toEqual(['theirs', '']);
  });

  it('of several files is shown by file, each to be changed by itself', async () => {
    list = listOf([ROW, { file: 'shop/faq/b.json', version: 'v9', sentences: { en: ['b'] } }]);
    await open();
    expect([...document.querySelectorAll('h2')].map((each) => each.textContent)).toEqual([FILE, 'shop/faq/b.json']);
    await write('b\nc', fields()[2]!);
    await act(async () => [...document.querySelectorAll<HTMLButtonElement>('.button-primary')][1]!.click());
    await settle();
    const sentences = { en: ['b', 'c'], zh: [] };
    expect(changes()).toEqual([{ kind: 'set_out_of_scope', file: 'shop/faq/b.json', version: 'v9', sentences }]);
  });
});
