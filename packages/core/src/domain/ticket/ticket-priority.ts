import type { PriorityRules } from '../priority/priority-rule.ts';
import { scoreOf } from '../priority/score.ts';
import type { PriorityFacts } from '../priority/score.ts';
import { isComplaintTicket } from '../complaint/complaint-stage.ts';
import type { Ticket, TicketPriority } from './ticket.ts';

/** A priority as tickets keep it. */
export function ticketPriority(facts: PriorityFacts, rules: PriorityRules, now: number): TicketPriority {
  const { score, level, reasons, nextChangeAt } = scoreOf(facts, rules, now);
  return { priority: score, level, reasons, rescoreAt: nextChangeAt };
}

/** The same, looked at again no later than its owner is to be reminded of a complaint's deadline. */
export function withReminder(priority: TicketPriority, ticket: Ticket): TicketPriority {
  const warnAt = isComplaintTicket(ticket) ? ticket.complaint.warnAt : null;
  if (warnAt === null || (priority.rescoreAt !== null && priority.rescoreAt <= warnAt)) return priority;
  return { ...priority, rescoreAt: warnAt };
}
