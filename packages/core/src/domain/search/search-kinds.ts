import type { ConversationState } from '../conversation/conversation.ts';
import type { OrderStatus } from '../records/order.ts';
import type { Contact } from '../records/contact.ts';
import type { Order } from '../records/order.ts';
import type { TicketState } from '../ticket/ticket.ts';
import { ticketSearchFields } from '../ticket/ticket-search.ts';
import type { Ticket } from '../ticket/ticket.ts';

export const SEARCH_KINDS = ['contacts', 'tickets', 'orders', 'faqs', 'messages'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Whether somebody still has to do something about it; contacts and FAQs have no such state. */
export type SearchState = 'open' | 'done';

/** Which states are open; the others are done. */
export const OPEN_STATES: {
  readonly messages: readonly ConversationState[];
  readonly tickets: readonly TicketState[];
  readonly orders: readonly OrderStatus[];
} = {
  messages: ['bot', 'waiting', 'owner'],
  tickets: ['new', 'open', 'waiting'],
  orders: ['pending', 'paid', 'packing', 'shipped', 'other'],
};

/** What something is called, and all that it is found by, a line a field. Who is found by `head` stands before the others. */
export interface SearchDocument {
  readonly head: string;
  readonly all: string;
}

export function contactDocument(contact: Pick<Contact, 'id' | 'ownId' | 'name' | 'email' | 'phone'>): SearchDocument {
  const { id, ownId, name, email, phone } = contact;
  return { head: name ?? '', all: lines([name, email, phone, ownId ? id : null]) };
}

/** Nothing of it is sensitive. */
export function ticketDocument(ticket: Ticket): SearchDocument {
  return { head: ticket.subject, all: lines(ticketSearchFields(ticket)) };
}

export function orderDocument(order: Pick<Order, 'number' | 'email' | 'statusText' | 'lines'>): SearchDocument {
  const { number, email, statusText, lines: goods } = order;
  return {
    head: number,
    all: lines([number, email, statusText, ...goods.map(({ product, name }) => name ?? product)]),
  };
}

function lines(fields: readonly (string | null)[]): string {
  return fields.filter((field) => field !== null).join('\n');
}
