import { useState } from 'preact/hooks';
import { formatDateTime } from '@solodesk/ui';
import { noticesApi } from '../../state/api/notices-api.ts';
import type { FailedDelivery } from '../../state/api/notices-api.ts';
import { DESK, go } from '../../state/route.ts';
import { asApiError } from '../../state/session.ts';
import { deliveryReason } from '../../texts/delivery-reasons.ts';
import { errorText, useTexts } from '../../texts/index.ts';

/** Mails and pushes that were given up: why, and what can be done about each. */
export function FailedDeliveries({ failures, onChange }: { failures: FailedDelivery[]; onChange(): void }) {
  const { t, locale } = useTexts();
  const [error, setError] = useState<string | null>(null);
  const act = (work: (failure: FailedDelivery) => Promise<object>, failure: FailedDelivery) => {
    setError(null);
    work(failure).then(onChange, (cause: unknown) => setError(errorText(t, asApiError(cause))));
  };
  if (failures.length === 0) return <p class="muted">{t.reach.noFailures}</p>;
  return (
    <>
      {error && (
        <p class="note note-bad" role="alert">
          {error}
        </p>
      )}
      <ul>
        {failures.map((failure) => (
          <li class="row" key={`${failure.site} ${failure.key}`}>
            <span>
              {t.reach.failed[failure.kind]}, {formatDateTime(failure.at, locale)}{' '}
              <span class="muted">({t.reach.attempts(failure.attempts)})</span>
              <br />
              <span class="told told-bad">{deliveryReason(failure.reason, locale)}</span>
            </span>
            <span class="row-buttons">
              {failure.conversation && <ToConversation site={failure.site} conversation={failure.conversation} />}
              <button type="button" class="button" onClick={() => act(noticesApi.retry, failure)}>
                {t.common.retry}
              </button>
              <button type="button" class="button" onClick={() => act(noticesApi.dismiss, failure)}>
                {t.reach.dismiss}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function ToConversation({ site, conversation }: { site: string; conversation: string }) {
  const { t } = useTexts();
  const open = () => go({ ...DESK, site, filter: 'open', conversation });
  return (
    <button type="button" class="button" onClick={open}>
      {t.reach.openConversation}
    </button>
  );
}
