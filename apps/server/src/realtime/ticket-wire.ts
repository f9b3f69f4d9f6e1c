import type { Site, Ticket, TicketHistoryEntry, TicketRoute } from '@solodesk/core';
import { ticketName } from '@solodesk/core';
import type {
  TicketDetail,
  TicketRouteReason,
  TicketSummary,
  TicketHistoryEntry as WireEntry,
} from '@solodesk/protocol/owner';

/** A ticket as a list shows it. */
export function toTicketSummary(ticket: Ticket, prefix: string): TicketSummary {
  const { number, state, subject, category, priority, level, contact, route, createdAt, updatedAt, dueAt } = ticket;
  return {
    ...{ number, name: ticketName(prefix, number), state, subject, category, priority, level },
    ...{ contact: { ...contact }, target: { ...route.target }, createdAt, updatedAt, dueAt },
  };
}

/** Everything that the owner may know of a ticket; the sensitive is marked as such. */
export function toTicketDetail(
  ticket: Ticket,
  of: { site: Pick<Site, 'ticketPrefix'>; conversation: string | null; history: readonly TicketHistoryEntry[] },
): TicketDetail {
  return {
    ...toTicketSummary(ticket, of.site.ticketPrefix),
    locale: ticket.locale,
    details: ticket.details.map((detail) => ({ ...detail })),
    missing: [...ticket.missing],
    reasons: ticket.reasons.map(({ name, points, text }) => ({ name, points, text: { ...text } })),
    route: toReason(ticket.route),
    conversation: of.conversation,
    solvedAt: ticket.solvedAt,
    history: of.history.map((entry) => toEntry(entry)),
  };
}

function toEntry({ at, by, what }: TicketHistoryEntry): WireEntry {
  if (what.type === 'routed') {
    return { at, by, what: { type: 'routed', target: { ...what.route.target }, reason: toReason(what.route) } };
  }
  return what.type === 'completed' ? { at, by, what: { ...what, slots: [...what.slots] } } : { at, by, what };
}

function toReason({ rule, because, byHand }: TicketRoute): TicketRouteReason {
  return { rule, because: because.map((one) => ({ ...one })), byHand };
}
