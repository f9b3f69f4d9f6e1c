import { useEffect, useState } from 'preact/hooks';
import type { OwnerAcks, TicketSieve, TicketSummary } from '@solodesk/protocol/owner';
import type { ApiError } from '../api/api.ts';
import { bulks } from './bulk-soon.ts';
import { useDesk } from '../desk.ts';
import { useLast } from '../hooks/use-last.ts';
import { useRemote } from '../hooks/use-remote.ts';
import { useStore } from '../hooks/use-store.ts';
import { granted, useTicketNews } from './use-tickets.ts';

/** Milliseconds without a key before what was typed is searched for. */
const PAUSE_MS = 250;

type Answer = Omit<Extract<OwnerAcks['tickets'], { ok: true }>, 'ok'>;

export interface TicketListView {
  sieve: TicketSieve;
  choose(sieve: TicketSieve): void;
  typed: string;
  type(words: string): void;
  /** What was searched for, which is what was typed a moment ago. */
  search: string;
  /** Null until the first answer is there. */
  value: Answer | null;
  /** What is shown belongs to an earlier question. */
  isStale: boolean;
  /** As they will be in a moment, without those that will not fit any more. */
  tickets: readonly TicketSummary[];
  error: ApiError | null;
  reload(): void;
  /** One page more. */
  more(): void;
}

/** The tickets of a site that fit a choice, page by page, as they are now. */
export function useTicketList(site: string): TicketListView {
  const { client } = useDesk();
  const [sieve, setSieve] = useState<TicketSieve>({ filter: 'open' });
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  /** How many pages are shown. */
  const [pages, setPages] = useState(1);
  const ask = { site, ...sieve, ...(search !== '' && { search }) };
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
  const pending = useStore(bulks.store);
  const tickets = (value?.tickets ?? [])
    .map((ticket) => ({ was: ticket, is: bulks.shown(pending, site, ticket) }))
    .filter(({ was, is }) => was === is || fits(is, sieve))
    .map(({ is }) => is);
  return {
    ...{ sieve, typed, search, value, isStale: fresh === null, tickets, error, reload },
    choose(next) {
      setSieve(next);
      setPages(1);
    },
    type: setTyped,
    more: () => setPages(pages + 1),
  };
}

const OF_FILTER: Record<TicketSieve['filter'], readonly TicketSummary['state'][] | null> = {
  open: ['new', 'open'],
  waiting: ['waiting'],
  solved: ['solved', 'closed'],
  all: null,
};

/** Whether a ticket that is about to change stays in the list; of the rest it was the server that said so. */
function fits({ state, category, target }: TicketSummary, sieve: TicketSieve): boolean {
  return (
    OF_FILTER[sieve.filter]?.includes(state) !== false &&
    (sieve.category === undefined || sieve.category === category) &&
    (sieve.hands === undefined || (target.to === 'owner') === (sieve.hands === 'owner'))
  );
}
