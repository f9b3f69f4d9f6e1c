import { useState } from 'preact/hooks';
import { inboxOf } from '@solodesk/client/owner';
import type { QueueItem } from '@solodesk/protocol/owner';
import { ConnectionBanner, ProblemsBanner, StorageBanner } from '../parts/frame/banners.tsx';
import { lazy } from '../parts/controls/lazy.tsx';
import { HelpSheet } from '../parts/frame/help-sheet.tsx';
import { NextCard } from '../parts/queue/next-card.tsx';
import { NothingChosen } from '../parts/frame/nothing-chosen.tsx';
import { Queue } from '../parts/queue/queue.tsx';
import { Rail } from '../parts/frame/rail.tsx';
import { SearchSheet } from '../parts/search/search-sheet.tsx';
import { SnoozeSheet } from '../parts/queue/snooze-sheet.tsx';
import { UpdateBanner } from '../parts/frame/update-banner.tsx';
import { Toasts } from '../parts/controls/toasts.tsx';
import type { Session, SiteBrief } from '../state/api/api.ts';
import { useCommands } from '../state/use-commands.ts';
import { useDesk } from '../state/desk.ts';
import { DESK, go, route as routeStore } from '../state/route.ts';
import { useAlerts } from '../state/alerts/use-alerts.ts';
import { useMinute } from '../state/hooks/use-minute.ts';
import { useQueue } from '../state/queue/use-queue.ts';
import { useSearchKeys, useShortcuts } from '../state/hooks/use-shortcuts.ts';
import { SiteZone } from '../state/site-day.ts';
import { useStore } from '../state/hooks/use-store.ts';
import type { DeskRoute } from '../state/route.ts';
import { nextTexts } from '../texts/next-texts.ts';
import { useTexts } from '../texts/index.ts';
import { Conversation } from './conversation.tsx';
import { Faqs } from './faqs.tsx';
import { Feedback } from './feedback.tsx';
import { Privacy } from './privacy.tsx';
import { Settings } from './settings.tsx';
import { Tickets } from './tickets.tsx';
import { Unanswered } from './unanswered.tsx';

const Insights = lazy(async () => (await import('./insights.tsx')).Insights);
const SiteSettings = lazy(async () => (await import('./site-settings/site-settings.tsx')).SiteSettings);
const Contacts = lazy(async () => (await import('./contacts.tsx')).Contacts);

