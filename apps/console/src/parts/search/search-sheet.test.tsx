/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { prefer } from '../../state/preferences.ts';
import { go, parseRoute } from '../../state/route.ts';
import type { SearchHit } from '../../state/api/search-api.ts';
import { answer } from '../../testing/answer.ts';
import { SearchSheet } from './search-sheet.tsx';

const plain = (text: string) => ({ text, ranges: [] as [number, number][], cut: [false, false] as [boolean, boolean] });
const hit = (change: Partial<SearchHit>): SearchHit => ({
  ...{
    kind: 'contacts',
    id: '7',
    title: plain('Lena'),
    text: plain(''),
    at: null,
    state: null,
    from: null,
    seq: null,
  },
  ...change,
});
const ORDER = hit({ kind: 'orders', id: 'TL-1', title: plain('TL-1') });
const MESSAGE = hit({
  ...{ kind: 'messages', id: 'abc', state: 'closed', from: 'visitor', seq: 57 },
  text: { text: 'my <b>vase</b> broke', ranges: [[6, 10]], cut: [true, false] },
});

let asked: string[];
const fetchBefore = globalThis.fetch;
const settle = (ms = 20) => act(async () => new Promise((resolve) => setTimeout(resolve, ms)));
/** Waits until an answer to what was asked last is shown, however busy the machine is. */
const answered = async () => {
  for (let tries = 0; tries < 250; tries++) {
    await settle();
    if (asked.length > 0 && !document.querySelector('[aria-busy=true]')) return;
  }
  throw new Error('no answer was shown');
};
const field = () => document.querySelector<HTMLInputElement>('[role=combobox]')!;
const type = async (words: string) => {
  await act(async () => {
    field().value = words;
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
  const before = asked.length;
  for (let tries = 0; tries < 250 && asked.length === before; tries++) await settle();
};
const press = (key: string, more: KeyboardEventInit = {}) =>
  act(async () => void field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more })));
const selected = () => document.querySelector('[aria-selected=true]')?.textContent;

beforeEach(async () => {
  asked = [];
  prefer({ locale: 'en' });
  location.hash = '';
  HTMLElement.prototype.scrollIntoView = () => {};
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
  globalThis.fetch = async (path) => {
    const url = new URL(String(path), 'http://desk.example');
    asked.push(url.pathname + url.search);
    const q = url.searchParams.get('q');
    if (q === 'down') return answer({ error: { kind: 'unavailable', message: '' } }, 503);
    if (q === 'slow') await new Promise((resolve) => setTimeout(resolve, 500));
    if (q === 'nobody') return answer({ groups: [{ kind: 'contacts', hits: [], next: null }], backlog: 0 });
    if (url.searchParams.has('after'))
      return answer({ groups: [{ kind: 'contacts', hits: [hit({ id: '8', title: plain('Lea') })], next: null }] });
    if (url.searchParams.has('kind'))
      return answer({ groups: [{ kind: 'contacts', hits: [hit({})], next: '1.7' }], backlog: 0 });
    const groups = [
      { kind: 'contacts', hits: [hit({ title: plain(q === 'slow' ? 'Slow' : 'Lena') })], next: null },
      { kind: 'orders', hits: [ORDER], next: null },
      { kind: 'messages', hits: [MESSAGE], next: null },
    ];
    return answer({ groups, backlog: 3 });
  };
  await act(async () => render(<SearchSheet site="shop" onClose={() => {}} />, document.body));
});

afterEach(() => {
  act(() => render(null, document.body));
  globalThis.fetch = fetchBefore;
});

describe('search', () => {
  it('asks for nothing before something was typed, and once for what was typed quickly', async () => {
    await settle(300);
    expect(asked).toEqual([]);
    await act(async () => {
      field().value = 'va';
      field().dispatchEvent(new Event('input', { bubbles: true }));
    });
    await type('vase');
    expect(asked).toEqual(['/console/api/search/shop?q=vase']);
  });

  it('goes with the page that it stands on', async () => {
    const sheet = document.querySelector('dialog');
    expect(sheet?.open).toBe(true);
    await act(async () => go({ screen: 'unanswered' }));
    expect(sheet?.open).toBe(false);
  });

  it('shows texts as texts, with what was searched for marked', async () => {
    await type('vase');
    await answered();
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['vase']);
    expect(document.body.textContent).toContain('Visitor: … my <b>vase</b> broke');
    expect(document.body.textContent).toContain('still being indexed');
  });

  it('is led by the arrow keys and opened by Enter, but not while a word is composed', async () => {
    await type('vase');
    await answered();
    expect(selected()).toContain('Lena');
    await press('ArrowDown', { isComposing: true });
    expect(selected()).toContain('Lena');
    await press('ArrowDown');
    await press('Enter');
    expect(location.hash).toBe('#/contacts/order/TL-1');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    // To the message, not only to its conversation.
    expect(location.hash).toBe('#/desk/shop/closed/abc//57');
    expect(parseRoute(location.hash)).toMatchObject({ conversation: 'abc', panel: false, message: 57 });
  });

  it('drops an answer that another question has overtaken', async () => {
    await type('slow');
    await type('vase');
    await settle(600);
    expect(document.body.textContent).not.toContain('Slow');
    expect(document.body.textContent).toContain('Lena');
  });

  it('goes on page by page within one kind', async () => {
    await type('le');
    await answered();
    const tab = [...document.querySelectorAll<HTMLButtonElement>('.tab')].find((one) => one.textContent === 'People');
    await act(async () => tab?.click());
    await answered();
    const more = [...document.querySelectorAll('button')].find((one) => one.textContent === 'Show more');
    await act(async () => more?.click());
    await settle(100);
    expect(asked.at(-1)).toBe('/console/api/search/shop?q=le&kind=contacts&after=1.7');
    expect([...document.querySelectorAll('[role=option]')].map((one) => one.textContent)).toEqual(['Lena', 'Lea']);
  });

  it('is narrowed down by time, state and language, in each kind, and says that filters may be why nothing is found', async () => {
    const choose = async (label: string, value: string) => {
      const select = document.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`)!;
      select.value = value;
      await act(async () => void select.dispatchEvent(new Event('change', { bubbles: true })));
      await answered();
    };
    await type('nobody');
    await answered();
    expect(document.body.textContent).toContain('Try fewer words');
    await choose('State', 'done');
    await choose('Language', 'zh');
    await choose('When', '30');
    const tab = [...document.querySelectorAll<HTMLButtonElement>('.tab')].find((one) => one.textContent === 'Messages');
    await act(async () => tab?.click());
    await answered();
    const { searchParams } = new URL(asked.at(-1)!, 'http://desk.example');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      q: 'nobody',
      kind: 'messages',
      state: 'done',
      locale: 'zh',
    });
    const from = Number(searchParams.get('from'));
    expect(Math.abs(Date.now() - 30 * 86_400_000 - from)).toBeLessThan(60_000);
    expect(document.body.textContent).toContain('Try without the filters');
    await choose('State', '');
    await choose('Language', '');
    await choose('When', '');
    expect(asked.at(-1)).toBe('/console/api/search/shop?q=nobody&kind=messages');
  });

  it('says when nothing was found, and when the server cannot answer', async () => {
    await type('nobody');
    await answered();
    expect(document.body.textContent).toContain('Nothing found for “nobody”');
    await type('down');
    await answered();
    expect(document.querySelector('[role=alert]')?.textContent).toContain('The server cannot do this just now');
  });
});
