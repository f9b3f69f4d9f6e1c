import { useState } from 'preact/hooks';
import { EmptyState } from '../parts/controls/empty-state.tsx';
import { Unread } from '../parts/controls/fault.tsx';
import { showToast } from '../parts/controls/toasts.tsx';
import { lifeApi } from '../state/api/life-api.ts';
import type { BlockedBrowser } from '../state/api/life-api.ts';
import { DESK, go } from '../state/route.ts';
import { asApiError } from '../state/session.ts';
import { useNews } from '../state/hooks/use-news.ts';
import { useRemote } from '../state/hooks/use-remote.ts';
import { useSiteDay } from '../state/site-day.ts';
import { lifeTexts } from '../texts/life-texts.ts';
import { errorText, useTexts } from '../texts/index.ts';
import type { Texts } from '../texts/index.ts';

/** Who is kept out, to be let in again. */
export function Blocked({ site }: { site: string }) {
  const { t, locale } = useTexts();
  const words = lifeTexts[locale];
  const dayOf = useSiteDay();
  const [before, setBefore] = useState<number | null>(null);
  const { value, error, reload } = useRemote(`blocked ${site} ${before}`, () => lifeApi.blocked(site, before));
  useNews(site, 'blocked', reload);
  const set = async ({ visitor }: BlockedBrowser, blocked: boolean) => {
    try {
      await lifeApi.setBlocked(site, visitor, blocked);
      if (!blocked) {
        const back = { label: words.undo, run: () => void set({ visitor } as BlockedBrowser, true) };
        showToast(words.lifted, { action: back });
      }
    } catch (cause) {
      showToast(`${words.failed} ${errorText(t, asApiError(cause))}`);
    }
    reload();
  };
  return (
    <section class="page" aria-labelledby="blocked-title">
      <button type="button" class="link contact-back" onClick={() => go({ screen: 'contacts', contact: null })}>
        ← {words.back}
      </button>
      <h1 id="blocked-title">{words.blocked}</h1>
      <p class="muted">{words.blockedText}</p>
      {value === null && <Unread error={error} reload={reload} />}
      {value?.blocked.length === 0 && <EmptyState title={words.nobodyBlocked} text={words.nobodyBlockedText} />}
      <ul>
        {value?.blocked.map((browser) => (
          <li key={browser.visitor} class="row blocked-row">
            <span>
              <Whom site={site} browser={browser} />
              <span class="tag">{words.whyBlocked[browser.why]}</span>
              <br />
              <span class="muted">{[saidLast(browser, t), dayOf(browser.since)].filter(Boolean).join(' · ')}</span>
            </span>
            <button type="button" class="button" onClick={() => void set(browser, false)}>
              {words.lift}
            </button>
          </li>
        ))}
      </ul>
      {value !== null && value.next !== null && (
        <button type="button" class="button" onClick={() => setBefore(value.next)}>
          {t.records.more}
        </button>
      )}
    </section>
  );
}

/** Leads to the person, else to what they said. */
function Whom({ site, browser }: { site: string; browser: BlockedBrowser }) {
  const { t, locale } = useTexts();
  const { somebody } = lifeTexts[locale];
  const { contact, conversation, name } = browser;
  if (contact === null && conversation === null) return <b class="muted">{somebody}</b>;
  const open = () =>
    contact === null ? go({ ...DESK, site, filter: 'open', conversation }) : go({ screen: 'contacts', contact });
  return (
    <button type="button" class="link" onClick={open}>
      {contact === null ? somebody : (name ?? t.records.nameless)}
    </button>
  );
}

function saidLast({ preview, previewFrom }: BlockedBrowser, t: Texts): string {
  if (preview === '') return '';
  return `${previewFrom === 'owner' ? t.inbox.you : previewFrom === 'bot' ? t.inbox.bot : ''}${preview}`;
}
