import { render } from 'preact';
import type { ChatClient, ChatItem, ChatState } from '@solodesk/client';
import type { WidgetSite } from '@solodesk/protocol/visitor';
import type { PageState } from '../../../bridge/messages.ts';
import { createPreferences } from '../../chat/preferences.ts';
import { memoryStorage } from '../../host/storage.ts';
import { App } from '../app.tsx';

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
export const bot = (seq: number, more: object = {}): ChatItem => ({
  type: 'bot_message',
  seq,
  at: 0,
  text: `bot ${seq}`,
  ...more,
});
export const settled = () => new Promise((resolve) => setTimeout(resolve, 50));
/** On a busy machine what is drawn later than usual is waited for; what never comes fails where it is expected. */
export async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 4_000; !holds() && Date.now() < end;) await settled();
}
export const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
export const texts = (selector: string) => all(selector).map((element) => element.textContent);
export const button = (name: string) => all('button').find((one) => name === (one.ariaLabel ?? one.textContent))!;

/** The panel over a chat that records what it is asked. */
export async function show(given: Partial<ChatState>) {
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
    suggest: () =>
      Promise.resolve(
        state.connection === 'online' ? [{ intent: 'returns', question: 'How long may I return it?' }] : [],
      ),
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
