/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { emptyConversation } from '@solodesk/client/owner';
import type { OwnerClient } from '@solodesk/client/owner';
import { DeskContext } from '../../state/desk.ts';
import { takeFaqDraft } from '../../state/faqs/faq-draft.ts';
import type { ConversationSummary, OwnerEvent } from '../../state/wire-types.ts';
import { LogRows } from './log-rows.tsx';
import { Toasts } from '../controls/toasts.tsx';
import { Writing } from './writing.tsx';
import '../../testing/nothing-resizes.ts';

const done: string[] = [];
let answer: object = { ok: true };
const state = { notices: [] };
const client = {
  get: () => state,
  subscribe: () => () => undefined,
  reply: (_site: string, _conversation: string, text: string) => done.push(`reply ${text}`),
  typing: () => done.push('typing'),
  notes: {
    put: async (_site: string, _conversation: string, { text, at }: { text: string; at?: number }) => {
      done.push(`note ${text}${at === undefined ? '' : ` at ${at}`}`);
      return answer;
    },
    drop: async (_site: string, _conversation: string, id: string) => {
      done.push(`drop ${id}`);
      return answer;
    },
  },
} as unknown as OwnerClient;
const summary = {
  ...{ id: 'c', state: 'owner', visitorSeenSeq: 0 },
  visitor: { name: 'Li Wei', verified: true, locale: 'zh' },
} as ConversationSummary;
const field = () => document.querySelector('textarea')!;
const press = (name: string) =>
  act(async () =>
    [...document.querySelectorAll<HTMLElement>('button')]
      .find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name)!
      .click(),
  );
const type = (text: string) =>
  act(async () => {
    field().value = text;
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
const enter = () =>
  act(async () => void field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })));
const SWITCH = 'Write a note that only you see (N)';

beforeEach(() => {
  sessionStorage.clear();
  answer = { ok: true };
  done.length = 0;
});
afterEach(() => render(null, document.body));

const show = (part: preact.ComponentChild) =>
  act(() =>
    render(
      <DeskContext.Provider value={client}>
        {part}
        <Toasts />
      </DeskContext.Provider>,
      document.body,
    ),
  );
const writing = <Writing site="shop" summary={summary} from={{ me: 'Mei', site: 'Shop' }} />;

describe('a note in a conversation', () => {
  it('is kept, never sent, shows no typing, and leads back to the reply with its own words', async () => {
    await show(writing);
    await type('half a reply');
    done.length = 0;
    await press(SWITCH);
    expect(field().getAttribute('aria-label')).toBe('Your note');
    expect(field().value).toBe('');
    await type('Likes blue');
    await enter();
    expect(done.filter((one) => one !== 'typing')).toEqual(['note Likes blue']);
    expect(field().getAttribute('aria-label')).toBe('Your reply');
    expect(field().value).toBe('half a reply');
  });

  it('stays in its field when it was not saved, and says so', async () => {
    answer = { ok: false, error: { kind: 'unavailable', message: 'not now' } };
    await show(writing);
    await press(SWITCH);
    await type('Likes blue');
    await enter();
    expect(field().value).toBe('Likes blue');
    expect(document.querySelector('[role=alert]')?.textContent).toMatch(/^The note was not saved\. /);
  });

  const said = (seq: number, at: number) =>
    ({
      id: seq,
      seq,
      at,
      conversation: 'c',
      type: 'visitor_message',
      text: `said ${seq}`,
      clientId: `${seq}`,
    }) as OwnerEvent;
  const noteAt = (id: string, at: number) => ({ id, at, by: 'Mei', text: `noted ${id}` });
  const log = (more: boolean, newer = false) => (
    <LogRows
      site="shop"
      open={{
        ...emptyConversation,
        events: [said(1, 10_000), said(2, 30_000)],
        notes: [noteAt('a', 5_000), noteAt('b', 20_000), noteAt('c', 40_000)],
        more,
        newer,
      }}
      {...{ summary, ownNames: [], now: 50_000, marked: null }}
    />
  );
  const order = () => [...document.querySelectorAll('.bubble')].map(({ textContent }) => textContent);

  it('stands where it was written among what was said, and with what is not read yet it is not there either', async () => {
    await show(log(false));
    expect(order()).toEqual(['noted a', 'said 1', 'noted b', 'said 2', 'noted c']);
    await show(log(true));
    expect(order()).toEqual(['said 1', 'noted b', 'said 2', 'noted c']);
    await show(log(true, true));
    expect(order()).toEqual(['said 1', 'noted b', 'said 2']);
  });

  it('is no answer: only the first word after a question can become an FAQ', async () => {
    const mine = (seq: number) =>
      ({ ...said(seq, seq * 10_000), type: 'owner_message', name: 'Mei', text: `answer ${seq}` }) as OwnerEvent;
    const events = [mine(1), said(2, 20_000), mine(3), mine(4)];
    await show(
      <LogRows
        site="shop"
        open={{ ...emptyConversation, events, notes: [noteAt('a', 25_000)] }}
        {...{ summary, ownNames: ['Mei'], now: 50_000, marked: null }}
      />,
    );
    expect(document.querySelectorAll('.make-faq')).toHaveLength(1);
    await press('Make it an FAQ');
    expect(takeFaqDraft()).toEqual({ question: 'said 2', answer: 'answer 3', site: 'shop', conversation: 'c' });
  });

  it('is taken away, and put back in its place', async () => {
    await show(log(false));
    await press('Remove the note: noted b');
    await press('Undo');
    expect(done).toEqual(['drop b', 'note noted b at 20000']);
  });
});
