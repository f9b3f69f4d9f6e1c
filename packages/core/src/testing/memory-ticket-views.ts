import type { TicketView } from '../domain/ticket/ticket-view.ts';
import type { TicketViewStore } from '../ports/ticket-view-store.ts';
import { MemoryKept } from './memory-kept.ts';

export function createMemoryTicketViews(): TicketViewStore {
  const kept = new MemoryKept<TicketView>();
  return {
    ticketViews: async (site) => kept.all(site),
    putTicketView: async (site, view, most) => kept.put(site, view, most),
    dropTicketView: async (site, id) => kept.drop(site, id),
  };
}
