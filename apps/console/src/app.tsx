import { useEffect, useState } from 'preact/hooks';
import type { OwnerClient } from '@solodesk/client/owner';
import { EntryPage } from './parts/frame/entry-page.tsx';
import { lazy } from './parts/controls/lazy.tsx';
import { Desk } from './screens/desk.tsx';
import { SetUp } from './screens/set-up.tsx';
import { SignIn } from './screens/sign-in.tsx';
import type { Session } from './state/api/api.ts';
import { DeskContext, openDesk } from './state/desk.ts';
import { followPushes, serveInstalled } from './state/alerts/push.ts';
import { prefer, preferences } from './state/preferences.ts';
import { route as routeStore } from './state/route.ts';
import { endSession, refreshSession, sessionStore } from './state/session.ts';
import { finishSoon } from './state/tickets/bulk-soon.ts';
import { useStore } from './state/hooks/use-store.ts';
import { errorText, useTexts } from './texts/index.ts';

/** Needed once; the desk's first screen does not wait for it. */
const Wizard = lazy(async () => (await import('./screens/wizard/wizard.tsx')).Wizard);

export function App() {
  const { t, locale } = useTexts();
  const state = useStore(sessionStore);
  const route = useStore(routeStore);

  useEffect(() => void refreshSession(), []);
  useEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
  }, [locale]);

  if (state.status === 'loading') return <p class="loading">{t.common.loading}</p>;
  if (state.status === 'failed') {
    return (
      <EntryPage title="Solodesk" text={errorText(t, state.error)}>
        <button type="button" class="button button-wide" onClick={() => void refreshSession()}>
          {t.common.retry}
        </button>
      </EntryPage>
    );
  }
  const { session } = state;
  // A used link of a desk that is set up must not stand in the way of who is signed in.
  if (route.screen === 'setup' && !session.account) return <SetUp token={route.token} />;
  if (!session.account) return <SignIn needsSetup={session.needsSetup} ended={state.ended === true} />;
  return <SignedIn session={session} />;
}

/** What counts as a touch; the client tells the server of it once a minute at most. */
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'pointermove'] as const;

function SignedIn({ session }: { session: Session }) {
  const route = useStore(routeStore);
  const preferred = useStore(preferences).site;
  const [client, setClient] = useState<OwnerClient | null>(null);
  const account = session.account?.id;
  const siteIds = session.sites.map(({ id }) => id).join('\n');

  useEffect(() => {
    const made = openDesk([]);
    const touch = () => made.activity();
    const wake = () => {
      if (document.visibilityState === 'visible') {
        made.wake();
        // Names may have been changed elsewhere.
        void refreshSession();
      } else leave();
    };
    const leave = () => void Promise.all([made.finishCloses(), finishSoon()]);
    const unsubscribe = made.subscribe(() => {
      if (made.get().connection === 'signed_out') endSession();
    });
    const follow = made.onChanged((_site, what) => {
      if (what === null || what.includes('session')) void refreshSession();
    });
    made.start();
    setClient(made);
    for (const event of TOUCHES) addEventListener(event, touch, { passive: true });
    addEventListener('online', wake);
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', wake);
    return () => {
      for (const event of TOUCHES) removeEventListener(event, touch);
      removeEventListener('online', wake);
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', wake);
      unsubscribe();
      follow();
      made.stop();
    };
  }, [account]);

  useEffect(followPushes, []);
  useEffect(() => void serveInstalled(), []);

  useEffect(() => {
    for (const id of siteIds.split('\n')) if (id) client?.addSite(id);
  }, [client, siteIds]);

  // The other sections show the site whose desk was open last.
  const named = route.screen === 'desk' || route.screen === 'tickets' || route.screen === 'site';
  const opened = named ? (route.site ?? null) : null;
  useEffect(() => {
    if (opened) prefer({ site: opened });
  }, [opened]);

  const wanted = opened ?? preferred;
  const site = session.sites.find(({ id }) => id === wanted) ?? session.sites[0];
  if (!client) return null;
  const wizard = route.screen === 'wizard' || !site;
  return (
    <DeskContext.Provider value={client}>
      {wizard ? (
        <Wizard session={session} edit={route.screen === 'wizard' ? route.site : null} />
      ) : (
        <Desk session={session} site={site} />
      )}
    </DeskContext.Provider>
  );
}
