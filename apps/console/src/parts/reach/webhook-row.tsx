import { useState } from 'preact/hooks';
import { formatDateTime } from '@solodesk/ui';
import { asApiError } from '../../state/session.ts';
import { webhooksApi } from '../../state/api/webhooks-api.ts';
import type { WebhookList } from '../../state/api/webhooks-api.ts';
import { deliveryReason } from '../../texts/delivery-reasons.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { EventChoice } from './event-choice.tsx';

type Endpoint = WebhookList['endpoints'][number];

/** One webhook: what it hears, a test that says what came of it, pause, removal, and its last deliveries. */
export function WebhookRow({
  site,
  endpoint,
  events,
  onChange,
}: {
  site: string;
  endpoint: Endpoint;
  events: readonly string[];
  onChange(): void;
}) {
  const { t, locale } = useTexts();
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const { id, url, paused, deliveries, failed, givenUp } = endpoint;

  const run = async (work: () => Promise<{ text: string; bad: boolean } | null>) => {
    setBusy(true);
    try {
      setSaid(await work());
      onChange();
    } catch (cause) {
      setSaid({ text: errorText(t, asApiError(cause)), bad: true });
    }
    setBusy(false);
  };
  const quietly = (work: Promise<object>) => run(() => work.then(() => null));
  const test = () => {
    setSaid({ text: t.webhooks.testing, bad: false });
    void run(async () => {
      const { status, reason } = await webhooksApi.test(site, id);
      return reason === null
        ? { text: t.webhooks.taken(status), bad: false }
        : { text: t.webhooks.failed(deliveryReason(reason, locale)), bad: true };
    });
  };
  const sendAgain = () =>
    run(async () => ({ text: t.webhooks.sentAgain((await webhooksApi.sendAgain(site, id)).again), bad: false }));
  const remove = () => {
    if (confirm(t.webhooks.removeSure)) void quietly(webhooksApi.remove(site, id));
  };
  return (
    <li class="webhook">
      <div class="row">
        <span class="webhook-url">
          {url} {paused && <span class="tag">{t.webhooks.paused}</span>}
        </span>
        <span class="row-buttons">
          <button type="button" class="button" disabled={busy} onClick={test}>
            {t.webhooks.test}
          </button>
          <button
            type="button"
            class="button"
            disabled={busy}
            onClick={() => void quietly(webhooksApi.change(site, id, { paused: !paused }))}
          >
            {paused ? t.webhooks.resume : t.webhooks.pause}
          </button>
          <button type="button" class="button" disabled={busy} onClick={remove}>
            {t.webhooks.remove}
          </button>
        </span>
      </div>
      {failed > 0 && (
        <div class="note note-bad webhook-failures">
          <div class="webhook-failed">
            <b>{t.webhooks.givenUp(failed)}</b>
            <button type="button" class="button" disabled={busy} onClick={() => void sendAgain()}>
              {t.webhooks.sendAgain}
            </button>
          </div>
          <ul class="webhook-deliveries">
            {givenUp.map(({ event, at, attempts, reason }, index) => (
              <li key={`${at} ${index}`}>
                {formatDateTime(at, locale)} · {event} · {t.reach.attempts(attempts)} · {deliveryReason(reason, locale)}
              </li>
            ))}
            {failed > givenUp.length && <li>…</li>}
          </ul>
        </div>
      )}
      <p class={said?.bad ? 'told told-bad' : 'told'} role="status">
        {said?.text}
      </p>
      <details>
        <summary>
          {t.webhooks.events} ({endpoint.events.length})
        </summary>
        <EventChoice
          events={events}
          chosen={endpoint.events}
          onChange={(chosen) => {
            if (chosen.length === 0) setSaid({ text: t.webhooks.noEvents, bad: true });
            else void quietly(webhooksApi.change(site, id, { events: chosen }));
          }}
        />
      </details>
      <details>
        <summary>{t.webhooks.deliveries}</summary>
        {deliveries.length === 0 && <p class="muted">{t.webhooks.noDeliveries}</p>}
        <ul class="webhook-deliveries">
          {deliveries.map(({ event, at, status, reason }, index) => (
            <li key={`${at} ${index}`}>
              {formatDateTime(at, locale)} · {event} ·{' '}
              <span class={reason === null ? undefined : 'told-bad'}>
                {reason === null ? `${t.webhooks.ok} (${status ?? '—'})` : deliveryReason(reason, locale)}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
