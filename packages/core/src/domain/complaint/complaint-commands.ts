import { TicketDraftChange } from '../ticket/ticket-commands.ts';
import type { Ticket, TicketActor, TicketChange } from '../ticket/ticket.ts';
import { isComplaintTicket } from './complaint-stage.ts';
import type { RemedyChoice } from './complaint-case.ts';
import type { ComplaintDeadline } from './complaint-deadline.ts';

/**
 * Something is offered to make good. The owner's offer meets the deadline, and it is the customer's turn; the bot's leaves the deadline to
 * the owner, who has to do what is taken. Null where it is no complaint, or closed.
 * @param by the owner's name; null: the bot
 */
export function proposeRemedy(
  ticket: Ticket,
  choices: readonly RemedyChoice[],
  by: string | null,
  at: number,
): TicketChange | null {
  if (!isComplaintTicket(ticket) || ticket.state === 'closed') return null;
  const actor: TicketActor = by === null ? { kind: 'bot' } : { kind: 'owner', name: by };
  const draft = new TicketDraftChange(ticket, actor, at).tell({ type: 'proposed', choices });
  const proposal = { choices, by, at };
  if (by === null) return draft.set({ complaint: { ...ticket.complaint, proposal, verdict: null } }).done();
  if (ticket.state !== 'waiting') draft.move('waiting');
  return draft.set({ dueAt: null, complaint: { warnAt: null, proposal, verdict: null } }).done();
}

/**
 * The customer takes something of what was offered, or nothing: it is the owner's turn again. Null when nothing is offered (any more), or
 * that is not among it.
 * @param taken its place in the offer; null: none of it
 * @param renewed after a refusal: until when the owner must come back with something better
 */
export function judgeProposal(
  ticket: Ticket,
  { at: offered, taken }: { at: number; taken: number | null },
  at: number,
  renewed: ComplaintDeadline,
): TicketChange | null {
  if (!isComplaintTicket(ticket) || ticket.state === 'closed') return null;
  const { proposal, verdict } = ticket.complaint;
  if (proposal === null || verdict !== null || proposal.at !== offered) return null;
  const chosen = taken === null ? null : proposal.choices[taken];
  if (chosen === undefined) return null;
  const accepted = chosen !== null;
  const happened = { type: 'verdict', accepted, text: chosen?.text ?? null } as const;
  const draft = new TicketDraftChange(ticket, { kind: 'visitor' }, at).tell(happened);
  if (ticket.state === 'waiting' || ticket.state === 'solved') draft.move('open');
  const complaint = { ...ticket.complaint, verdict: { accepted, chosen, at } };
  // A deadline that the owner has not met yet stands.
  if (ticket.dueAt !== null) return draft.again().set({ complaint }).done();
  const { dueAt, warnAt } = renewed;
  return draft
    .set({ dueAt: accepted ? null : dueAt, complaint: { ...complaint, warnAt: accepted ? null : warnAt } })
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
