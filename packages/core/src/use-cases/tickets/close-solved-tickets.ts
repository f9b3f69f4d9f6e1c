import { CLOSES_AFTER_DAYS, closeByTime } from '../../domain/ticket/ticket-commands.ts';
import { change } from './act-on-ticket.ts';
import type { Desk } from '../desk.ts';

const DAY = 86_400_000;
/** At a time, so that a sweep after a long pause does not keep the desk busy. */
const PORTION = 100;

/** Closes for good what was solved 14 days ago and never taken up again. */
export async function closeSolvedTickets(desk: Desk): Promise<void> {
  const due = await desk.store.solvedTicketsBefore(desk.clock.now() - CLOSES_AFTER_DAYS * DAY, PORTION);
  for (const ticket of due) {
    try {
      await change(desk, ticket, (current) => closeByTime(current, desk.clock.now()));
    } catch (cause) {
      desk.log.error({ err: cause, site: ticket.site, ticket: ticket.number }, 'the sweep left a ticket as it is');
    }
  }
}
