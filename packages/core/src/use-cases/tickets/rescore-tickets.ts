import { isDeadlineNear } from '../../domain/complaint/complaint-commands.ts';
import { rescore } from '../../domain/ticket/ticket-commands.ts';
import { ticketPriority, withReminder } from '../../domain/ticket/ticket-priority.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { Desk } from '../desk.ts';
import { remindOfComplaint } from '../complaints/remind-of-complaint.ts';
import { ticketFacts } from './ticket-facts.ts';

const BATCH = 50;
/** A sweep takes no longer than so many take; the others come with the next. */
const MOST_A_SWEEP = 500;

/**
 * Gives tickets of all sites the priority that they have by now: those whose time has changed it, and those that something happened to.
 * Owners are reminded of complaints whose deadline nears. A failure stays with its ticket.
 * @param linkTo where the owner finds a ticket
 */
export async function rescoreDueTickets(desk: Desk, linkTo: (site: string, ticket: number) => string) {
  const now = desk.clock.now();
  const failed = new Set<number>();
  for (let done = 0; done < MOST_A_SWEEP; done += BATCH) {
    const due = await desk.store.ticketsToRescore(now, BATCH + failed.size);
    const tickets = due.filter(({ key }) => !failed.has(key));
    for (const ticket of tickets) {
      try {
        if (!(await rescoreTicket(desk, ticket, now, linkTo))) failed.add(ticket.key);
      } catch (cause) {
        failed.add(ticket.key);
        desk.log.error({ err: cause, site: ticket.site, ticket: ticket.number }, 'a priority could not be renewed');
      }
    }
    if (tickets.length < BATCH) return;
  }
}

/** False when it was not changed: its site is gone, or somebody was faster. The next sweep sees to it. */
async function rescoreTicket(
  desk: Desk,
  ticket: Ticket,
  now: number,
  linkTo: (site: string, ticket: number) => string,
) {
  const site = desk.sites.get(ticket.site);
  if (site === null) return false;
  const reminded = isDeadlineNear(ticket, now) ? await remindOfComplaint(desk, site, ticket, linkTo) : ticket;
  if (reminded === null) return false;
  const facts = await ticketFacts(desk, site, reminded, now);
  const change = rescore(reminded, withReminder(ticketPriority(facts, site.priority, now), reminded), now);
  if (change === null) return false;
  const outcome = await desk.store.saveTicket(change);
  if (outcome.kind === 'saved') desk.bus.publish({ kind: 'ticket', ticket: outcome.ticket });
  return outcome.kind === 'saved';
}
