import { useState } from 'preact/hooks';
import { EmptyState } from '../parts/controls/empty-state.tsx';
import { Fault } from '../parts/controls/fault.tsx';
import { TicketBulk } from '../parts/tickets/ticket-bulk.tsx';
import { finer, TicketFilters } from '../parts/tickets/ticket-filters.tsx';
import { TicketItem } from '../parts/tickets/ticket-item.tsx';
import { TicketViews } from '../parts/tickets/ticket-views.tsx';
import type { SiteBrief } from '../state/api/api.ts';
import { go } from '../state/route.ts';
import { useTicketList } from '../state/tickets/use-ticket-list.ts';
import { feedbackTexts } from '../texts/feedback-texts.ts';
import { ticketListTexts } from '../texts/ticket-list-texts.ts';
import { ticketTexts } from '../texts/ticket-texts.ts';
import { errorText, useTexts } from '../texts/index.ts';
import { TicketPage } from './ticket-page.tsx';

const FILTERS = ['open', 'waiting', 'solved', 'all'] as const;

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
  const list = ticketListTexts[locale];
  const { sieve, choose, typed, type, search, value, isStale, tickets, error, reload, more } = useTicketList(site);
  const [numbers, setNumbers] = useState<ReadonlySet<number>>(new Set());
  // What is not in the list any more is not selected either: nothing is done to what nobody sees.
  const picked = tickets.filter(({ number }) => numbers.has(number));
  const pick = (number: number, isPicked: boolean) => {
    const next = new Set(numbers);
    if (isPicked) next.add(number);
    else next.delete(number);
    setNumbers(next);
  };
  const letGo = () => setNumbers(new Set());
  const isAll = picked.length > 0 && picked.length === tickets.length;
  const isFine = Object.keys(finer(sieve)).length > 0;

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
            aria-pressed={each === sieve.filter}
            onClick={() => choose({ ...sieve, filter: each })}
          >
            {t.filters[each]}
            {value && each !== 'all' && value.counts[each] > 0 && ` ${value.counts[each]}`}
          </button>
        ))}
      </div>
      <TicketViews site={site} sieve={sieve} choose={choose} />
      <input
        type="search"
        class="record-search"
        aria-label={t.searchLabel}
        placeholder={t.search}
        value={typed}
        maxLength={200}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <TicketFilters sieve={sieve} categories={value?.categories ?? []} choose={choose} />
      {error && <Fault text={errorText(common, error)} onRetry={reload} />}
      {!value && !error && <p class="muted">{common.common.loading}</p>}
      {!isStale && tickets.length === 0 && (
        <EmptyState
          title={search !== '' ? t.notFound(search) : isFine ? list.nothingFits : t.empty}
          text={search !== '' ? t.notFoundText : isFine ? list.nothingFitsText : t.emptyText}
        />
      )}
      {tickets.length > 1 && (
        <label class="ticket-check ticket-all">
          <input
            type="checkbox"
            checked={isAll}
            onChange={() => (isAll ? letGo() : setNumbers(new Set(tickets.map(({ number }) => number))))}
          />
          {list.pickAll(tickets.length)}
        </label>
      )}
      <ul aria-busy={isStale}>
        {tickets.map((ticket) => (
          <TicketItem
            key={ticket.number}
            ticket={ticket}
            pick={{ isPicked: numbers.has(ticket.number), set: (isPicked) => pick(ticket.number, isPicked) }}
          />
        ))}
      </ul>
      {value?.more && (
        <button type="button" class="button" onClick={more}>
          {t.more}
        </button>
      )}
      {value && picked.length > 0 && (
        <TicketBulk
          {...{ site, picked, filter: sieve.filter, categories: value.categories, targets: value.targets }}
          onEnd={letGo}
          onSent={reload}
        />
      )}
    </section>
  );
}
