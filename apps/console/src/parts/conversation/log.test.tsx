/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { emptyConversation } from '@solodesk/client/owner';
import type { OpenConversation, OutboxReply, OwnerClient } from '@solodesk/client/owner';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { DeskContext } from '../../state/desk.ts';
import { prefer } from '../../state/preferences.ts';
import type { ConversationSummary, OwnerEvent } from '../../state/wire-types.ts';
import { Log } from './log.tsx';

const ROW_PX = 50;
const BOX_PX = 400;

const said = (seq: number) =>
  ({ id: seq, seq, at: seq, conversation: 'c', type: 'visitor_message', text: `said ${seq}` }) as unknown as OwnerEvent;
const events = (from: number, count: number) => Array.from({ length: count }, (_, n) => said(from + n));
const client = { get: () => ({}), subscribe: () => () => undefined } as unknown as OwnerClient;
const reply = { clientId: 'r', conversation: 'c', text: 'my reply', at: 9, status: 'sending' } as OutboxReply;

interface Shown {
  sought?: number | null;
  open?: Partial<OpenConversation>;
  pending?: OutboxReply[];
  typing?: boolean;
  unread?: number;
}

let calls: string[];
let shown: string[];
/** What `aria-live` was each time when entries had come. */
let announced: (string | null)[];
const arrivals = new MutationObserver((changes) => {
  const isEntry = (node: Node) => node instanceof HTMLElement && node.classList.contains('said');
  const isArrival = changes.some(({ addedNodes }) => [...addedNodes].some(isEntry));
  if (isArrival) announced.push(box().getAttribute('aria-live'));
});

const show = ({ sought = null, open = {}, pending = [], typing = false, unread = 0 }: Shown) => {
  const visitor = { name: 'Visitor 1', verified: false };
  const summary = { id: 'c', visitorSeenSeq: 0, unread, visitor } as unknown as ConversationSummary;
  return act(async () =>
    render(
      <DeskContext.Provider value={client}>
        <Log
          site="shop"
          open={{ ...emptyConversation, loading: false, ...open }}
          {...{ summary, pending, typing, ownNames: [], now: 9_000, sought }}
          onFound={() => calls.push('found')}
          onOlder={() => calls.push('older')}
          onNewer={() => calls.push('newer')}
          onNewest={() => calls.push('newest')}
          onAway={(away) => calls.push(away ? 'away' : 'back')}
          onSeen={(seq) => calls.push(`seen ${seq}`)}
        />
      </DeskContext.Provider>,
      document.body,
    ),
  );
};
const box = () => document.querySelector<HTMLElement>('.log')!;
const marked = () =>
  [...document.querySelectorAll('[data-sought]')].map((one) => one.querySelector('.bubble')?.textContent);
/** How far below the log's upper edge an entry stands. */
const placeOf = (text: string) =>
  [...document.querySelectorAll('.bubble')]
    .find(({ textContent }) => textContent === text)
    ?.closest('.said')
    ?.getBoundingClientRect().top;
const scrollTo = (top: number) =>
  act(async () => {
    box().scrollTop = top;
    box().dispatchEvent(new Event('scroll'));
  });

/** A page in which each entry of the log is of one height, under each other. */
function layOut(): void {
  const isBox = (element: Element) => element.classList.contains('log');
  const high = (element: Element) => element.querySelectorAll('.log-content > *').length * ROW_PX;
  let top = 0;
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, get: () => BOX_PX },
    scrollHeight: { configurable: true, get(this: HTMLElement) { return Math.max(BOX_PX, high(this)); } }, // prettier-ignore
    scrollTop: {
      configurable: true,
      get: () => top,
      set(this: HTMLElement, to: number) { top = Math.max(0, Math.min(to, high(this) - BOX_PX)); }, // prettier-ignore
    },
  });
  HTMLElement.prototype.getBoundingClientRect = function (this: HTMLElement) {
    const at = isBox(this) ? 0 : [...(this.parentElement?.children ?? [])].indexOf(this) * ROW_PX - top;
    return { top: at, bottom: at + (isBox(this) ? BOX_PX : ROW_PX) } as DOMRect;
  };
  globalThis.ResizeObserver = class {
    readonly #tell: () => void;
    constructor(tell: ResizeObserverCallback) {
      this.#tell = () => tell([], this);
    }
    observe() {
      this.#tell();
    }
    unobserve() {}
    disconnect() {}
  };
  HTMLElement.prototype.scrollIntoView = function (this: HTMLElement) {
    shown.push(this.querySelector('.bubble')?.textContent ?? '');
    box().scrollTop += this.getBoundingClientRect().top - BOX_PX / 2;
  };
}

beforeEach(async () => {
  await act(async () => render(null, document.body));
  prefer({ locale: 'en' });
  [calls, shown, announced] = [[], [], []];
  layOut();
  arrivals.observe(document.body, { childList: true, subtree: true });
});
afterEach(() => arrivals.disconnect());

