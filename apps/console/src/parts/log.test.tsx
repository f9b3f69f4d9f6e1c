/** @jest-environment jsdom */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { emptyConversation } from '@solodesk/client/owner';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { prefer } from '../state/preferences.ts';
import type { ConversationSummary, OwnerEvent } from '../state/wire-types.ts';
import { Log } from './log.tsx';

const summary = {
  ...{ id: 'c', visitorSeenSeq: 0, visitor: { name: 'Visitor 1', verified: false } },
} as unknown as ConversationSummary;
const said = (seq: number) =>
  ({ id: seq, seq, at: seq, conversation: 'c', type: 'visitor_message', text: `said ${seq}` }) as unknown as OwnerEvent;

let found: number;
let shown: string[];
const show = (from: number, sought: number | null, more = from > 1) =>
  act(async () =>
    render(
      <Log
        site="shop"
        open={{ ...emptyConversation, events: [from, from + 1, from + 2].map(said), more }}
        {...{ summary, pending: [], typing: false, ownNames: [], now: 9_000, sought }}
        onFound={() => (found += 1)}
        onOlder={() => undefined}
        onSeen={() => undefined}
      />,
      document.body,
    ),
  );
const marked = () =>
  [...document.querySelectorAll('[data-sought]')].map((one) => one.querySelector('.bubble')?.textContent);

beforeEach(async () => {
  await act(async () => render(null, document.body));
  prefer({ locale: 'en' });
  found = 0;
  shown = [];
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  HTMLElement.prototype.scrollIntoView = function (this: HTMLElement) {
    shown.push(this.querySelector('.bubble')?.textContent ?? '');
  };
});

describe('a log that a search led to', () => {
  it('shows, marks and focuses the message once it is read, and leaves it marked', async () => {
    await show(7, 3);
    expect([found, marked(), shown]).toEqual([0, [], []]);
    await show(2, 3);
    expect([found, marked(), shown]).toEqual([1, ['said 3'], ['said 3']]);
    expect(document.activeElement?.textContent).toContain('said 3');
    await show(2, null);
    expect(marked()).toEqual(['said 3']);
    // The same one again, after one has read elsewhere.
    await show(2, 3);
    expect([found, shown]).toEqual([2, ['said 3', 'said 3']]);
  });

  it('gives up on one that is not there any more', async () => {
    await show(7, 3, false);
    expect([found, marked()]).toEqual([1, []]);
  });
});
