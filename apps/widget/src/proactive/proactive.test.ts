/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createProactive } from './proactive.ts';
import type { ProactiveConfig } from './proactive.ts';

const message = { page: ['/products/*'], after: 3, scrolled: 0, onLeaving: false, text: { en: 'Hello', zh: '你好' } };
const config: ProactiveConfig = { id: 'shop', locales: ['en', 'zh'], defaultLocale: 'en', messages: [message] };

describe('a message beside the bubble', () => {
  let shown: { text: string; onOpen(): void; onClose(): void }[];
  let removed: number;
  let called: unknown[][];
  let stop: () => void;
  let bubble: HTMLButtonElement;

  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    sessionStorage.clear();
    [shown, removed, called] = [[], 0, []];
    const host = document.createElement('solodesk-chat');
    bubble = document.createElement('button');
    host.attachShadow({ mode: 'open' }).append(bubble);
    document.body.replaceChildren(host);
    history.replaceState(null, '', '/products/shirt');
    (window as unknown as { Solodesk: unknown }).Solodesk = (...call: unknown[]) => called.push(call);
  });
  afterEach(() => {
    stop();
    jest.useRealTimers();
  });
  const start = (given = config) => {
    stop = createProactive(given, {
      show(wanted) {
        shown.push(wanted);
        return { remove: () => removed++ };
      },
    });
  };

  it('is shown after its seconds on a page that it is for, once, and stores nothing', () => {
    start();
    jest.advanceTimersByTime(2_000);
    expect(shown).toHaveLength(0);
    jest.advanceTimersByTime(1_000);
    expect(shown.map(({ text }) => text)).toEqual(['Hello']);
    jest.advanceTimersByTime(60_000);
    expect(shown).toHaveLength(1);
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });

  it('counts anew on another page of an application, and says nothing where no message fits', () => {
    start();
    jest.advanceTimersByTime(2_000);
    history.replaceState(null, '', '/about');
    jest.advanceTimersByTime(10_000);
    expect(shown).toHaveLength(0);
    history.replaceState(null, '', '/products/cap');
    jest.advanceTimersByTime(4_000);
    expect(shown).toHaveLength(1);
  });

  it('never comes back to who closed one', () => {
    start();
    jest.advanceTimersByTime(3_000);
    shown[0]!.onClose();
    expect(removed).toBe(1);
    expect(localStorage['solodesk-quiet:shop']).toBe('1');
    start();
    jest.advanceTimersByTime(60_000);
    expect(shown).toHaveLength(1);
  });

  it('opens the chat, and tells that it did', () => {
    start();
    jest.advanceTimersByTime(3_000);
    shown[0]!.onOpen();
    expect(called.map(([command]) => command)).toEqual(['on', 'track', 'show']);
    expect(removed).toBe(1);
  });

  it('is not shown beside an open chat, nor where there is no bubble', () => {
    bubble.ariaExpanded = 'true';
    start();
    jest.advanceTimersByTime(10_000);
    expect(shown).toHaveLength(0);
    bubble.ariaExpanded = 'false';
    bubble.hidden = true;
    start();
    jest.advanceTimersByTime(10_000);
    expect(shown).toHaveLength(0);
  });

  it('is shown once a tab to who has a chat, over all pages', () => {
    localStorage['solodesk:shop'] = 'closed';
    start();
    jest.advanceTimersByTime(3_000);
    start();
    jest.advanceTimersByTime(10_000);
    expect(shown).toHaveLength(1);
  });
});
