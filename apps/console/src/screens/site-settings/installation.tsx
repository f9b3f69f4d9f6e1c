import { useState } from 'preact/hooks';
import { formatDay, formatTime } from '@solodesk/ui';
import { Field } from '../../parts/controls/field.tsx';
import { SnippetBox } from '../../parts/settings/snippet-box.tsx';
import { api } from '../../state/api/api.ts';
import type { SiteBrief } from '../../state/api/api.ts';
import { installationApi } from '../../state/api/installation-api.ts';
import type { InstallationCheck } from '../../state/api/installation-api.ts';
import { go } from '../../state/route.ts';
import { asApiError } from '../../state/session.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import type { Locale } from '../../state/wire-types.ts';
import { installationTexts } from '../../texts/installation-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';

const whenOf = (at: number, locale: Locale) => `${formatDay(at, Date.now(), locale)} ${formatTime(at, locale)}`;

/** The snippet, whether a page has it and lets it work, and where browsers asked for the widget. */
export function Installation({ site }: { site: SiteBrief }) {
  const { t: common, locale } = useTexts();
  const t = installationTexts[locale];
  const answer = useRemote(`site ${site.id}`, () => api.site(site.id));
  const sightings = useRemote(`installation ${site.id}`, () => installationApi.read(site.id));
  const [page, setPage] = useState('');
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<InstallationCheck | null>(null);
  const [error, setError] = useState<string | null>(null);
  const seen = told?.seen ?? sightings.value?.seen ?? [];

  const check = async (event: Event) => {
    event.preventDefault();
    if (busy || page.trim() === '') return;
    setBusy(true);
    setTold(null);
    setError(null);
    try {
      setTold(await installationApi.check(site.id, page.trim()));
    } catch (cause) {
      setError(errorText(common, asApiError(cause)));
    } finally {
      setBusy(false);
    }
  };
  const fault = answer.error ?? sightings.error;
  return (
    <>
      <p class="muted">{t.text}</p>
      {answer.value && <SnippetBox snippet={answer.value.snippet} label={`${t.snippet}: ${site.name}`} />}
      {fault && (
        <p class="note note-bad" role="alert">
          {errorText(common, fault)}
        </p>
      )}
      <h3>{t.title}</h3>
      <form class="install-form" noValidate onSubmit={(event) => void check(event)}>
        <Field label={t.address} hint={t.addressHint}>
          <input
            type="url"
            inputMode="url"
            autocomplete="url"
            placeholder="https://"
            maxLength={2000}
            value={page}
            onInput={({ currentTarget: { value } }) => setPage(value)}
          />
        </Field>
        <button type="submit" class="button button-primary" disabled={busy || page.trim() === ''}>
          {busy ? t.checking : t.check}
        </button>
      </form>
      <div role="status">
        {error && <p class="note note-bad">{error}</p>}
        {told && <Findings site={site} told={told} />}
      </div>
      <h3>{t.seen}</h3>
      {seen.length === 0 && <p class="muted">{t.nowhere}</p>}
      <ul class="install-seen">
        {seen.map(({ origin, at }) => (
          <li class="row" key={origin}>
            <span>{origin}</span>
            <span class="muted">{whenOf(at, locale)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Findings({ site, told }: { site: SiteBrief; told: InstallationCheck }) {
  const { locale } = useTexts();
  const t = installationTexts[locale];
  if (!told.reached) return <p class="note note-bad">{t.faults[told.fault]}</p>;
  const { found, blocked, otherIds, otherServers, admitted, origin, seenAt } = told;
  const rows: { good: boolean; text: string }[] = [
    ...(told.status >= 400 ? [{ good: false, text: t.status(told.status) }] : []),
    { good: found, text: found ? t.found : t.missing },
    ...otherIds.map((id) => ({ good: found, text: t.otherSite(id) })),
    ...otherServers.map((src) => ({ good: false, text: t.otherServer(src) })),
    ...blocked.map(({ directive, source }) => ({ good: false, text: t.policy(directive, source) })),
    ...(blocked.length === 0 ? [{ good: true, text: t.policyGood }] : []),
    { good: admitted, text: admitted ? t.admitted : t.notAdmitted(origin) },
    { good: seenAt !== null, text: seenAt === null ? t.notSeenHere : t.seenHere(whenOf(seenAt, locale)) },
  ];
  return (
    <>
      <p class="muted">{t.where(told.url)}</p>
      <ul class="install-findings">
        {rows.map(({ good, text }) => (
          <li key={text} class={good ? 'install-good' : 'install-bad'}>
            <span aria-hidden="true">{good ? '✓' : '!'}</span>
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {!admitted && (
        <button type="button" class="button" onClick={() => go({ screen: 'site', site: site.id, part: 'privacy' })}>
          {t.toOrigins}
        </button>
      )}
    </>
  );
}
