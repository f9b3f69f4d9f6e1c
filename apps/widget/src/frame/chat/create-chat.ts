import { createChatClient } from '@solodesk/client';
import type { ChatClient, ChatSocket, ChatStorage } from '@solodesk/client';
import type { Locale, WidgetSite } from '@solodesk/protocol/visitor';
import { Manager } from 'socket.io-client';
import type { PageState } from '../../bridge/messages.ts';

/** The consent that stands before the first message: the page's own text, else the site's; null when none is asked. */
export function consentOf(site: WidgetSite, page: PageState, locale: Locale): { version: string; text: string } | null {
  if (page.consentText) return { version: `page-${fingerprint(page.consentText)}`, text: page.consentText };
  if (!site.consent) return null;
  const { version, text } = site.consent;
  return { version, text: text[locale] ?? text[site.defaultLocale] ?? Object.values(text)[0] ?? '' };
}

/** Tells texts apart (FNV-1a, 32 bit): another text needs another consent. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(16);
}

/** The chat of this frame, over Socket.IO: WebSocket first, and long polling where that is blocked. */
export function createChat(site: WidgetSite, page: PageState, storage: ChatStorage, locale: Locale): ChatClient {
  return createChatClient({
    site: site.id,
    storage,
    locale,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    page: page.page,
    identity: page.identity,
    consentVersion: consentOf(site, page, locale)?.version,
    ids: { uuid },
    random: Math.random,
    clock: {
      now: Date.now,
      setTimeout: (run, ms) => window.setTimeout(run, ms),
      clearTimeout: (timer) => window.clearTimeout(timer as number),
    },
    connect: (auth) => {
      // A manager of its own: a new start must not find the old one's connection.
      const manager = new Manager(location.origin, {
        autoConnect: false,
        transports: ['websocket', 'polling'],
        tryAllTransports: true,
        timeout: 7_000,
        reconnectionDelay: 500,
        reconnectionDelayMax: 10_000,
        randomizationFactor: 0.5,
      });
      const socket = manager.socket('/visitor', { auth: auth as (tell: (data: object) => void) => void });
      // A WebSocket that is swallowed on its way does not fail, it never opens: then begin with polling.
      socket.on('connect_error', () => {
        if (!socket.active) return;
        manager.opts.transports = ['polling', 'websocket'];
      });
      // eslint-disable-next-line no-console -- for the page's author: what the page claims was not taken
      socket.on('fault', console.error);
      // socket.io types its listeners with `any`, which `never` does not accept.
      return socket as object as ChatSocket;
    },
  });
}

/** `crypto.randomUUID` exists on secure origins only; a desk on a home network has none. */
function uuid(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
