import type { Ticket } from '../ticket/ticket.ts';

/** What the owner offered to make good. */
export interface RemedyProposal {
  /** Of the site's list; null for the owner's own words. */
  readonly remedy: string | null;
  /** As the customer reads it. */
  readonly text: string;
  readonly by: string;
  /** UTC milliseconds. */
  readonly at: number;
}

/** What the customer says to it. */
export interface ComplaintVerdict {
  readonly accepted: boolean;
  readonly at: number;
}

/** What a ticket has that is a complaint; its `dueAt` is the deadline. */
export interface ComplaintCase {
  /** When the owner is reminded of the deadline; null: they have been, or have answered. UTC milliseconds. */
  readonly warnAt: number | null;
  /** The last one; the history has all of them. */
  readonly proposal: RemedyProposal | null;
  /** About that proposal. */
  readonly verdict: ComplaintVerdict | null;
}

/** A ticket that is a complaint. */
export type ComplaintTicket = Ticket & { readonly complaint: ComplaintCase };

export function isComplaintTicket(ticket: Ticket): ticket is ComplaintTicket {
  return ticket.complaint !== undefined;
}

/** Where a complaint stands, as people are told. */
export type ComplaintStage = 'received' | 'proposed' | 'accepted' | 'declined' | 'settled';

export function complaintStage({ state, complaint }: ComplaintTicket): ComplaintStage {
  if (state === 'solved' || state === 'closed') return 'settled';
  if (complaint.verdict !== null) return complaint.verdict.accepted ? 'accepted' : 'declined';
  return complaint.proposal === null ? 'received' : 'proposed';
}
