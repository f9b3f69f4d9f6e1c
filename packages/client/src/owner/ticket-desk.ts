import type { OwnerAcks, OwnerUp, TicketSummary } from '@solodesk/protocol/owner';
import type { OwnerCall } from './owner-socket.ts';

export type TicketNews = (site: string, ticket: TicketSummary) => void;

/** Tickets are asked for when somebody looks at them; nothing of them is kept here. */
export interface TicketDesk {
  list(query: OwnerUp['tickets']): Promise<OwnerAcks['tickets']>;
  read(site: string, number: number): Promise<OwnerAcks['ticket']>;
  change(change: OwnerUp['ticket_change']): Promise<OwnerAcks['ticket_change']>;
  offer(site: string, number: number, offer: OwnerUp['ticket_offer']['offer']): Promise<OwnerAcks['ticket_offer']>;
  note(site: string, number: number, text: string): Promise<OwnerAcks['ticket_note']>;
  /** Hears of each ticket that is new or another than before, on all sites. Returns how to stop listening. */
  subscribe(listener: TicketNews): () => void;
}

/** @returns the desk, and what the socket tells it */
export function createTicketDesk(call: OwnerCall): { desk: TicketDesk; heard: TicketNews } {
  const listeners = new Set<TicketNews>();
  return {
    heard: (site, ticket) => [...listeners].forEach((listener) => listener(site, ticket)),
    desk: {
      list: (query) => call('tickets', query),
      read: (site, number) => call('ticket', { site, number }),
      change: (change) => call('ticket_change', change),
      offer: (site, number, offer) => call('ticket_offer', { site, number, offer }),
      note: (site, number, text) => call('ticket_note', { site, number, text }),
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };
}
