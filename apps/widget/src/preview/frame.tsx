import { render } from 'preact';
import { createChatClient } from '@solodesk/client';
import type { WidgetSite } from '@solodesk/protocol/visitor';
import { consentOf } from '../frame/chat/create-chat.ts';
import { opensAt } from '../frame/chat/hours.ts';
import { chooseLocale, createPreferences } from '../frame/chat/preferences.ts';
import { connectPage, embedder } from '../frame/host/page-link.ts';
import type { PageLink } from '../frame/host/page-link.ts';
import { memoryStorage } from '../frame/host/storage.ts';
import { App } from '../frame/view/app.tsx';
import { createPreviewSocket } from './preview-socket.ts';

const ANSWERS = {
  en: 'This is a preview: nobody is asked, and nothing is kept. On your site the bot answers here.',
  zh: '这只是预览：不会有人收到，也不会保存。在您的网站上，机器人会在这里回答。',
};
const MOMENT_MS = 350;

/** The frame of the widget as it is, over a line that leads nowhere. */
function start(drafted: WidgetSite, link: PageLink): void {
  const now = Date.now();
  const isClosed = new URL(link.state.page.url).searchParams.has('closed') || opensAt(drafted, now) !== null;
  const site = isClosed ? { ...drafted, open: drafted.open.filter(([from]) => from > now) } : drafted;
  const page: PageLink = {
    ...link,
    get state() {
      // Whoever fills in a form beside this goes on typing there.
      return { ...link.state, focus: false };
    },
    post: (t, d) => {
      if (t === 'ready' || t === 'close' || t === 'locale' || t === 'unread') link.post(t, d);
    },
  };
  const storage = memoryStorage({});
  const preferences = createPreferences(storage, site.id);
  const { state } = link;
  const locale = chooseLocale([state.locale, ...state.languages], site.locales, site.defaultLocale);
  const later = (run: () => void) => void window.setTimeout(run, MOMENT_MS);
  const chat = createChatClient({
    site: site.id,
    storage,
    locale,
    consentVersion: consentOf(site, state, locale)?.version,
    ids: { uuid },
    random: Math.random,
    clock: {
      now: Date.now,
      setTimeout: (run, ms) => window.setTimeout(run, ms),
      clearTimeout: (timer) => window.clearTimeout(timer as number),
    },
    connect: () =>
      createPreviewSocket({
        presence: { here: !isClosed, name: site.ownerName },
        answer: () => ANSWERS[document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'],
        now: Date.now,
        later,
      }),
  });
  render(<App frame={{ site, chat, page, preferences }} firstLocale={locale} />, document.body);
  page.post('ready', null);
  chat.start();
}

let made = 0;
/** Told apart within this page, which is all that there is. */
function uuid(): string {
  return `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`;
}

const site = JSON.parse(document.getElementById('solodesk-site')!.textContent) as WidgetSite;
connectPage(site.id, embedder(), (page) => start(site, page));
