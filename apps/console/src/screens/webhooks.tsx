import { useState } from 'preact/hooks';
import { CopyBox } from '../parts/controls/copy-box.tsx';
import { EventChoice } from '../parts/reach/event-choice.tsx';
import { Field } from '../parts/controls/field.tsx';
import { WebhookRow } from '../parts/reach/webhook-row.tsx';
import type { SiteBrief } from '../state/api/api.ts';
import { asApiError } from '../state/session.ts';
import { useNews } from '../state/hooks/use-news.ts';
import { useRemote } from '../state/hooks/use-remote.ts';
import { webhooksApi } from '../state/api/webhooks-api.ts';
import type { WebhookList } from '../state/api/webhooks-api.ts';
import { deliveryReason } from '../texts/delivery-reasons.ts';
import { errorText, useTexts } from '../texts/index.ts';
import { Fault } from '../parts/controls/fault.tsx';

/** Settings → Webhooks: who else hears what happens, site by site. */
export function Webhooks({ sites }: { sites: readonly SiteBrief[] }) {
  const { t } = useTexts();
  return (
    <>
      <h2 id="webhooks">{t.webhooks.title}</h2>
      <p class="muted">{t.webhooks.text}</p>
      {sites.map((site) => (
        <SiteWebhooks key={site.id} site={site} named={sites.length > 1} />
      ))}
    </>
  );
}

function SiteWebhooks({ site, named }: { site: SiteBrief; named: boolean }) {
  const { t } = useTexts();
  const { value, error, reload } = useRemote(`webhooks ${site.id}`, () => webhooksApi.list(site.id));
  useNews(site.id, 'webhooks', reload);
  return (
    <section class="webhooks" aria-label={`${t.webhooks.title}: ${site.name}`}>
      {named && <h3>{site.name}</h3>}
      {error && <Fault text={errorText(t, error)} onRetry={reload} />}
      {value && value.endpoints.length === 0 && <p class="muted">{t.webhooks.none}</p>}
      {value && (
        <ul>
          {value.endpoints.map((endpoint) => (
            <WebhookRow key={endpoint.id} site={site.id} endpoint={endpoint} events={value.events} onChange={reload} />
          ))}
        </ul>
      )}
      {value && <NewWebhook site={site.id} list={value} onAdded={reload} />}
    </section>
  );
}

function NewWebhook({ site, list, onAdded }: { site: string; list: WebhookList; onAdded(): void }) {
  const { t, locale } = useTexts();
  const [url, setUrl] = useState('');
  const { events } = list;
  const [chosen, setChosen] = useState<string[]>([...events]);
  const [wrong, setWrong] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [made, setMade] = useState<{ id: string; url: string; secret: string; before: WebhookList } | null>(null);
  const [busy, setBusy] = useState(false);
  // Shown at once, whatever becomes of the list; then for as long as its webhook stands there.
  const isCurrent = made !== null && (list === made.before || list.endpoints.some(({ id }) => id === made.id));

  const add = async () => {
    const address = url.trim();
    setWrong(/^https?:\/\/[^\s/]+/.test(address) ? null : t.webhooks.urlWrong);
    setError(chosen.length === 0 ? t.webhooks.noEvents : null);
    if (!/^https?:\/\/[^\s/]+/.test(address) || chosen.length === 0) return;
    setBusy(true);
    try {
      const { endpoint, secret } = await webhooksApi.add(site, { url: address, events: chosen });
      setMade({ id: endpoint.id, url: address, secret, before: list });
      setUrl('');
      onAdded();
    } catch (cause) {
      const fault = asApiError(cause);
      if (fault.kind === 'bad_request') setWrong(t.webhooks.refused(deliveryReason(fault.message, locale)));
      else setError(errorText(t, fault));
    }
    setBusy(false);
  };
  return (
    <>
      {isCurrent && (
        <div class="note" role="status">
          <p>{t.webhooks.secret(made.url)}</p>
          <CopyBox text={made.secret} label={t.webhooks.secretLabel(made.url)} />
        </div>
      )}
      <details>
        <summary>{t.webhooks.add}</summary>
        <form
          class="reach-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Field label={t.webhooks.url} hint={t.webhooks.urlHint} error={wrong}>
            <input
              type="url"
              maxLength={1000}
              autocomplete="off"
              placeholder="https://"
              value={url}
              onInput={(event) => setUrl(event.currentTarget.value)}
            />
          </Field>
          <EventChoice events={events} chosen={chosen} onChange={setChosen} />
          {error && (
            <p class="note note-bad" role="alert">
              {error}
            </p>
          )}
          <div class="row-buttons">
            <button type="submit" class="button button-primary" disabled={busy}>
              {t.webhooks.add}
            </button>
          </div>
        </form>
      </details>
    </>
  );
}
