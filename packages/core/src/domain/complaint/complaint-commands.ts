import { TicketDraftChange } from '../ticket/ticket-commands.ts';
import type { Ticket, TicketActor, TicketChange } from '../ticket/ticket.ts';
import { isComplaintTicket } from './complaint-stage.ts';
import type { ComplaintDeadline } from './complaint-deadline.ts';

/** The owner offers something to make good: the deadline is met, and it is the customer's turn. Null where it is no complaint, or closed. */
export function proposeRemedy(
  ticket: Ticket,
  offer: { remedy: string | null; text: string },
  name: string,
  at: number,
): TicketChange | null {
  if (!isComplaintTicket(ticket) || ticket.state === 'closed') return null;
  const by: TicketActor = { kind: 'owner', name };
  const draft = new TicketDraftChange(ticket, by, at).tell({ type: 'proposed', ...offer });
  if (ticket.state !== 'waiting') draft.move('waiting');
  const proposal = { ...offer, by: name, at };
  return draft.set({ dueAt: null, complaint: { warnAt: null, proposal, verdict: null } }).done();
}

/**
 * The customer accepts or declines what was offered: it is the owner's turn again. Null when nothing is offered (any more).
 * @param renewed after a refusal: until when the owner must come back with something better
 */
export function judgeProposal(
  ticket: Ticket,
  accepted: boolean,
  at: number,
  renewed: ComplaintDeadline,
): TicketChange | null {
  if (!isComplaintTicket(ticket) || ticket.state === 'closed') return null;
  const { complaint } = ticket;
  if (complaint.proposal === null || complaint.verdict !== null) return null;
  const draft = new TicketDraftChange(ticket, { kind: 'visitor' }, at).tell({ type: 'verdict', accepted });
  if (ticket.state !== 'open') draft.move('open');
  return draft
    .set({
      dueAt: accepted ? null : renewed.dueAt,
      complaint: { ...complaint, warnAt: accepted ? null : renewed.warnAt, verdict: { accepted, at } },
    })
    .done();
}

/** Whether its owner must be reminded now that a complaint's deadline nears. */
export function isDeadlineNear(ticket: Ticket, now: number): boolean {
  if (!isComplaintTicket(ticket) || (ticket.state !== 'new' && ticket.state !== 'open')) return false;
  return ticket.complaint.warnAt !== null && ticket.complaint.warnAt <= now;
}

/** The owner is reminded, once a deadline. Null where that is not due. */
export function warnOfDeadline(ticket: Ticket, at: number): TicketChange | null {
  if (!isComplaintTicket(ticket) || !isDeadlineNear(ticket, at)) return null;
  return new TicketDraftChange(ticket, { kind: 'time' }, at)
    .tell({ type: 'warned' })
    .set({ complaint: { ...ticket.complaint, warnAt: null } })
    .done();
}
