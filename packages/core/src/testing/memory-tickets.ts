import type { OutboxEntry } from '../domain/outbox/outbox-entry.ts';
import { anonymisedTicket } from '../domain/privacy/anonymised-ticket.ts';
import { ticketSearchText } from '../domain/ticket/ticket-search.ts';
import type { Ticket, TicketChange, TicketHistoryEntry } from '../domain/ticket/ticket.ts';
import { moveRows } from './memory-merges.ts';
import type { TicketFilter, TicketQuery, TicketStore } from '../ports/ticket-store.ts';

const FILTERS: Record<TicketFilter, (ticket: Ticket) => boolean> = {
  open: ({ state }) => state === 'new' || state === 'open',
  waiting: ({ state }) => state === 'waiting',
  solved: ({ state }) => state === 'solved' || state === 'closed',
  all: () => true,
};

function passes(
  ticket: Ticket,
  { category, level, dueBefore, hands, complaint }: Omit<TicketQuery, 'filter' | 'limit'>,
): boolean {
  return (
    (category === undefined || ticket.category === category) &&
    (level === undefined || ticket.level === level) &&
    (dueBefore === undefined || (ticket.dueAt !== null && ticket.dueAt < dueBefore)) &&
    (hands === undefined || (ticket.route.target.to === 'owner') === (hands === 'owner')) &&
    (complaint === undefined || ticket.complaint !== undefined)
  );
}

/** Tickets in an array. `fits` and `apply` are called by the commit that holds the changes. */
export function createMemoryTickets(
  addToOutbox: (site: string, entries: readonly OutboxEntry[]) => void,
): TicketStore & {
  fits(changes: readonly TicketChange[]): boolean;
  apply(change: TicketChange, conversationKey: number | null): Ticket;
  moveTickets(from: number, to: number, only?: readonly number[]): number[];
  anonymiseTickets(keys: readonly number[], at: number): { ticket: number; ticket_event: number };
  allTickets(): readonly Ticket[];
  hasTickets(contactKey: number): boolean;
  ticketsOfPerson(site: string, contactKeys: readonly number[], visitorKeys: readonly number[]): Ticket[];
} {
  const rows: Ticket[] = [];
  const history = new Map<number, TicketHistoryEntry[]>();
  const numbers = new Map<string, number>();

  const at = ({ next }: TicketChange) =>
    rows.findIndex(({ site, number }) => site === next.site && number === next.number);
  const fits = (changes: readonly TicketChange[]) =>
    changes.every((change) => {
      const version = rows[at(change)]?.version ?? 0;
      if (change.expectedVersion === 0 && version > 0) throw new Error('this number is used already');
      return version === change.expectedVersion;
    });
  const apply = (change: TicketChange, conversationKey: number | null): Ticket => {
    const index = at(change);
    const current = rows[index];
    const saved: Ticket =
      current === undefined
        ? { ...change.next, key: rows.length + 1, conversationKey: change.next.conversationKey ?? conversationKey }
        : { ...change.next, key: current.key, conversationKey: current.conversationKey };
    if (current === undefined) rows.push(saved);
    else rows[index] = saved;
    history.set(saved.key, [...(history.get(saved.key) ?? []), ...change.history]);
    return saved;
  };
  const ofSite = (site: string) => rows.filter((ticket) => ticket.site === site);

  return {
    fits,
    apply,
    allTickets: () => rows,
    hasTickets: (contactKey) => rows.some((ticket) => ticket.contactKey === contactKey),
    moveTickets: (from, to, only) => moveRows(rows, from, to, only),
    ticketsOfPerson: (site, contactKeys, visitorKeys) =>
      ofSite(site).filter(
        ({ contactKey, conversationKey }) =>
          (contactKey !== null && contactKeys.includes(contactKey)) ||
          (conversationKey !== null && visitorKeys.includes(conversationKey)),
      ),
    anonymiseTickets(keys, moment) {
      let entries = 0;
      for (const [index, ticket] of rows.entries()) {
        if (!keys.includes(ticket.key)) continue;
        rows[index] = anonymisedTicket(ticket, moment);
        entries += history.get(ticket.key)?.length ?? 0;
        history.delete(ticket.key);
      }
      return { ticket: keys.length, ticket_event: entries };
    },

    async drawTicketNumber(site) {
      const number = (numbers.get(site) ?? 0) + 1;
      numbers.set(site, number);
      return number;
    },

    async saveTicket(change, outbox = []) {
      if (!fits([change])) return { kind: 'conflict' };
      addToOutbox(change.next.site, outbox);
      return { kind: 'saved', ticket: apply(change, null) };
    },

    findTicket: async (site, id) => ofSite(site).find((ticket) => ticket.id === id) ?? null,
    findTicketByNumber: async (site, number) => ofSite(site).find((ticket) => ticket.number === number) ?? null,

    async ticketsOfConversation(site, conversationKey) {
      return ofSite(site)
        .filter((ticket) => ticket.conversationKey === conversationKey)
        .sort((a, b) => a.number - b.number);
    },

    async ticketsOfContact(site, contactKey, limit) {
      return ofSite(site)
        .filter((ticket) => ticket.contactKey === contactKey)
        .sort((a, b) => b.key - a.key)
        .slice(0, limit);
    },

    async tickets(site, { filter, words = [], limit, after, ...sieve }) {
      const rank =
        filter === 'open' || filter === 'waiting'
          ? (a: Ticket, b: Ticket) => b.priority - a.priority || a.key - b.key
          : (a: Ticket, b: Ticket) => b.updatedAt - a.updatedAt || b.key - a.key;
      const last = rows.find(({ key }) => key === after);
      return ofSite(site)
        .filter(FILTERS[filter])
        .filter((ticket) => passes(ticket, sieve))
        .filter((ticket) => words.every((word) => ticketSearchText(ticket).includes(word.toLowerCase())))
        .filter((ticket) => last === undefined || rank(last, ticket) < 0)
        .sort(rank)
        .slice(0, limit);
    },

    async countTickets(site) {
      const count = (filter: TicketFilter) => ofSite(site).filter(FILTERS[filter]).length;
      return { open: count('open'), waiting: count('waiting'), solved: count('solved') };
    },

    async ticketHistory(site, ticketKey) {
      return ofSite(site).some(({ key }) => key === ticketKey) ? (history.get(ticketKey) ?? []) : [];
    },

    async solvedTicketsBefore(moment, limit) {
      return rows
        .filter(({ state, solvedAt }) => state === 'solved' && solvedAt !== null && solvedAt <= moment)
        .sort((a, b) => (a.solvedAt ?? 0) - (b.solvedAt ?? 0) || a.key - b.key)
        .slice(0, limit);
    },

    async ticketsToRescore(moment, limit) {
      return rows
        .filter(({ rescoreAt }) => rescoreAt !== null && rescoreAt <= moment)
        .sort((a, b) => (a.rescoreAt ?? 0) - (b.rescoreAt ?? 0) || a.key - b.key)
        .slice(0, limit);
    },
  };
}
