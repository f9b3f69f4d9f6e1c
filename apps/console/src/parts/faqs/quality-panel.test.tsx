/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { DeskContext } from '../../state/desk.ts';
import type { QualityFigures, QualityState } from '../../state/api/faq-api.ts';
import { answer } from '../../testing/answer.ts';
import { FakeTickets } from '../../testing/fake-tickets.ts';
import { prefer } from '../../state/preferences.ts';
import { QualityPanel } from './quality-panel.tsx';
import { Toasts } from '../controls/toasts.tsx';
import '../../testing/nothing-resizes.ts';

const answering = (change: Partial<QualityFigures>): QualityFigures => ({
  asked: 500,
  coverage: 0.74,
  answers: 412,
  wrongShare: 0.0214,
  interval: { low: 0.011, high: 0.041 },
  ...change,
});
const done = (now: QualityFigures): QualityState => ({
  state: 'done',
  budget: 3,
  result: {
    now,
    budgets: [1, 2, 3, 5, 10].map((budget) => ({ budget, ...answering({ coverage: budget / 10 }) })),
    confusions: [],
  },
});
let posted: unknown[];
let changes: number;
const fetchBefore = globalThis.fetch;
const show = (state: QualityState | null) =>
  void act(() =>
    render(
      <DeskContext.Provider value={new FakeTickets().client}>
        <QualityPanel site="shop" state={state} onChanged={() => (changes += 1)} />
        <Toasts />
      </DeskContext.Provider>,
      document.body,
    ),
  );
const onPhone = (matches: boolean) => {
  globalThis.matchMedia = () => ({ matches, addEventListener: () => {}, removeEventListener: () => {} }) as never;
};
const radio = (budget: number) =>
  document.querySelector<HTMLInputElement>(`.budgets input[aria-label^="at most ${budget} wrong"]`)!;
const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
const text = () => document.body.textContent ?? '';

