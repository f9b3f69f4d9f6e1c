import type { Locale } from '@solodesk/protocol/visitor';
import { inPageStorage } from '../loader/page-storage.ts';
import { pickLocale } from '../loader/texts.ts';

/** What the server puts in place of the token `__SOLODESK_PROACTIVE__`. It is public. */
export interface ProactiveConfig {
  id: string;
  locales: Locale[];
  defaultLocale: Locale;
  messages: {
    /** Paths of pages; `*` stands for anything. */
    page: string[];
    /** Seconds on the page, while it is seen. */
    after: number;
    /** How far down the page somebody must have come, in hundredths. */
    scrolled: number;
    /** Sooner, when the pointer leaves the page at its top. */
    onLeaving: boolean;
    text: Partial<Record<Locale, string>>;
  }[];
}

/** A message that is being shown; what people do with it is told once. */
export interface Shown {
  remove(): void;
}

export interface ShowMessage {
  (message: { text: string; locale: Locale; bubble: Element; onOpen(): void; onClose(): void }): Shown;
}

type Solodesk = (command: string, ...given: unknown[]) => void;

const SECOND = 1000;

/**
 * Says something beside the bubble: at most once a visit, and never to somebody who closed one.
 *
 * Before the visitor's first click nothing may be kept in the browser, so a visit that has not clicked is known by its pages
 * alone: a page that was reached from one of this site on which something may have been said says nothing. Whoever closes a
 * message has clicked, and that is remembered; whoever has a chat has clicked too, and the visit is remembered by the tab.
 */
export function createProactive(config: ProactiveConfig, { show }: { show: ShowMessage }): () => void {
  const { id, messages } = config;
  const closedFlag = 'solodesk-quiet:' + id;
  const solodesk = (window as unknown as { Solodesk?: Solodesk }).Solodesk;
  let path = location.pathname;
  let seconds = 0;
  let deepest = 0;
  let leaving = false;
  let shown: Shown | undefined;
  let spent =
    isKept(() => localStorage[closedFlag]) || isKept(() => sessionStorage[closedFlag]) || wasSaidBefore(messages);

  const messageFor = (on: string) => messages.find(({ page }) => page.some((pattern) => matchesPath(pattern, on)));

  const done = () => {
    spent = true;
    shown?.remove();
    shown = undefined;
    clearInterval(timer);
  };

  const look = () => {
    if (path !== location.pathname) {
      path = location.pathname;
      seconds = deepest = 0;
    }
    const bubble = document.querySelector('solodesk-chat')?.shadowRoot?.querySelector('button');
    const message = messageFor(path);
    if (spent || !bubble || bubble.hidden || !message || shown) return;
    // The chat was opened, here or by the page before.
    if (bubble.ariaExpanded === 'true') return done();
    if ((seconds < message.after && !(leaving && message.onLeaving)) || deepest < message.scrolled) return;
    const locale = pickLocale(
      [document.documentElement.lang.replace(config.defaultLocale, ''), ...navigator.languages],
      config.locales,
      config.defaultLocale,
    );
    const text = message.text[locale] ?? message.text[config.defaultLocale] ?? Object.values(message.text)[0];
    if (!text) return;
    spent = true;
    // Who has a chat has clicked before: then the tab may know that something was said.
    if (isKept(() => localStorage['solodesk:' + id])) keep(() => (sessionStorage[closedFlag] = '1'));
    shown = show({
      ...{ text, locale, bubble },
      onOpen() {
        done();
        solodesk?.('track', 'proactive_opened', { text: text.slice(0, 200) });
        solodesk?.('show');
      },
      onClose() {
        done();
        keep(() => (localStorage[closedFlag] = '1'));
      },
    });
  };

  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') seconds++;
    look();
  }, SECOND);
  addEventListener(
    'scroll',
    () => {
      const { scrollHeight } = document.documentElement;
      deepest = Math.max(deepest, ((scrollY + innerHeight) / scrollHeight) * 100);
    },
    { passive: true },
  );
  document.documentElement.addEventListener('mouseleave', ({ clientY }) => {
    leaving = clientY <= 0;
    if (leaving) look();
  });
  solodesk?.('on', 'open', done);
  if (spent) clearInterval(timer);
  return done;
}

/** Whether the page before was one of this site on which something may have been said. */
function wasSaidBefore(messages: ProactiveConfig['messages']): boolean {
  if (!URL.canParse(document.referrer)) return false;
  const before = new URL(document.referrer);
  if (before.origin !== location.origin) return false;
  return messages.some(({ page }) => page.some((pattern) => matchesPath(pattern, before.pathname)));
}

/** Whether a path is meant by a pattern; `*` stands for anything, all else for itself. */
function matchesPath(pattern: string, path: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}

function isKept(read: () => unknown): boolean {
  return inPageStorage(() => Boolean(read())) ?? false;
}

function keep(write: () => unknown): void {
  inPageStorage(write);
}
