import { useEffect, useState } from 'preact/hooks';
import { dayKey } from '@solodesk/ui';
import { noticesApi } from '../../state/api/notices-api.ts';
import type { Notices } from '../../state/api/notices-api.ts';
import { canPush, isIos, pushSubscription, turnPushOff, turnPushOn } from '../../state/alerts/push.ts';
import { ApiError } from '../../state/api/api.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import type { Texts } from '../../texts/index.ts';

/** Pushes to this browser: why, on and off, and a test. The browser is asked only on a click. */
export function PushRow({ notices, onChange }: { notices: Notices; onChange(): void }) {
  const { t } = useTexts();
  const [own, setOwn] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    pushSubscription().then(
      (subscription) => setOwn(subscription?.endpoint ?? null),
      (error: unknown) => setSaid(reasonOf(t, error)),
    );
  }, [t]);
  // A subscription that the server has forgotten reaches nobody.
  const on = own !== null && notices.devices.some(({ endpoint }) => endpoint === own);
  const supported = canPush();
  const denied = supported && Notification.permission === 'denied';

  const run = (work: () => Promise<string | null>) => async () => {
    setBusy(true);
    setSaid(null);
    try {
      setSaid(await work());
    } catch (error) {
      setSaid(reasonOf(t, error));
    }
    setBusy(false);
    onChange();
  };
  const turnOn = run(async () => {
    const endpoint = await turnPushOn(notices.pushKey);
    setOwn(endpoint);
    if (endpoint !== null) return null;
    return Notification.permission === 'denied' ? t.reach.pushDenied : t.reach.pushDismissed;
  });
  const turnOff = run(async () => {
    await turnPushOff();
    setOwn(null);
    return null;
  });
  const test = run(async () => {
    const { outcome, reason } = await noticesApi.testPush(own ?? '');
    if (outcome === 'failed') return t.reach.outcome.failed(reason ?? '');
    return outcome === 'gone' ? t.reach.outcome.gone : t.reach.outcome.push;
  });

  const ios = isIos();
  const hint = !supported
    ? ios
      ? t.reach.pushNotHome
      : t.reach.pushUnsupported
    : denied
      ? t.reach.pushDenied
      : on
        ? t.reach.pushOn
        : t.reach.pushHint;
  const others = notices.devices.filter(({ endpoint }) => endpoint !== own);
  return (
    <>
      <div class="row">
        <span>
          {t.reach.push}
          {on && <span class="tag tag-good">{t.settings.on}</span>}
          <br />
          <span class="muted">{hint}</span>
          <span class="told" role="status">
            {said}
          </span>
        </span>
        {supported && !denied && (
          <span class="row-buttons">
            <button type="button" class="button" disabled={busy} onClick={() => void (on ? turnOff() : turnOn())}>
              {on ? t.reach.turnOff : t.reach.turnOn}
            </button>
            {on && (
              <button type="button" class="button" disabled={busy} onClick={() => void test()}>
                {t.reach.testPush}
              </button>
            )}
          </span>
        )}
      </div>
      {!(ios && supported) && (
        <details open={ios}>
          <summary>{t.reach.ios}</summary>
          <ol class="push-steps">
            {t.reach.iosSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      )}
      {others.length > 0 && <OtherDevices devices={others} onChange={onChange} onError={setSaid} />}
    </>
  );
}

function OtherDevices(props: { devices: Notices['devices']; onChange(): void; onError(said: string): void }) {
  const { t } = useTexts();
  const remove = (endpoint: string) => {
    noticesApi.removeDevice(endpoint).then(props.onChange, (error: unknown) => props.onError(reasonOf(t, error)));
  };
  return (
    <>
      <p class="muted">{t.reach.devices}</p>
      {props.devices.map(({ endpoint, label, createdAt }) => (
        <div class="row" key={endpoint}>
          <span>
            {label} <span class="muted">{t.reach.since(dayKey(createdAt))}</span>
          </span>
          <button
            type="button"
            class="button"
            aria-label={t.reach.removeDevice(label)}
            onClick={() => remove(endpoint)}
          >
            {t.common.remove}
          </button>
        </div>
      ))}
    </>
  );
}

/** What went wrong: at our server in its words, in the browser in the browser's. */
function reasonOf(t: Texts, error: unknown): string {
  if (error instanceof ApiError) return errorText(t, error);
  return t.reach.pushRefused(error instanceof Error ? error.message : String(error));
}