/** The console behind its sign-in: sections, queue, conversation, customer. */
export function Desk({ session, site }: { session: Session; site: SiteBrief }) {
  const { t, locale } = useTexts();
  const words = { t, next: nextTexts[locale], locale };
  const now = useMinute();
  const { state } = useDesk();
  const route = useStore(routeStore);
  const [help, setHelp] = useState(false);
  const [snoozing, setSnoozing] = useState<QueueItem | null>(null);
  const [searching, setSearching] = useState(false);
  const name = session.account?.name ?? site.ownerName;
  // Replies carry the name that visitors read, which the site may set apart from the account's.
  const names = [name, site.ownerName];
  // A set-up link that was followed by who is signed in already leads to the queue.
  const desk = route.screen === 'desk' ? route : route.screen === 'setup' ? DESK : null;
  const show = (changes: Partial<DeskRoute>, replace = false) => {
    const { message: _, ...base }: DeskRoute = desk ?? DESK;
    go({ ...base, site: site.id, ...changes }, replace);
  };
  const openConversation = (conversation: string) => show({ conversation, panel: false });
  const commands = useCommands(site.id, desk?.conversation ?? null);
  useAlerts(session.sites, desk?.conversation ?? null);

  const list = desk?.filter === 'later' ? 'later' : 'todo';
  const queue = useQueue(site.id, list, desk?.conversation ?? null, (conversation) =>
    show({ conversation, panel: false }),
  );
  const stepInQueue = (by: 1 | -1) => {
    const at = queue[list].findIndex(({ id }) => id === queue.picked?.id);
    const next = at < 0 ? queue[list][0] : queue[list][at + by];
    if (!next) return;
    queue.open(next);
    document.querySelector<HTMLElement>(`[data-id="${next.id}"]`)?.focus();
  };
  const step = (by: 1 | -1) => {
    if (desk?.filter !== 'open' && desk?.filter !== 'closed') return desk ? stepInQueue(by) : undefined;
    const items = inboxOf(state, site.id, desk.filter);
    const at = items.findIndex(({ id }) => id === desk?.conversation);
    const next = at < 0 ? items[0] : items[at + by];
    if (!next) return;
    openConversation(next.id);
    document.querySelector(`[data-id="${next.id}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts({
    t() {
      commands.takeOver();
      document.getElementById('reply')?.focus();
    },
    b: commands.handBack,
    e: commands.close,
    j: () => step(1),
    k: () => step(-1),
    s: () => setSnoozing(queue.picked?.away === null ? queue.picked : null),
    d: () => queue.picked?.away === null && queue.put(queue.picked, 'done'),
    u: queue.undo,
    r: () => document.getElementById('reply')?.focus(),
    '/': () => setSearching(true),
    '?': () => setHelp(true),
  });
  useSearchKeys(() => setSearching(true));

  const view = !desk ? 'page' : desk.panel && desk.conversation ? 'panel' : desk.conversation ? 'talk' : 'queue';
  return (
    <div class={`desk desk-${view}`}>
      {desk && (
        <a
          class="skip"
          href="#talk"
          onClick={(event) => {
            event.preventDefault();
            document.getElementById('talk')?.focus();
          }}
        >
          {t.common.skipToMain}
        </a>
      )}
      <Rail
        screen={route.screen}
        site={site}
        sites={session.sites}
        name={name}
        onHelp={() => setHelp(true)}
        onSearch={() => setSearching(true)}
      />
      <div class="desk-banners">
        <UpdateBanner />
        <ConnectionBanner />
        <StorageBanner />
        <ProblemsBanner site={site.id} />
      </div>
      <SiteZone.Provider value={site.timeZone}>
        <main class="desk-main">
          {desk && (
            <>
              <h1 class="visually-hidden">
                {t.nav.inbox}, {site.name}
              </h1>
              <Queue
                sites={session.sites}
                site={site}
                queue={queue}
                filter={desk.filter}
                selected={desk.conversation}
                ownNames={names}
                onFilter={(filter) => show({ filter })}
                onOpen={openConversation}
                onSnooze={setSnoozing}
              />
              {desk.conversation ? (
                <Conversation
                  site={site.id}
                  conversation={desk.conversation}
                  ownNames={names}
                  sought={desk.message ?? null}
                  onFound={() => show({}, true)}
                  from={{ me: site.ownerName, site: site.name }}
                  commands={commands}
                  onBack={() => show({ conversation: null, panel: false })}
                  onPanel={(panel) => show({ panel })}
                />
              ) : queue.picked ? (
                <NextCard item={queue.picked} now={now} queue={queue} words={words} onSnooze={setSnoozing} />
              ) : (
                <NothingChosen filter={desk.filter} isEmpty={queue[list].length === 0} />
              )}
            </>
          )}
          {route.screen === 'unanswered' && <Unanswered key={site.id} site={site} />}
          {route.screen === 'faqs' && <Faqs key={site.id} site={site} edit={route.edit} />}
          {route.screen === 'contacts' && (
            <Contacts
              key={site.id}
              site={site}
              open={route.contact}
              view={route.view ?? null}
              merging={route.merge ?? false}
              order={route.order ?? null}
            />
          )}
          {route.screen === 'tickets' && <Tickets key={site.id} site={site} open={route.ticket} />}
          {route.screen === 'insights' && <Insights key={site.id} site={site} />}
          {route.screen === 'feedback' && <Feedback key={site.id} site={site} survey={route.survey} />}
          {route.screen === 'settings' && <Settings session={session} />}
          {route.screen === 'site' && <SiteSettings key={site.id} site={site} part={route.part} />}
          {route.screen === 'privacy' && <Privacy key={site.id} site={site} />}
        </main>
      </SiteZone.Provider>
      <Toasts />
      {searching && <SearchSheet site={site.id} onClose={() => setSearching(false)} />}
      {snoozing && (
        <SnoozeSheet
          item={snoozing}
          words={words}
          onChoose={(choice) => queue.put(snoozing, choice)}
          onClose={() => setSnoozing(null)}
        />
      )}
      {help && <HelpSheet onClose={() => setHelp(false)} />}
    </div>
  );
}
