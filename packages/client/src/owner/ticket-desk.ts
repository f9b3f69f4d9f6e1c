import type { OwnerAcks, OwnerUp, TicketSieve, TicketSummary, TicketView } from '@solodesk/protocol/owner';
import { createCell } from './observable.ts';
import type { Observable } from './observable.ts';
import type { OwnerCall } from './owner-socket.ts';

export type TicketNews = (site: string, ticket: TicketSummary) => void;

/** By site; those that nobody has asked for are missing. */
export type TicketViews = Readonly<Record<string, readonly TicketView[]>>;

/** Tickets are asked for when somebody looks at them; nothing of them is kept here but the names of the views. */
export interface TicketDesk {
  list(query: OwnerUp['tickets']): Promise<OwnerAcks['tickets']>;
  read(site: string, number: number): Promise<OwnerAcks['ticket']>;
  change(change: OwnerUp['ticket_change']): Promise<OwnerAcks['ticket_change']>;
  changeMany(change: OwnerUp['tickets_change']): Promise<OwnerAcks['tickets_change']>;
  offer(site: string, number: number, offer: OwnerUp['ticket_offer']['offer']): Promise<OwnerAcks['ticket_offer']>;
  note(site: string, number: number, text: string): Promise<OwnerAcks['ticket_note']>;
  readonly views: Observable<TicketViews>;
  keepView(site: string, view: TicketView): Promise<OwnerAcks['ticket_view_put']>;
  dropView(site: string, id: string): Promise<OwnerAcks['ticket_view_drop']>;
  /** Hears of each ticket that is new or another than before, on all sites. Returns how to stop listening. */
  subscribe(listener: TicketNews): () => void;
}

/** @returns the desk, and what the socket tells it */
export function createTicketDesk(call: OwnerCall): {
  desk: TicketDesk;
  heard: TicketNews;
  heardViews(site: string, views: readonly TicketView[]): void;
} {
  const listeners = new Set<TicketNews>();
  const views = createCell<TicketViews>({});
  const heardViews = (site: string, now: readonly TicketView[]) => {
    // Every page of a list comes with them: who looks is told only when they are others.
    if (JSON.stringify(views.get()[site]) !== JSON.stringify(now)) views.update((all) => ({ ...all, [site]: now }));
  };
  return {
    heard: (site, ticket) => [...listeners].forEach((listener) => listener(site, ticket)),
    heardViews,
    desk: {
      async list(query) {
        const answer = await call('tickets', query);
        if (answer.ok) heardViews(query.site, answer.views);
        return answer;
      },
      read: (site, number) => call('ticket', { site, number }),
      change: (change) => call('ticket_change', change),
      changeMany: (change) => call('tickets_change', change),
      offer: (site, number, offer) => call('ticket_offer', { site, number, offer }),
      note: (site, number, text) => call('ticket_note', { site, number, text }),
      views: { get: views.get, subscribe: views.subscribe },
      keepView: (site, view) => call('ticket_view_put', { site, ...view }),
      dropView: (site, id) => call('ticket_view_drop', { site, id }),
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };
}

/** Whether two choices are the same, in whatever order they name things. */
export function isSameSieve(one: TicketSieve, other: TicketSieve): boolean {
  return sieveKey(one) === sieveKey(other);
}

function sieveKey({ filter, category, level, due, hands, complaint }: TicketSieve): string {
  return JSON.stringify([filter, category, level, due, hands, complaint]);
}
