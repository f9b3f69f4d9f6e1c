/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import type { ChatClient, ChatState } from '@solodesk/client';
import type { LogEvent } from '@solodesk/protocol/visitor';
import type { PageState } from '../../bridge/messages.ts';
import type { PageLink } from '../host/page-link.ts';
import { watchAttention } from './attention.ts';

const message = (seq: number): LogEvent => ({
  type: 'owner_message',
  seq,
  at: 0,
  text: 'hi',
  name: 'Mei',
  clientId: `${seq}`,
});

function stage(open: boolean) {
  const said: unknown[] = [];
  const listeners: (() => void)[] = [];
  let state = { items: [], lastSeq: 0, unread: 0, visitorSeenSeq: 0, loaded: false } as Partial<ChatState> as ChatState;
  let page = { open } as PageState;
  let sounds = 0;
  const seen: number[] = [];
  const link: PageLink = {
    get state() {
      return page;
    },
    subscribe: (listener) => void listeners.push(() => listener(page)),
    post: (t, d) => void said.push([t, d]),
  };
  const chat = {
    getState: () => state,
    subscribe: (listener: () => void) => void listeners.push(listener),
    markSeen(seq: number) {
      seen.push(seq);
      state = { ...state, visitorSeenSeq: seq };
    },
  } as unknown as ChatClient;
  watchAttention(link, chat, () => sounds++);
  return {
    said,
    seen,
    sounds: () => sounds,
    become(next: Partial<ChatState>) {
      state = { ...state, ...next };
      for (const listener of listeners) listener();
    },
    open(on: boolean) {
      page = { ...page, open: on };
      for (const listener of listeners) listener();
    },
  };
}

describe('new messages', () => {
  it('sound, count and are told to the page when the panel is closed', () => {
    const { become, said, sounds, seen } = stage(false);
    become({ loaded: true });
    become({ items: [message(1)], lastSeq: 1, unread: 1 });
    expect(said).toContainEqual(['message', { from: 'owner' }]);
    expect(said).toContainEqual(['unread', 1]);
    expect(sounds()).toBe(1);
    expect(seen).toEqual([]);
  });

  it('are silent when they are old: the first load of a log is no news', () => {
    const { become, said, sounds } = stage(false);
    become({ items: [message(1), message(2)], lastSeq: 2, unread: 2, loaded: true });
    expect(sounds()).toBe(0);
    expect(said.filter((one) => (one as string[])[0] === 'message')).toEqual([]);
  });

  it('count as seen once the panel is open', () => {
    const { become, open, seen } = stage(false);
    become({ items: [message(1)], lastSeq: 1, unread: 1, loaded: true });
    open(true);
    expect(seen).toEqual([1]);
  });
});
