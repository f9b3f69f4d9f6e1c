import { isUnsettled } from '../ticket/ticket.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { TO_OWNER } from '../ticket/ticket-route.ts';

/**
 * What is left of an erased person's ticket: its number, its kind and its moments, so that reports of the past stay as they
 * were. What was still to be settled is closed without having been solved: nobody is left to be answered.
 */
export function anonymisedTicket(ticket: Ticket, at: number): Ticket {
  const { key, id, site, number, version, state, category, form, locale, priority, level, createdAt, solvedAt } =
    ticket;
  return {
    ...{ key, id, site, number, version: version + 1, category, form, locale, priority, level, createdAt, solvedAt },
    ...{
      state: isUnsettled(state) ? 'closed' : state,
      subject: '',
      details: [],
      contact: {},
      missing: [],
      reasons: [],
    },
    ...{ route: TO_OWNER, contactKey: null, conversationKey: null, dueAt: null, rescoreAt: null, updatedAt: at },
  };
}
