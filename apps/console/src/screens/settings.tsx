import { useEffect, useState } from 'preact/hooks';
import { CopyBox } from '../parts/controls/copy-box.tsx';
import { LanguageSwitch } from '../parts/controls/language-switch.tsx';
import { ApiKeys } from '../parts/settings/api-keys.tsx';
import { AccountForm } from '../parts/account/account-form.tsx';
import { Holidays } from '../parts/settings/holidays.tsx';
import { KnownProblems } from '../parts/settings/known-problems.tsx';
import { PromiseFigure } from '../parts/feedback/promise-figure.tsx';
import { SatisfactionFigure } from '../parts/feedback/satisfaction-figure.tsx';
import { PasswordForm } from '../parts/account/password-form.tsx';
import { SettingsContents } from '../parts/settings/settings-contents.tsx';
import { SecondFactor } from '../parts/account/second-factor.tsx';
import { SignedInDevices } from '../parts/account/signed-in-devices.tsx';
import { SnippetBox } from '../parts/settings/snippet-box.tsx';
import { notificationState, notifyDesktop, playSound } from '../state/alerts/alerts.ts';
import { api } from '../state/api/api.ts';
import type { Session, SiteAnswer, SiteBrief } from '../state/api/api.ts';
import { forgetDesk, useDesk } from '../state/desk.ts';
import { prefer, preferences } from '../state/preferences.ts';
import { go } from '../state/route.ts';
import { asApiError, refreshSession } from '../state/session.ts';
import { forgetPush } from '../state/alerts/push.ts';
import { CannedReplies } from '../parts/settings/canned-replies.tsx';
import { cannedTexts } from '../texts/canned-texts.ts';
import { finishSoon } from '../state/tickets/bulk-soon.ts';
import { useStore } from '../state/hooks/use-store.ts';
import { errorText, useTexts } from '../texts/index.ts';
import { siteLinkTexts } from '../texts/site-link-texts.ts';
import { privacyTexts } from '../texts/privacy-texts.ts';
import { Reach } from './reach.tsx';
import { Webhooks } from './webhooks.tsx';

export function Settings({ session }: { session: Session }) {
  const { t, locale } = useTexts();
  const { client, state } = useDesk();
  const { sound } = useStore(preferences);
  const [error, setError] = useState<string | null>(null);

  const signOut = async () => {
    if (state.outbox.length > 0 && !confirm(t.settings.pending)) return;
    try {
      await Promise.all([client.finishCloses(), finishSoon()]);
      await forgetPush();
      await api.logout();
      forgetDesk();
      await refreshSession();
    } catch (cause) {
      setError(errorText(t, asApiError(cause)));
    }
  };
  return (
    <section class="page" aria-labelledby="settings-title">
      <h1 id="settings-title">{t.settings.title}</h1>
      <SettingsContents
        parts={[
          { id: 'account', title: t.settings.account },
          { id: 'browser', title: t.settings.browser },
          { id: 'reach', title: t.reach.title },
          { id: 'sites', title: t.settings.sites },
          { id: 'canned', title: cannedTexts[locale].title },
          { id: 'webhooks', title: t.webhooks.title },
          { id: 'keys', title: t.records.keys },
          { id: 'privacy', title: privacyTexts[locale].title },
        ]}
      />
      <h2 id="account">{t.settings.account}</h2>
      <div class="row">
        <span>
          <b>{session.account?.name}</b>
          <br />
          <span class="muted">{session.account?.email}</span>
        </span>
        <button type="button" class="button" onClick={() => void signOut()}>
          {t.settings.signOut}
        </button>
      </div>
      {error && (
        <p class="note note-bad" role="alert">
          {error}
        </p>
      )}
      {session.account && <AccountForm account={session.account} sites={session.sites} />}
      <PasswordForm email={session.account?.email ?? ''} />
      <SecondFactor />
      <SignedInDevices />
      <h2 id="browser">{t.settings.browser}</h2>
      <div class="row">
        <span>{t.settings.language}</span>
        <LanguageSwitch />
      </div>
      <div class="row">
        <label class="check">
          <input type="checkbox" checked={sound} onChange={(event) => prefer({ sound: event.currentTarget.checked })} />
          <span>{t.settings.sound}</span>
        </label>
        <button type="button" class="button" onClick={playSound}>
          {t.settings.testSound}
        </button>
      </div>
      <NotificationRow />
      <Reach email={session.account?.email ?? ''} />
      <h2 id="sites">{t.settings.sites}</h2>
      {session.sites.map((site) => (
        <SiteRow key={site.id} site={site} />
      ))}
      <button type="button" class="button" onClick={() => go({ screen: 'wizard', site: null })}>
        + {t.nav.addSite}
      </button>
      <h2 id="canned">{cannedTexts[locale].title}</h2>
      <p class="muted">{cannedTexts[locale].text}</p>
      {session.sites.map((site) => (
        <CannedReplies key={site.id} site={site} />
      ))}
      <Webhooks sites={session.sites} />
      <h2 id="keys">{t.records.keys}</h2>
      {session.sites.map((site) => (
        <ApiKeys key={site.id} site={site} />
      ))}
      <h2 id="privacy">{privacyTexts[locale].title}</h2>
      <div class="row">
        <span class="muted">{privacyTexts[locale].settingsText}</span>
        <button type="button" class="button" onClick={() => go({ screen: 'privacy' })}>
          {privacyTexts[locale].open}
        </button>
      </div>
    </section>
  );
}