describe('a log', () => {
  it('stays at its end as messages come, and says which one was seen', async () => {
    await show({ open: { events: events(1, 40) } });
    expect(placeOf('said 40')).toBe(BOX_PX - ROW_PX);
    await show({ open: { events: events(1, 41) } });
    expect(placeOf('said 41')).toBe(BOX_PX - ROW_PX);
    expect(calls).toEqual(['seen 40', 'seen 41']);
    expect(document.querySelector('.to-end')).toBeNull();
  });

  it('keeps what one reads in its place while messages come, and says how many', async () => {
    await show({ open: { events: events(1, 80) } });
    await scrollTo(1_000);
    expect(calls).toEqual(['seen 80', 'away']);
    const before = placeOf('said 22');
    await show({ open: { events: events(1, 83), held: true }, unread: 3, typing: true });
    expect(placeOf('said 22')).toBe(before);
    expect(document.querySelector('[role=status]')?.textContent).toContain('3 unread messages');
    await act(async () => document.querySelector<HTMLElement>('.to-end')?.click());
    expect(placeOf('said 83')).toBe(BOX_PX - 2 * ROW_PX);
    expect(calls.slice(2)).toEqual(['back', 'seen 83']);
    expect(document.activeElement).toBe(box());
  });

  it('keeps what one reads in its place when a page comes above and its end goes, and the other way round', async () => {
    await show({ open: { events: events(101, 100), more: true } });
    await scrollTo(300);
    expect(calls).toContain('older');
    const before = placeOf('said 108');
    expect(before).toBeDefined();
    await show({ open: { events: events(51, 100), more: true, newer: true, held: true } });
    expect(placeOf('said 108')).toBe(before);
    await scrollTo(100 * ROW_PX - BOX_PX);
    expect(calls.at(-1)).toBe('newer');
    const place = placeOf('said 148');
    await show({ open: { events: events(101, 100), more: true, newer: true, held: true } });
    expect(placeOf('said 148')).toBe(place);
    expect(document.querySelectorAll('.said')).toHaveLength(100);
  });

  it('has neither the end of the talk nor its replies where it is read far back', async () => {
    const back = { events: events(101, 100), more: true, newer: true, held: true };
    await show({ open: back, sought: 150 });
    expect(marked()).toEqual(['said 150']);
    await show({ open: back, typing: true });
    await scrollTo(9_999);
    expect(box().textContent).not.toContain('typing');
    // The end of what is read is no end, and nothing there counts as seen.
    expect(calls.filter((call) => call.startsWith('seen'))).toEqual([]);
    expect(document.querySelector('.to-end')).not.toBeNull();
    await act(async () => void box().dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true })));
    expect(calls.at(-2)).toBe('newest');
    await show({ open: { events: events(901, 100), more: true } });
    expect(placeOf('said 1000')).toBe(BOX_PX - ROW_PX);
    expect(calls.at(-1)).toBe('seen 1000');
  });

  it('goes to the newest when one says something', async () => {
    await show({ open: { events: events(101, 100), more: true, newer: true, held: true }, sought: 150 });
    await show({ open: { events: events(101, 100), more: true, newer: true, held: true }, pending: [reply] });
    expect(calls).toContain('newest');
    expect(box().textContent).not.toContain('my reply');
    await show({ open: { events: events(901, 100), more: true }, pending: [reply] });
    expect(placeOf('my reply')).toBe(BOX_PX - ROW_PX);
  });

  it('has what is said read aloud, and not what was said long ago', async () => {
    await show({ open: { loading: true } });
    await show({ open: { events: events(101, 100), more: true } });
    await show({ open: { events: events(101, 101), more: true } });
    await show({ open: { events: events(1, 201) } });
    await show({ open: { events: events(1, 202) } });
    await show({ open: { events: events(501, 100) } });
    await act(async () => undefined);
    expect(announced).toEqual(['off', 'polite', 'off', 'polite', 'off']);
  });

  it('reads on by itself, and after a failure only when it is asked to', async () => {
    const back = { events: events(101, 100), more: true, newer: true, held: true };
    await show({ open: { ...back, error: 'unavailable' }, sought: 150 });
    await scrollTo(0);
    await scrollTo(9_999);
    expect(calls.filter((call) => ['older', 'newer'].includes(call))).toEqual([]);
    await act(async () => document.querySelector<HTMLElement>('.button-page')?.click());
    expect(calls.at(-1)).toBe('older');
    await show({ open: back });
    await scrollTo(9_999);
    expect(calls.at(-1)).toBe('newer');
  });

  it('keeps the focus when what had it makes way', async () => {
    await show({ open: { events: events(101, 100), more: true, newer: true, held: true }, sought: 110 });
    expect(document.activeElement?.textContent).toContain('said 110');
    await show({ open: { events: events(151, 100), more: true, newer: true, held: true } });
    expect(document.activeElement).toBe(box());
  });
});

describe('a log that a search led to', () => {
  it('shows, marks and focuses the message once it is read, and leaves it marked', async () => {
    await show({ open: { events: events(70, 30), more: true }, sought: 3 });
    expect([calls.includes('found'), marked(), shown]).toEqual([false, [], []]);
    await show({ open: { events: events(1, 60), newer: true }, sought: 3 });
    expect([calls.includes('found'), marked(), shown]).toEqual([true, ['said 3'], ['said 3']]);
    expect(document.activeElement?.textContent).toContain('said 3');
    await show({ open: { events: events(1, 60), newer: true } });
    expect(marked()).toEqual(['said 3']);
    // The same one again, after one has read elsewhere.
    await show({ open: { events: events(1, 60), newer: true }, sought: 3 });
    expect(calls.filter((call) => call === 'found')).toHaveLength(2);
    expect(shown).toEqual(['said 3', 'said 3']);
  });

  it('gives up on one that is not there any more', async () => {
    await show({ open: { events: events(7, 3) }, sought: 3 });
    expect([calls.includes('found'), marked()]).toEqual([true, []]);
    await show({ open: { events: events(7, 3) }, sought: 12 });
    expect(calls.filter((call) => call === 'found')).toHaveLength(2);
  });
});
