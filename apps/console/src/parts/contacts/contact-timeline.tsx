import { useEffect, useState } from 'preact/hooks';
import { formatDateTime } from '@solodesk/ui';
import { crmApi } from '../../state/api/crm-api.ts';
import type { TimelineAnswer, TimelineItem } from '../../state/api/crm-api.ts';
import { money } from '../../state/money.ts';
import { DESK, go } from '../../state/route.ts';
import { asApiError } from '../../state/session.ts';
import { useNews } from '../../state/hooks/use-news.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { crmTexts } from '../../texts/crm-texts.ts';
import { mailName } from '../../texts/mail-names.ts';
import { ticketTexts } from '../../texts/ticket-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { DetailRows } from '../tickets/detail-rows.tsx';
import { Fault } from '../controls/fault.tsx';

/** What happened with a contact, the newest first, page by page. */
export function ContactTimeline({ site, contact }: { site: string; contact: number }) {
  const { t, locale } = useTexts();
  const words = crmTexts[locale];
  const first = useRemote(`timeline ${site} ${contact}`, () => crmApi.timeline(site, contact, null));
  useNews(site, 'contacts', first.reload);
  /** Pages after the first. */
  const [more, setMore] = useState<TimelineAnswer | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => setMore(null), [first.value]);
  const items = [...(first.value?.items ?? []), ...(more?.items ?? [])];
  const next = more === null ? (first.value?.next ?? null) : more.next;
  const showMore = () => {
    setError(null);
    crmApi.timeline(site, contact, next).then(
      (page) => setMore({ items: [...(more?.items ?? []), ...page.items], next: page.next }),
      (cause: unknown) => setError(errorText(t, asApiError(cause))),
    );
  };
  const failed = error ?? (first.error && errorText(t, first.error));
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title">{words.timeline}</h2>
      {!first.value && !failed && <p class="muted">{t.common.loading}</p>}
      {first.value && items.length === 0 && <p class="muted">{words.noTimeline}</p>}
      <ol class="timeline">
        {items.map((item) => (
          <li key={`${item.kind} ${item.key}`} class={`timeline-item timeline-${item.kind}`}>
            <span class="record-line">
              <b>{words.kind[item.kind]}</b>
              <Name item={item} site={site} />
              <time class="muted timeline-time" dateTime={new Date(item.at).toISOString()}>
                {formatDateTime(item.at, locale)}
              </time>
            </span>
            <span class="contact-reach">
              <Words item={item} />
            </span>
            {item.kind === 'appointment' && item.details.length > 0 && (
              <dl class="record-facts">
                <DetailRows site={site} details={item.details} />
              </dl>
            )}
          </li>
        ))}
      </ol>
      {failed && <Fault text={failed} onRetry={error ? showMore : first.reload} />}
      {next !== null && !failed && (
        <button type="button" class="button" onClick={showMore}>
          {words.more}
        </button>
      )}
    </section>
  );
}

/** What it is called, and the way to it where it has a screen of its own. */
function Name({ item, site }: { item: TimelineItem; site: string }) {
  const { t, locale } = useTexts();
  const words = crmTexts[locale];
  if (item.kind === 'conversation') {
    const filter = item.state === 'closed' ? 'closed' : 'open';
    return (
      <button type="button" class="link" onClick={() => go({ ...DESK, site, filter, conversation: item.id })}>
        {t.records.state[item.state]}
      </button>
    );
  }
  if (item.kind === 'ticket') {
    return (
      <button type="button" class="link" onClick={() => go({ screen: 'tickets', ticket: item.number })}>
        {item.name}
      </button>
    );
  }
  if (item.kind === 'order') {
    return (
      <button type="button" class="link" onClick={() => go({ screen: 'contacts', contact: null, order: item.number })}>
        {words.order(item.number)}
      </button>
    );
  }
  if (item.kind === 'score') return <span>{item.survey === 'satisfaction' ? '' : item.survey}</span>;
  return null;
}

function Words({ item }: { item: TimelineItem }) {
  const { t, locale } = useTexts();
  const words = crmTexts[locale];
  switch (item.kind) {
    case 'conversation':
      return <>{item.preview}</>;
    case 'ticket':
      return <>{[item.subject, ticketState(item.state, locale)].filter(Boolean).join(' · ')}</>;
    case 'order': {
      const state =
        item.status === 'other' && item.statusText !== null ? item.statusText : t.records.status[item.status];
      const sum = item.total === null || item.currency === null ? null : money(item.total, item.currency, locale);
      return <>{[state, sum].filter((part) => part !== null).join(' · ')}</>;
    }
    case 'appointment':
      return (
        <>
          {[item.service, item.resource, item.state === 'cancelled' ? words.cancelled : ''].filter(Boolean).join(' · ')}
        </>
      );
    case 'score':
      if (item.score === null) return <>{item.skippedAt === null ? words.asked : words.skipped}</>;
      return <>{[words.score(item.score), item.word].filter(Boolean).join(' · ')}</>;
    case 'mail':
      return <>{[mailName(item.about, locale), words.mailTo(item.address)].filter(Boolean).join(' · ')}</>;
    case 'page':
      return <>{`${words.page(item.name)} ${item.page}`}</>;
  }
}

function ticketState(state: string, locale: 'en' | 'zh'): string {
  const names: Record<string, string> = ticketTexts[locale].states;
  return names[state] ?? state;
}
