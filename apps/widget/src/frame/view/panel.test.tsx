/** @jest-environment jsdom */
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import type { ChatClient, ChatItem, ChatState } from '@solodesk/client';
import type { WidgetSite } from '@solodesk/protocol/visitor';
import type { PageState } from '../../bridge/messages.ts';
import { createPreferences } from '../chat/preferences.ts';
import { memoryStorage } from '../host/storage.ts';
import { App } from './app.tsx';

/** jsdom lays nothing out, so nothing ever changes its size. */
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
/** Nor has it a pointer. */
globalThis.matchMedia = (() => ({ matches: false })) as never;

const SITE: WidgetSite = {
  id: 'shop',
  name: 'Teal & Linen',
  ownerName: 'Mei',
  locales: ['en', 'zh'],
  defaultLocale: 'en',
  accent: '#4338ca',
  onAccent: '#ffffff',
  position: 'right',
  greeting: {
    en: {
      text: 'Hi! I am a bot.',
      quickReplies: [{ label: 'Returns', intent: 'returns' }],
      links: [{ label: 'Help centre', url: 'https://desk.example/help/shop/en' }],
    },
  },
  open: [],
  consent: { version: '1', text: { en: 'We keep a log.', zh: '我们保留记录。' } },
  identityRequired: false,
  hostStorageFallback: true,
};
const CALM: ChatState = {
  connection: 'online',
  error: null,
  needsConsent: false,
  verified: false,
  presence: { here: true, name: 'Mei' },
  conversation: { id: 'c', state: 'bot', ownerName: null, ownerSeenSeq: 0 },
  items: [],
  typing: null,
  unread: 0,
  lastSeq: 0,
  visitorSeenSeq: 0,
  draft: '',
  loaded: true,
  erased: false,
};
const bot = (seq: number, more: object = {}): ChatItem => ({
  type: 'bot_message',
  seq,
  at: 0,
  text: `bot ${seq}`,
  ...more,
});
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));
/** On a busy machine what is drawn later than usual is waited for; what never comes fails where it is expected. */
async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 4_000; !holds() && Date.now() < end;) await settled();
}
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const texts = (selector: string) => all(selector).map((element) => element.textContent);
const button = (name: string) => all('button').find((one) => name === (one.ariaLabel ?? one.textContent))!;

/** The panel over a chat that records what it is asked. */
async function show(given: Partial<ChatState>) {
  const asked: unknown[][] = [];
  const said: unknown[][] = [];
  let state = { ...CALM, ...given };
  const listeners = new Set<() => void>();
  const answers: Partial<ChatClient> = {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    send: (...what) => {
      asked.push(['send', ...what]);
      return 'id';
    },
    suggest: () => Promise.resolve([{ intent: 'returns', question: 'How long may I return it?' }]),
  };
  const chat = new Proxy(answers, {
    get: (known, name) =>
      known[name as keyof ChatClient] ?? ((...what: unknown[]) => asked.push([String(name), ...what])),
  }) as ChatClient;
  const page = {
    state: { languages: [], open: false, focus: false } as unknown as PageState,
    subscribe: () => undefined,
    post: (...what: unknown[]) => said.push(what),
  };
  const preferences = createPreferences(memoryStorage({}), 'shop');
  render(<App frame={{ site: SITE, chat, page, preferences }} firstLocale="en" />, document.body);
  await settled();
  return {
    asked,
    said,
    preferences,
    async become(next: Partial<ChatState>) {
      state = { ...state, ...next };
      for (const listener of listeners) listener();
      await settled();
    },
  };
}

// A browser has it in a moment; here it is compiled first.
beforeAll(() => import('../later.ts'));
beforeEach(() => render(null, document.body));

describe('the log', () => {
  it('greets by itself, with the site’s questions and a way to a person', async () => {
    const { asked } = await show({});
    expect(texts('.m')).toEqual(['Hi! I am a bot.']);
    expect(all('.links a').map((link) => link.getAttribute('href'))).toEqual(['https://desk.example/help/shop/en']);
    expect(texts('.chips button')).toEqual(['Returns', 'Talk to a person']);
    button('Talk to a person').click();
    expect(asked).toContainEqual(['send', 'Talk to a person', 'solodesk.person']);
  });

  it('offers quick replies under the last message alone, and only while it is the bot’s', async () => {
    const quickReplies = [{ label: 'Yes', intent: 'yes' }];
    const { become, asked } = await show({ items: [bot(1, { quickReplies }), bot(2, { quickReplies })] });
    expect(texts('.chips button')).toEqual(['Yes']);
    button('Yes').click();
    expect(asked).toContainEqual(['send', 'Yes', 'yes']);
    await become({
      items: [bot(1, { quickReplies }), { type: 'outbox', clientId: 'a', text: 'no', at: 0, status: 'sending' }],
    });
    expect(texts('.chips button')).toEqual([]);
  });

  it('offers the bot, once, for as long as a person is waited for, whatever was said since', async () => {
    const quickReplies = [{ label: 'Go on with the bot', intent: 'solodesk.resume-bot' }];
    const conversation = { id: 'c', state: 'waiting', ownerName: null, ownerSeenSeq: 0 } as const;
    const said: ChatItem = { type: 'visitor_message', seq: 2, at: 0, text: 'hello?', clientId: 'a' };
    const { become, asked } = await show({ conversation, items: [bot(1, { quickReplies })] });
    expect(texts('.chips button')).toEqual(['Go on with the bot']);
    await become({ items: [bot(1), said] });
    button('Go on with the bot').click();
    expect(asked).toContainEqual(['send', 'Go on with the bot', 'solodesk.resume-bot']);
    expect(document.activeElement).toBe(all('textarea')[0]);
    await become({ conversation: { ...conversation, state: 'bot' } });
    expect(texts('.chips button')).toEqual([]);
  });

  it('shows text as text, and a link only where it is safe', async () => {
    const links = [
      { label: 'good', url: 'https://a.example' },
      { label: 'bad', url: 'javascript:alert(1)' },
    ];
    await show({
      items: [bot(1, { text: '<img src=x onerror=alert(1)> javascript:alert(2) https://b.example', links })],
    });
    expect(all('img')).toEqual([]);
    expect(all('a').map((link) => link.getAttribute('href'))).toEqual([
      'https://desk.example/help/shop/en',
      'https://b.example/',
      'https://a.example/',
    ]);
  });

  it('lets a message that was given up be tried again or deleted', async () => {
    const { asked } = await show({ items: [{ type: 'outbox', clientId: 'a', text: 'hi', at: 0, status: 'failed' }] });
    button('Not sent · tap to retry').click();
    button('Delete').click();
    expect(asked).toContainEqual(['retry', 'a']);
    expect(asked).toContainEqual(['discard', 'a']);
  });

  it('draws the end of a long log, and more of it when asked', async () => {
    await show({ items: Array.from({ length: 250 }, (_, index) => bot(index + 1)) });
    expect(all('.m')).toHaveLength(100);
    button('Show earlier messages').click();
    await settled();
    expect(all('.m')).toHaveLength(200);
  });
});