/** The browser is asked for its permission only on a click of this button. */
function NotificationRow() {
  const { t } = useTexts();
  useStore(preferences);
  const [said, setSaid] = useState<string | null>(null);
  const state = notificationState();
  const enable = async () => {
    const answer = await Notification.requestPermission();
    prefer({ notifications: answer === 'granted' });
    setSaid(answer === 'granted' ? null : answer === 'denied' ? t.settings.denied : t.settings.dismissed);
  };
  const test = () => {
    const shown = notifyDesktop(t.alerts.testTitle, t.alerts.testBody, 'test', () => undefined);
    setSaid(shown ? t.settings.testSent : t.settings.testFailed);
  };
  return (
    <div class="row">
      <span>
        {t.settings.notifications}
        {state === 'on' && <span class="tag tag-good">{t.settings.on}</span>}
        <br />
        <span class="muted" role="status">
          {state === 'denied'
            ? t.settings.denied
            : state === 'unsupported'
              ? t.settings.unsupported
              : (said ?? (state === 'off' && t.settings.testNeeds))}
        </span>
      </span>
      <span class="row-buttons">
        {state === 'off' && (
          <button type="button" class="button" onClick={() => void enable()}>
            {t.settings.enable}
          </button>
        )}
        {state === 'on' && (
          <button type="button" class="button" onClick={() => prefer({ notifications: false })}>
            {t.settings.disable}
          </button>
        )}
        <button
          type="button"
          class="button"
          disabled={state !== 'on'}
          title={state === 'on' ? undefined : t.settings.testNeeds}
          onClick={test}
        >
          {t.settings.test}
        </button>
      </span>
    </div>
  );
}

function SiteRow({ site }: { site: SiteBrief }) {
  const { t, w, locale } = useTexts();
  const [answer, setAnswer] = useState<SiteAnswer | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    api.site(site.id).then(setAnswer, (cause: unknown) => setError(errorText(t, asApiError(cause))));
  }, [site.id, t]);
  return (
    <div class="site-row">
      <div class="row">
        <span>
          <b>{site.name}</b> <span class="muted">{answer && t.settings.faqCount(answer.faqCount)}</span>
        </span>
        <span class="row-buttons">
          <button type="button" class="button" onClick={() => go({ screen: 'wizard', site: site.id })}>
            {t.settings.change}
          </button>
          <button type="button" class="button" onClick={() => go({ screen: 'site', site: site.id, part: null })}>
            {siteLinkTexts[locale].open}
          </button>
        </span>
      </div>
      {error && (
        <p class="note note-bad" role="alert">
          {error}
        </p>
      )}
      <PromiseFigure site={site.id} />
      <SatisfactionFigure site={site} />
      <Holidays site={site} />
      <KnownProblems site={site} />
      {answer && <SnippetBox snippet={answer.snippet} label={`${w.snippet.code}: ${site.name}`} />}
      {answer?.identitySecret && (
        <details>
          <summary>{t.settings.secret}</summary>
          <p class="muted">{t.settings.secretHint}</p>
          <CopyBox text={answer.identitySecret} label={`${t.settings.secret}: ${site.name}`} />
        </details>
      )}
    </div>
  );
}
