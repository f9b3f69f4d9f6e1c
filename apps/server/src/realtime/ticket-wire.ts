import type { ComplaintTicket, RemedyChoice, Site, Ticket, TicketHistoryEntry, TicketRoute } from '@solodesk/core';
import { complaintStage, fittingRemedies, isComplaintTicket, localize, ticketName } from '@solodesk/core';
import type {
  TicketComplaint,
  TicketDetail,
  TicketRemedyChoice,
  TicketRouteReason,
  TicketSummary,
  TicketHistoryEntry as WireEntry,
} from '@solodesk/protocol/owner';

/** A ticket as a list shows it. */
export function toTicketSummary(ticket: Ticket, prefix: string): TicketSummary {
  const { number, state, subject, category, priority, level, contact, route, createdAt, updatedAt, dueAt, withdrawn } =
    ticket;
  return {
    ...{ number, name: ticketName(prefix, number), state, subject, category, priority, level },
    ...{ contact: { ...contact }, target: { ...route.target }, createdAt, updatedAt, dueAt },
    ...(withdrawn && { withdrawn }),
  };
}

/** Everything that the owner may know of a ticket; the sensitive is marked as such. */
export function toTicketDetail(
  ticket: Ticket,
  of: {
    site: Pick<Site, 'ticketPrefix' | 'complaints'>;
    conversation: string | null;
    history: readonly TicketHistoryEntry[];
  },
): TicketDetail {
  return {
    ...toTicketSummary(ticket, of.site.ticketPrefix),
    locale: ticket.locale,
    details: ticket.details.map(({ files, ...detail }) => ({ ...detail, ...(files && { files: [...files] }) })),
    missing: [...ticket.missing],
    reasons: ticket.reasons.map(({ name, points, text }) => ({ name, points, text: { ...text } })),
    route: toReason(ticket.route),
    complaint: isComplaintTicket(ticket) ? toComplaint(ticket, of.site) : null,
    conversation: of.conversation,
    solvedAt: ticket.solvedAt,
    history: of.history.map((entry) => toEntry(entry)),
  };
}

function toEntry({ at, by, what }: TicketHistoryEntry): WireEntry {
  if (what.type === 'routed') {
    return { at, by, what: { type: 'routed', target: { ...what.route.target }, reason: toReason(what.route) } };
  }
  if (what.type === 'proposed') return { at, by, what: { type: 'proposed', choices: toChoices(what.choices) } };
  return what.type === 'completed' ? { at, by, what: { ...what, slots: [...what.slots] } } : { at, by, what };
}

function toComplaint(ticket: ComplaintTicket, { complaints }: Pick<Site, 'complaints'>): TicketComplaint {
  const { proposal, verdict } = ticket.complaint;
  const fitting = new Set(fittingRemedies(complaints, ticket).map(({ name }) => name));
  const remedies = complaints.remedies.map(({ name, text }) => ({
    ...{ name, text: localize(text, ticket.locale) ?? name, texts: { ...text }, fits: fitting.has(name) },
  }));
  return {
    stage: complaintStage(ticket),
    remedies: [...remedies.filter(({ fits }) => fits), ...remedies.filter(({ fits }) => !fits)],
    proposal: proposal && { choices: toChoices(proposal.choices), by: proposal.by, at: proposal.at },
    chosen: verdict?.chosen?.text ?? null,
  };
}

function toChoices(choices: readonly RemedyChoice[]): TicketRemedyChoice[] {
  return choices.map(({ remedy, text }) => ({ remedy, text }));
}

function toReason({ rule, because, byHand }: TicketRoute): TicketRouteReason {
  return { rule, because: because.map((one) => ({ ...one })), byHand };
}
