/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { OwnerClient } from '@solodesk/client/owner';
import { Toasts } from '../parts/controls/toasts.tsx';
import type { SiteBrief } from '../state/api/api.ts';
import { DeskContext } from '../state/desk.ts';
import type { FaqList, QuestionGroup, Unanswered as UnansweredData } from '../state/api/faq-api.ts';
import { answer } from '../testing/answer.ts';
import { prefer } from '../state/preferences.ts';
import { Unanswered } from './unanswered.tsx';
import '../testing/nothing-resizes.ts';

const SITE = { id: 'shop', name: 'Shop' } as SiteBrief;
const subscribe = () => () => undefined;
const client = { get: () => ({ notices: [] }), subscribe, onChanged: subscribe } as unknown as OwnerClient;
const group = (id: number, count: number, text: string, more: Partial<QuestionGroup> = {}): QuestionGroup => ({
  id,
  count,
  searched: 0,
  lastAt: Date.now() - id * 3_600_000,
  wordings: [{ text, locale: 'en', times: count, lastAt: 1, conversation: 'c', seq: 1 }],
  keys: [id, id + 100],
  nearest: [{ intent: 'returns.period', question: {}, confidence: 0.416 }],
  answered: false,
  ...more,
});
const LIST = {
  faqs: [{ intent: 'returns.period', category: 'returns', question: { en: 'How long?', zh: '多久？' }, phrasings: {} }],
  locales: ['en', 'zh'],
  categories: ['returns'],
} as unknown as FaqList;

let data: UnansweredData;
let posted: [string, unknown][];
let refuse: boolean;
const fetchBefore = globalThis.fetch;

/** Lets what was asked of the server be answered and drawn. */
const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
async function open(): Promise<void> {
  await act(async () =>
    render(
      <DeskContext.Provider value={client}>
        <Unanswered site={SITE} />
        <Toasts />
      </DeskContext.Provider>,
      document.body,
    ),
  );
  await settle();
}
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const titles = () => all('.group-title').map((each) => each.textContent);
async function press(label: string, within = 'button'): Promise<void> {
  const button = all(within).find((each) => each.textContent === label);
  if (!button) throw new Error(`there is no button "${label}"`);
  await act(async () => button.click());
  await settle();
}

