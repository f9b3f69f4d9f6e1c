import type { TicketView, TicketViewStore } from '@solodesk/core';
import { keptRows } from '../kept-rows.ts';

export function createTicketViewStore(on: Parameters<typeof keptRows>[0]): TicketViewStore {
  const { all, put, drop } = keptRows<TicketView, 'sieve'>(on, 'ticket_view', 'sieve');
  return { ticketViews: all, putTicketView: put, dropTicketView: drop };
}