describe('the header', () => {
  it('says who took over', async () => {
    await show({
      conversation: { id: 'c', state: 'owner', ownerName: 'Mei', ownerSeenSeq: 0 },
      items: [{ type: 'takeover', seq: 1, at: 0, name: 'Mei' }],
    });
    expect(texts('h1')).toEqual(['Mei']);
    expect(texts('.who p')[0]).toContain('took over at');
  });

  it('says whom a visitor waits for, and that somebody is called only while somebody is there', async () => {
    const conversation = { id: 'c', state: 'waiting', ownerName: null, ownerSeenSeq: 0 } as const;
    const { become } = await show({ conversation });
    expect(texts('.who p')).toEqual(['Calling Mei…']);
    await become({ presence: { here: false, name: 'Mei' } });
    expect(texts('.who p')).toEqual(['Waiting for Mei']);
  });

  it('claims nobody’s presence while the line is lost, and says what happens to what is written', async () => {
    await show({ connection: 'offline' });
    expect(texts('.who p')).toEqual(['Offline']);
    expect(all('.face i')).toEqual([]);
    expect(texts('[role=status]')).toEqual(["You're offline. What you write is kept and sent later."]);
  });
});

describe('ending the chat', () => {
  it('asks once, in the same place, and anew each time the menu opens', async () => {
    const { asked } = await show({ conversation: { id: 'c', state: 'bot', ownerName: null, ownerSeenSeq: 0 } });
    const press = async (name: string) => {
      button(name).click();
      await settled();
    };
    await press('More');
    await press('End chat');
    expect(asked).not.toContainEqual(['end']);
    await press('More');
    await press('More');
    await press('End chat');
    await press('End chat?');
    expect(asked).toContainEqual(['end']);
    expect(all('[role=menu]')).toEqual([]);
  });
});

describe('consent', () => {
  it('stands before everything that could be sent', async () => {
    const { asked, said } = await show({ needsConsent: true });
    expect(texts('.consent p')).toEqual(['We keep a log.']);
    expect(all('textarea, .chips')).toEqual([]);
    button('No, thanks').click();
    expect(said).toContainEqual(['close', null]);
    expect(asked.map(([what]) => what)).not.toContain('agree');
    button('I agree').click();
    expect(asked).toContainEqual(['agree']);
  });
});

describe('the text box', () => {
  const press = (init: KeyboardEventInit) =>
    all('textarea')[0]!.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));

  it('sends on Enter, empties the draft, and sends nothing that is too long', async () => {
    const { asked, become } = await show({ draft: 'hello' });
    press({ key: 'Enter' });
    expect(asked).toContainEqual(['send', 'hello']);
    expect(asked).toContainEqual(['setDraft', '']);
    asked.length = 0;
    await become({ draft: '🧵'.repeat(4001) });
    expect(texts('.under [role=status]')).toEqual(['Too long by 1']);
    press({ key: 'Enter' });
    expect(asked.filter(([what]) => what === 'send')).toEqual([]);
  });

  it('suggests what fits, to be chosen with the keys', async () => {
    const { asked, become } = await show({});
    await become({ draft: 'return' });
    await until(() => all('[role=option]').length > 0);
    expect(texts('[role=option]')).toEqual(['How long may I return it?']);
    press({ key: 'ArrowDown' });
    await until(() => all('[role=option][aria-selected=true]').length > 0);
    press({ key: 'Enter' });
    expect(asked).toContainEqual(['send', 'How long may I return it?', 'returns']);
  });

  it('changes the language at once and for later', async () => {
    const { asked, said, preferences } = await show({});
    button('中文').click();
    await until(() => document.documentElement.lang === 'zh-CN');
    expect(all('textarea')[0]!.getAttribute('placeholder')).toBe('输入消息…');
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(preferences.locale()).toBe('zh');
    expect(asked).toContainEqual(['setLocale', 'zh']);
    expect(said).toContainEqual(['locale', 'zh']);
  });
});