describe('the unanswered questions', () => {
  beforeEach(() => {
    prefer({ locale: 'en' });
    posted = [];
    refuse = false;
    data = { groups: [group(1, 2, 'dogs?'), group(3, 14, 'back <b>when</b>?')], questions: 16, more: false };
    globalThis.fetch = (async (url: string, init?: RequestInit) => {
      if (init?.method === 'POST') {
        posted.push([url, JSON.parse(String(init.body))]);
        if (refuse) return answer({ error: { kind: 'unavailable', message: 'no' } }, 503);
      }
      if (url.endsWith('/check')) return answer({ check: 'c' });
      if (url.includes('/check/')) return answer({ state: 'done', verdict: null });
      if (url.endsWith('/save')) return answer({ ok: true, undo: 'u' });
      return answer(url.includes('/faqs/') ? LIST : url.endsWith('/count') ? { count: 16 } : data);
    }) as typeof fetch;
  });
  afterEach(() => {
    render(null, document.body);
    globalThis.fetch = fetchBefore;
  });

  it('come most asked first, or newest, as the text that they are', async () => {
    await open();
    expect(titles()).toEqual(['back <b>when</b>?', 'dogs?']);
    expect(document.querySelector('.group-title b')).toBeNull();
    expect(all('.group-facts')[0]?.textContent).toBe('asked 14 timeslast 3 h agonearest: How long? (41 %)');
    await press('Newest');
    expect(titles()).toEqual(['dogs?', 'back <b>when</b>?']);
  });

  it('say what was searched for in the help centre, which no conversation can be read of', async () => {
    const searched = { ...group(1, 1, 'gift <i>wrap</i>').wordings[0]!, conversation: null, seq: 0 };
    const asked = { ...searched, text: 'wrapping?', conversation: 'c', seq: 1 };
    data = {
      ...data,
      groups: [
        group(1, 3, '', { searched: 2, wordings: [searched, asked] }),
        group(2, 1, '', { searched: 1, wordings: [searched] }),
      ],
    };
    await open();
    expect(all('.group-facts').map((facts) => facts.children[1]?.textContent)).toEqual([
      '2 of them searched in the help centre',
      'searched in the help centre',
    ]);
    expect(titles()[0]).toBe('gift <i>wrap</i>');
    expect(all('.group-title button')).toEqual([]);
    expect(all('button.wording').map((each) => each.textContent)).toEqual(['wrapping?']);
  });

  it('are ignored at once, and come back with undo', async () => {
    await open();
    await press('Ignore', '.group:first-child button');
    expect(titles()).toEqual(['dogs?']);
    expect(posted).toEqual([['/console/api/unanswered/shop/status', { keys: [3, 103], status: 'ignored' }]]);
    expect(document.body.textContent).toContain('14 questions are ignored.');
    await press('Undo');
    expect(posted[1]).toEqual(['/console/api/unanswered/shop/status', { keys: [3, 103], status: 'open' }]);
    expect(titles()).toHaveLength(2);
  });

  it('for which there is no FAQ are left to a person, by a change that is checked, told and can be undone', async () => {
    const both = ['dogs?', '能带狗吗'].map((text) => ({ ...group(1, 1, text).wordings[0]!, text }));
    data = { ...data, groups: [group(1, 2, '', { wordings: both })] };
    await open();
    await press('No FAQ is for this');
    expect(document.activeElement?.textContent).toContain('“Ignore” teaches it nothing.');
    await press('Teach it');
    const change = { kind: 'add_out_of_scope', sentences: { en: ['dogs?'], zh: ['能带狗吗'] } };
    expect(posted).toEqual([
      ['/console/api/faqs/shop/check', { change }],
      ['/console/api/faqs/shop/save', { change, keys: [1, 101] }],
    ]);
    expect(document.body.textContent).toContain('Saved. The bot leaves this, and what is like it, to you.');
    await press('Undo');
    expect(posted[2]).toEqual(['/console/api/faqs/shop/undo', { undo: 'u' }]);
  });

  it('are not left to a person where an FAQ has the sentence, which is told with its name; what was typed stays', async () => {
    await open();
    await press('No FAQ is for this', '.group:first-child button');
    const input = document.querySelector<HTMLInputElement>('.picker-sentence input[type=text]')!;
    const write = (text: string) =>
      act(async () => {
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
    const teach = () => document.querySelector<HTMLButtonElement>('.picker .button-primary')!;
    await write('how LONG');
    expect(document.querySelector('[role=alert]')?.textContent).toContain('“how LONG” is an example of “How long?”');
    expect(teach().disabled).toBe(true);
    expect(input.value).toBe('how LONG');
    await write(' ');
    expect([teach().disabled, teach().textContent]).toEqual([true, 'Choose at least one sentence.']);
    await write('may my dog come in');
    expect(document.querySelector('[role=alert]')).toBeNull();
    expect(teach().disabled).toBe(false);
    await press('Cancel');
    expect([titles().length, posted.filter(([url]) => url.endsWith('/save'))]).toEqual([2, []]);
  });

  it('stay when the server does not take it, and say so', async () => {
    refuse = true;
    await open();
    await press('Ignore', '.group:first-child button');
    expect(titles()).toHaveLength(2);
    expect(document.body.textContent).toContain('That did not work.');
  });

  it('say when nothing comes near, and when the bot knows it by now', async () => {
    const far = [{ intent: 'returns.period', question: {}, confidence: 0.02 }];
    const unlikely = [{ intent: 'returns.period', question: {}, confidence: 0.35 }];
    data = {
      ...data,
      groups: [
        group(1, 1, 'a', { nearest: far }),
        group(2, 1, 'b', { answered: true }),
        group(3, 1, 'c', { nearest: unlikely }),
        group(4, 1, 'd'),
      ],
    };
    await open();
    const facts = all('.group-facts').map((each) => each.textContent);
    expect(facts[0]).toContain('no FAQ comes near');
    expect(facts[1]).toContain('answered by now');
    expect(facts[2]).toContain('nearest: How long? (35 %)');
    expect(all('.group .button-primary').map((each) => each.textContent)).toEqual([
      'Write a new answer',
      'Mark as done',
      'Write a new answer',
      'Add to an FAQ',
    ]);
  });

  it('are none with pleasure', async () => {
    data = { groups: [], questions: 0, more: false };
    await open();
    expect(document.body.textContent).toContain('Everything was answered');
  });
});
