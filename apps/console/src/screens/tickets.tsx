import { useEffect, useState } from 'preact/hooks';
import { EmptyState } from '../parts/empty-state.tsx';
import { TicketItem } from '../parts/ticket-item.tsx';
import type { SiteBrief } from '../state/api.ts';
import { useDesk } from '../state/desk.ts';
import { go } from '../state/route.ts';
import { useRemote } from '../state/use-remote.ts';
import { useLast } from '../state/use-last.ts';
import { granted, useTicketNews } from '../state/use-tickets.ts';
import { feedbackTexts } from '../texts/feedback-texts.ts';
import { ticketTexts } from '../texts/ticket-texts.ts';
import { errorText, useTexts } from '../texts/index.ts';
import { TicketPage } from './ticket-page.tsx';

/** Milliseconds without a key before what was typed is searched for. */
const PAUSE_MS = 250;
const FILTERS = ['open', 'waiting', 'solved', 'all'] as const;
type Filter = (typeof FILTERS)[number];

/** What is to be settled. The list stays behind an open ticket: going back finds it as it was. */
export function Tickets({ site, open }: { site: SiteBrief; open: number | null }) {
  return (
    <>
      <TicketList site={site.id} hidden={open !== null} />
      {open !== null && <TicketPage key={open} site={site.id} number={open} />}
    </>
  );
}

function TicketList({ site, hidden }: { site: string; hidden: boolean }) {
  const { t: common, locale } = useTexts();
  const t = ticketTexts[locale];
  const { client } = useDesk();
  const [filter, setFilter] = useState<Filter>('open');
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  /** How many pages are shown. */
  const [pages, setPages] = useState(1);
  const ask = { site, filter, ...(search !== '' && { search }) };
  const {
    value: fresh,
    error,
    reload,
  } = useRemote(`tickets ${JSON.stringify(ask)} ${pages}`, async () => {
    let answer = granted(await client.tickets.list(ask));
    const tickets = [...answer.tickets];
    for (let page = 1; page < pages && answer.more; page += 1) {
      answer = granted(await client.tickets.list({ ...ask, after: tickets.at(-1)?.number ?? 1 }));
      tickets.push(...answer.tickets);
    }
    return { ...answer, tickets };
  });
  // The list stays until the next one is there: nothing jumps while a tab is changed or a word is typed.
  const value = useLast(fresh);
  useTicketNews(site, null, reload);
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  return (
    <section class="page" aria-labelledby="tickets-title" hidden={hidden}>
      <h1 id="tickets-title">{t.title}</h1>
      <p class="muted">
        {t.text}{' '}
        <button type="button" class="link" onClick={() => go({ screen: 'feedback', survey: null })}>
          {feedbackTexts[locale].title}
        </button>
      </p>
      <div class="tabs" role="group" aria-label={t.title}>
        {FILTERS.map((each) => (
          <button
            type="button"
            key={each}
            class="tab"
            aria-pressed={each === filter}
            onClick={() => {
              setFilter(each);
              setPages(1);
            }}
          >
            {t.filters[each]}
            {value && each !== 'all' && value.counts[each] > 0 && ` ${value.counts[each]}`}
          </button>
        ))}
      </div>
      <input
        type="search"
        class="record-search"
        aria-label={t.searchLabel}
        placeholder={t.search}
        value={typed}
        maxLength={200}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {error && (
        <p class="note note-bad" role="alert">
          {errorText(common, error)}{' '}
          <button type="button" class="link" onClick={reload}>
            {common.common.retry}
          </button>
        </p>
      )}
      {!value && !error && <p class="muted">{common.common.loading}</p>}
      {fresh?.tickets.length === 0 && (
        <EmptyState
          title={search === '' ? t.empty : t.notFound(search)}
          text={search === '' ? t.emptyText : t.notFoundText}
        />
      )}
      <ul aria-busy={fresh === null}>
        {value?.tickets.map((ticket) => (
          <TicketItem key={ticket.number} ticket={ticket} />
        ))}
      </ul>
      {value?.more && (
        <button type="button" class="button" onClick={() => setPages(pages + 1)}>
          {t.more}
        </button>
      )}
    </section>
  );
}
