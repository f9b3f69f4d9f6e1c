import { isUnsettled } from '../ticket/ticket.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { ComplaintCase } from './complaint-case.ts';

/** A ticket that is a complaint. */
export type ComplaintTicket = Ticket & { readonly complaint: ComplaintCase };

export function isComplaintTicket(ticket: Ticket): ticket is ComplaintTicket {
  return ticket.complaint !== undefined;
}

/** Whether somebody still has to make it good. */
export function isOpenComplaint(ticket: Ticket): boolean {
  return isComplaintTicket(ticket) && isUnsettled(ticket.state);
}

/** Where a complaint stands, as people are told. */
export type ComplaintStage = 'received' | 'proposed' | 'accepted' | 'declined' | 'settled';

export function complaintStage({ state, complaint }: ComplaintTicket): ComplaintStage {
  if (state === 'solved' || state === 'closed') return 'settled';
  if (complaint.verdict !== null) return complaint.verdict.accepted ? 'accepted' : 'declined';
  return complaint.proposal === null ? 'received' : 'proposed';
}