describe('how well the bot answers', () => {
  beforeEach(() => {
    prefer({ locale: 'en' });
    onPhone(false);
    posted = [];
    changes = 0;
    globalThis.fetch = (async (_url: string, init?: RequestInit) => {
      posted.push(JSON.parse(String(init?.body)));
      return answer({});
    }) as typeof fetch;
  });
  afterEach(() => {
    render(null, document.body);
    globalThis.fetch = fetchBefore;
  });

  it('is one sentence with its n and its interval', () => {
    show(done(answering({})));
    expect(text()).toContain(
      'Estimated for what visitors ask: answers 74 % of all questions; of these answers 2.1 % are wrong',
    );
    expect(text()).toContain('(n = 412, 95 % interval 1.1 to 4.1 %)');
  });

  it('says first that it is an estimate, and as plainly what became of the phrasings alone, in English and Chinese', () => {
    const state = done(answering({ heldOut: { coverage: 0.612, wrongShare: 0.094, n: 500 } }));
    const tests = [
      { locale: 'en', total: 45, passed: 44 },
      { locale: 'zh', total: 12, passed: 12 },
    ] as const;
    const shown = state.state === 'done' ? { ...state, result: { ...state.result, tests: [...tests] } } : state;
    show(shown);
    expect(text()).toContain(
      'Counted, on your own phrasings that it did not get to learn: answers 61 % of them; of these answers 9.4 % are wrong (500 phrasings asked; what visitors ask is easier to tell apart)',
    );
    expect(text()).toContain('Of your 45 tests in English it passes 44.');
    expect(text()).not.toContain('12 tests');
    act(() => prefer({ locale: 'zh' }));
    show(shown);
    expect(text()).toContain('没有让它学过的问法）：能回答其中 61 %；其中 9.4 % 是错的');
    expect([...document.querySelectorAll('.quality p > b')].map((bold) => bold.textContent)).toEqual([
      '能回答 74 % 的问题',
      '能回答其中 61 %',
    ]);
  });

  it('tells first what visitors got, once enough have asked, in English and Chinese', () => {
    const outcomes = { answered: 131, askedBack: 52, unknown: 31 };
    show({ ...done(answering({})), visitors: outcomes });
    expect(document.querySelector('.quality p')?.textContent).toBe(
      'Of your visitors’ last 214 questions: 131 answered, 52 asked back, 31 not known.',
    );
    act(() => prefer({ locale: 'zh' }));
    show({ ...done(answering({})), visitors: outcomes });
    expect(document.querySelector('.quality p')?.textContent).toBe(
      '访客最近的 214 个问题：131 个已回答，52 个反问确认，31 个不会回答。',
    );
    show({ ...done(answering({})), visitors: { answered: 9, askedBack: 5, unknown: 5 } });
    expect(document.querySelector('.visitors-got')).toBeNull();
  });

  it('is told in short on a phone by what visitors got, too', () => {
    onPhone(true);
    show({ ...done(answering({})), visitors: { answered: 131, askedBack: 52, unknown: 31 } });
    expect(document.querySelector('summary')?.textContent).toBe('How well it answers · 61 of 100 answered');
  });

  it('is folded on a phone, where it would stand before the FAQs', () => {
    show(done(answering({})));
    expect(document.querySelector('details')).toBeNull();
    act(() => render(null, document.body));
    onPhone(true);
    show(done(answering({})));
    expect(document.querySelector('details')?.open).toBe(false);
    expect(document.querySelector('summary')?.textContent).toBe('How well it answers · about 74 %');
    expect(document.querySelector('details')?.textContent).toContain('answers 74 % of all questions');
  });

  it('has no figure where there were no answers', () => {
    show(done(answering({ answers: 0, wrongShare: null, interval: null })));
    expect(text()).toContain('too few answers to say how many are wrong');
    expect(text()).not.toMatch(/NaN|null|undefined/);
  });

  it('lets the owner choose a budget, told by what each would answer', async () => {
    show(done(answering({})));
    const radios = [...document.querySelectorAll<HTMLInputElement>('.budgets input')];
    expect(radios.map((radio) => radio.getAttribute('aria-label'))).toContain('at most 5 wrong: 50 % answered');
    expect(radios.findIndex(({ checked }) => checked)).toBe(2);
    await act(async () => radios[3]?.click());
    await act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
    expect(posted).toEqual([{ wrongAnswerBudget: 5 }]);
    expect(changes).toBe(1);
  });

  it('lets the owner take the choice back', async () => {
    show(done(answering({})));
    await act(async () => radio(5).click());
    await settle();
    const undo = [...document.querySelectorAll<HTMLElement>('.toast button')].find((b) => b.textContent === 'Undo');
    await act(async () => undo?.click());
    await settle();
    expect(posted).toEqual([{ wrongAnswerBudget: 5 }, { wrongAnswerBudget: 3 }]);
  });

  it('stays where the keys are while it is written, and tells the last of several that were passed by', async () => {
    show(done(answering({})));
    radio(3).focus();
    await act(async () => radio(5).click());
    expect(radio(5).disabled || radio(5).closest('fieldset')!.disabled).toBe(false);
    await act(async () => radio(10).click());
    await settle();
    expect(posted).toEqual([{ wrongAnswerBudget: 5 }, { wrongAnswerBudget: 10 }]);
    expect(changes).toBe(1);
  });

  it('tells a budget that stands in the file alone', () => {
    show({ ...done(answering({})), budget: 4 });
    expect(text()).toContain('Now at most 4, as your site’s settings say.');
  });

  it('shows what it was while it is measured anew', () => {
    const state = done(answering({}));
    show(state.state === 'done' ? { ...state, again: true } : state);
    expect(text()).toContain('Measuring anew');
    expect(document.querySelectorAll('.budgets input')).toHaveLength(5);
  });

  it('says that it is being measured, and when it could not be', () => {
    show({ state: 'running', share: 0.4, budget: 3 });
    expect(document.querySelector('progress')?.value).toBe(0.4);
    show({ state: 'failed', budget: 3 });
    expect(text()).toContain('It could not be measured.');
  });
});
