import { useCallback, useEffect, useState } from 'preact/hooks';
import { FailedDeliveries } from '../parts/reach/failed-deliveries.tsx';
import { MailForm } from '../parts/reach/mail-form.tsx';
import { NewsForm } from '../parts/reach/news-form.tsx';
import { PushRow } from '../parts/reach/push-row.tsx';
import { noticesApi } from '../state/api/notices-api.ts';
import type { Notices } from '../state/api/notices-api.ts';
import { useNews } from '../state/hooks/use-news.ts';
import { asApiError } from '../state/session.ts';
import { errorText, useTexts } from '../texts/index.ts';
import { Fault } from '../parts/controls/fault.tsx';

/** Settings → Notifications: how the owner is reached when not at the desk. */
export function Reach({ email }: { email: string }) {
  const { t } = useTexts();
  const [notices, setNotices] = useState<Notices | null>(null);
  const [error, setError] = useState<string | null>(null);
  const load = useCallback(() => {
    noticesApi.read().then(
      (read) => {
        setNotices(read);
        setError(null);
      },
      (cause: unknown) => setError(errorText(t, asApiError(cause))),
    );
  }, [t]);
  useEffect(load, [load]);
  useNews(null, 'notices', load);
  return (
    <>
      <h2 id="reach">{t.reach.title}</h2>
      <p class="muted">{t.reach.text}</p>
      {error && <Fault text={error} onRetry={load} />}
      {notices && (
        <>
          <PushRow notices={notices} onChange={load} />
          <h3>{t.reach.mail}</h3>
          <MailForm notices={notices} email={email} onSaved={load} />
          <NewsForm news={notices.news} onSaved={load} />
          <h3>{t.reach.failures}</h3>
          <FailedDeliveries failures={notices.failures} onChange={load} />
        </>
      )}
    </>
  );
}
