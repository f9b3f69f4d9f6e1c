/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { OwnerClient } from '@solodesk/client/owner';
import { DeskContext } from '../../state/desk.ts';
import type { ConversationSummary } from '../../state/wire-types.ts';
import { Composer } from './composer.tsx';

const fetchBefore = globalThis.fetch;
const sent: string[] = [];
let earlier: { question: string; answer: string; at: number }[] = [];
const HELLO = { id: 'a', name: 'Greeting', texts: { en: 'Hello {name}, this is {me}.', zh: '{name}您好，我是{me}。' } };
const LATE = { id: 'b', name: 'Late parcel', texts: { en: 'It is late.', zh: '晚到了。' } };
const canned = { shop: [HELLO, LATE] };
const state = { connection: 'online' };
const client = {
  get: () => state,
  canned: {
    get: () => canned,
    subscribe: () => () => undefined,
    read: async () => ({ ok: true, replies: canned.shop }),
  },
  subscribe: () => () => undefined,
  reply: (_site: string, _conversation: string, text: string) => sent.push(text),
  typing: () => undefined,
  answeredBefore: async () => ({ ok: true, found: earlier }),
} as unknown as OwnerClient;

function open(change: Partial<ConversationSummary> = {}): HTMLTextAreaElement {
  const visitor = { name: 'Visitor 4F2A', verified: false, locale: 'zh' };
  const summary = {
    id: 'c',
    state: 'owner',
    visitor,
    preview: '',
    previewFrom: 'visitor',
    lastSeq: 3,
    ...change,
  } as ConversationSummary;
  void act(() =>
    render(
      <DeskContext.Provider value={client}>
        <Composer site="shop" summary={summary} from={{ me: 'Mei', site: 'Teal & Linen' }} />
      </DeskContext.Provider>,
      document.body,
    ),
  );
  return document.querySelector('textarea')!;
}

const type = (area: HTMLTextAreaElement, text: string) =>
  void act(() => {
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
const press = (area: HTMLTextAreaElement, more: KeyboardEventInit) =>
  void act(() => void area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...more })));

describe('the composer', () => {
  beforeEach(() => {
    render(null, document.body);
    sessionStorage.clear();
    sent.length = 0;
  });

  it('sends on Enter, once, and is empty then', () => {
    const area = open();
    type(area, 'hello');
    press(area, {});
    press(area, {});
    expect(sent).toEqual(['hello']);
    expect(area.value).toBe('');
  });

  it('never sends while an input method composes, nor with Shift', () => {
    const area = open();
    type(area, 'nihao');
    press(area, { isComposing: true });
    press(area, { keyCode: 229 });
    press(area, { shiftKey: true });
    expect(sent).toEqual([]);
  });

  it('does not send blanks, nor what is too long', () => {
    const area = open();
    type(area, ' \n ');
    press(area, {});
    type(area, '🧵'.repeat(4001));
    press(area, {});
    expect(sent).toEqual([]);
    type(area, '🧵'.repeat(4000));
    press(area, {});
    expect(sent).toHaveLength(1);
  });

  it('keeps what is written over a reload', () => {
    type(open(), 'half a thought');
    render(null, document.body);
    expect(open().value).toBe('half a thought');
  });

  it('offers what was answered before while a visitor waits, and puts it in without sending it', async () => {
    earlier = [{ question: 'Ship to Norway?', answer: 'Yes, in five days.', at: 1 }];
    const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 0))));
    const offered = () => document.querySelector('.answered-before');
    for (const change of [{ previewFrom: 'owner' }, { state: 'bot' }, { state: 'closed' }] as const) {
      open(change);
      await settle();
      expect(offered()).toBeNull();
    }
    const area = open();
    await settle();
    expect(offered()?.textContent).toMatch(
      /^You answered this before: “Ship to Norway\?” · .*Yes, in five days\.Use it$/,
    );
    await act(async () => offered()!.querySelector('button')!.click());
    expect(area.value).toBe('Yes, in five days.');
    expect(sent).toEqual([]);
    expect(offered()).toBeNull();
    earlier = [];
  });

  describe('with a slash', () => {
    const options = () => [...document.querySelectorAll('[role=option] b')].map(({ textContent }) => textContent);
    const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 0))));
    beforeEach(() => {
      const faq = { intent: 'hours', category: 'shop', phrasings: {}, question: { en: 'When are you open?' } };
      const faqs = [{ ...faq, answer: { en: { text: 'From nine to five.' }, zh: { text: '九点到五点。' } } }];
      const body = JSON.stringify({ faqs, locales: ['en', 'zh'] });
      globalThis.fetch = async () => ({ ok: true, status: 200, text: async () => body }) as Response;
    });
    afterEach(() => {
      globalThis.fetch = fetchBefore;
    });

    it('finds what can be said again, as the owner reads it, and puts in what the customer reads', async () => {
      const area = open();
      type(area, '/');
      await settle();
      expect(options()).toEqual(['Greeting', 'Late parcel', 'When are you open?']);
      type(area, '/late');
      expect(options()).toEqual(['Late parcel']);
      press(area, {});
      expect(area.value).toBe('晚到了。');
      expect(sent).toEqual([]);
      expect(document.querySelector('.canned-means')?.textContent).toBe('It says: It is late.');
      press(area, {});
      expect(sent).toEqual(['晚到了。']);
      expect(document.querySelector('.canned-means')).toBeNull();
    });

    it('is walked through with the arrow keys, round and round', async () => {
      const area = open();
      type(area, '/');
      await settle();
      press(area, { key: 'ArrowUp' });
      const marked = () => document.querySelector('[aria-selected=true] b')?.textContent;
      expect(marked()).toBe('When are you open?');
      expect(area.getAttribute('aria-activedescendant')).toBe(document.querySelector('[aria-selected=true]')?.id);
      press(area, { key: 'ArrowDown' });
      expect(marked()).toBe('Greeting');
    });

    it('never sends a place that nobody has filled in', async () => {
      const area = open();
      type(area, '/greet');
      await settle();
      press(area, {});
      expect(area.value).toBe('{name}您好，我是Mei。');
      expect(document.querySelector('[role=alert]')?.textContent).toBe('Fill in {name} before it is sent.');
      press(area, {});
      expect(sent).toEqual([]);
      type(area, '王女士您好，我是Mei。');
      press(area, {});
      expect(sent).toEqual(['王女士您好，我是Mei。']);
    });

    it('can be meant as a slash: Escape closes the menu, and Enter sends what stands there', async () => {
      const area = open();
      type(area, '/late');
      await settle();
      press(area, { key: 'Escape' });
      expect(options()).toEqual([]);
      press(area, {});
      expect(sent).toEqual(['/late']);
    });

    it('is typed by the button, and adds to what is written already', async () => {
      const area = open();
      type(area, 'Good morning!');
      await act(async () => document.querySelector<HTMLButtonElement>('.canned-button')!.click());
      await settle();
      expect(options()).toHaveLength(3);
      await act(async () => document.querySelectorAll<HTMLElement>('[role=option]')[1]!.click());
      expect(area.value).toBe('Good morning!\n晚到了。');
    });

    it('says that nothing was found, and then sends nothing by Enter that was meant as a search', async () => {
      const area = open();
      type(area, '/nothing like it');
      await settle();
      expect(document.querySelector('.canned-menu')?.textContent).toContain('Nothing found for “nothing like it”.');
      press(area, {});
      expect(sent).toEqual([]);
    });
  });
});
