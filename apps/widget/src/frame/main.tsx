import '@solodesk/ui/tokens.css';
import './styles.css';
import { render } from 'preact';
import type { WidgetSite } from '@solodesk/protocol/visitor';
import { watchAttention } from './chat/attention.ts';
import { createChat } from './chat/create-chat.ts';
import { followPage } from './chat/follow-page.ts';
import { chooseLocale, createPreferences } from './chat/preferences.ts';
import { beep } from './chat/sound.ts';
import { connectPage, embedder } from './host/page-link.ts';
import type { PageLink } from './host/page-link.ts';
import { memoryStorage, ownStorage } from './host/storage.ts';
import { App } from './view/app.tsx';

/** Stands in the frame's own address after it has reloaded itself, so that it does so once, storage or not. */
const RENEWED = '#renewed';

function start(site: WidgetSite, page: PageLink): void {
  const storage =
    ownStorage(() => localStorage) ??
    memoryStorage(page.state.kept ?? {}, site.hostStorageFallback ? (k, v) => page.post('put', { k, v }) : undefined);
  const preferences = createPreferences(storage, site.id);
  const { state } = page;
  const locale = chooseLocale(
    [preferences.locale(), state.locale, ...state.languages],
    site.locales,
    site.defaultLocale,
  );
  const chat = createChat(site, state, storage, locale);

  let session: boolean | undefined;
  let forgotten = false;
  const look = () => {
    if (forgotten) return;
    const { needsConsent, connection } = chat.getState();
    if (session === needsConsent || session === undefined) page.post('session', (session = !needsConsent));
    if (connection === 'upgrade' && location.hash !== RENEWED) {
      location.replace(RENEWED);
      location.reload();
    }
  };
  chat.subscribe(look);
  followPage(page, chat, () => {
    forgotten = true;
    chat.forget();
    preferences.forget();
    page.post('forgotten', null);
  });
  if (forgotten) return;
  watchAttention(page, chat, () => preferences.muted() || beep());
  const wake = () => document.visibilityState === 'visible' && chat.wake();
  document.addEventListener('visibilitychange', wake);
  window.addEventListener('online', wake);
  render(<App frame={{ site, chat, page, preferences }} firstLocale={locale} />, document.body);
  page.post('ready', null);
  chat.start();
  look();
}

const site = JSON.parse(document.getElementById('solodesk-site')!.textContent) as WidgetSite;
connectPage(site.id, embedder(), (page) => start(site, page));
