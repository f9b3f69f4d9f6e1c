import { complaintDeadline, openComplaint } from '../../domain/complaint/complaint-deadline.ts';
import { recogniseComplaint } from '../../domain/complaint/recognise-complaint.ts';
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import { scoreOf } from '../../domain/priority/score.ts';
import type { Site } from '../../domain/site.ts';
import { DeskError } from '../../domain/desk-error.ts';
import { routeTicket } from '../../domain/ticket/route-rule.ts';
import type { TicketDraft } from '../../domain/ticket/ticket-draft.ts';
import { newTicket, ticketName } from '../../domain/ticket/ticket.ts';
import type { Ticket, TicketActor } from '../../domain/ticket/ticket.ts';
import type { Desk } from '../desk.ts';
import { moodIn, told } from './ticket-facts.ts';
import { routedMail, ticketMails } from './ticket-mails.ts';
import { ticketWebhooks } from './ticket-webhooks.ts';

export interface OpenedBy {
  readonly by: TicketActor;
  /** The known person whose request it is. */
  readonly contact: { readonly key: number; readonly customer: boolean; readonly verified: boolean } | null;
  /** Until when it has to be answered, UTC milliseconds; null: nothing was promised. */
  readonly dueAt: number | null;
  /** The conversation whose words it has; left out: none. */
  readonly conversationKey?: number;
  /** Whether the person hears of its number by mail or SMS, where that can be sent. */
  readonly acknowledge: boolean;
}

/**
 * A ticket that no visitor asked for: of another system, or by hand of words in a conversation. It is scored and sent on as every other one;
 * words of a conversation that complain make the same complaint of it that the bot would have made.
 * @throws DeskError `unavailable` when it cannot be written now.
 */
export async function openTicket(desk: Desk, site: Site, draft: TicketDraft, of: OpenedBy): Promise<Ticket> {
  const at = desk.clock.now();
  const number = await desk.store.drawTicketNumber(site.id);
  const { category, locale, contact } = draft;
  const said = told(draft);
  const mood = moodIn(desk.sentiment, said, locale);
  const complaint =
    of.conversationKey !== undefined &&
    said.some((text) => recogniseComplaint({ text, intents: () => [], mood: () => mood }, site.complaints).complaint);
  const { score, level, reasons } = scoreOf(
    {
      ...{ said, category, intents: [], mood, messagesToday: 1, locale },
      customer: of.contact?.customer ? 'customer' : Object.keys(contact).length > 0 ? 'contact' : 'none',
      ...{ orderTotal: 0, complaint, danger: false, waitingSince: at },
      verified: of.contact?.verified ?? false,
    },
    site.priority,
    at,
  );
  const route = routeTicket(
    { category, locale, level, priority: score, isOpen: desk.calendar.isOpen(site, at) },
    site.routing,
  );
  const made = newTicket(draft, {
    ...{ id: desk.ids.uuid(), site: site.id, number, at, by: of.by, route, dueAt: of.dueAt },
    // The sweep looks at it again with all that the store knows.
    priority: { priority: score, level, reasons, rescoreAt: at },
    contactKey: of.contact?.key ?? null,
    ...(complaint && openComplaint(deadlineOf(desk, site, at))),
  });
  const change = { ...made, next: { ...made.next, conversationKey: of.conversationKey ?? null } };
  const outcome = await desk.store.saveTicket(change, [
    ...mailsOf(desk, site, change.next, of.acknowledge),
    ...ticketWebhooks(desk, change, null),
  ]);
  if (outcome.kind === 'conflict') throw new DeskError('conflict', 'the ticket could not be made');
  desk.bus.publish({ kind: 'ticket', ticket: outcome.ticket });
  return outcome.ticket;
}

function deadlineOf({ calendar }: Desk, site: Site, at: number) {
  return complaintDeadline(site.complaints, at, (from, ms) => calendar.addBusinessTime(from, ms, site));
}

function mailsOf(desk: Desk, site: Site, ticket: Ticket, acknowledge: boolean): OutboxEntry[] {
  const name = ticketName(site.ticketPrefix, ticket.number);
  if (acknowledge)
    return ticketMails(desk, site, ticket, { name, promise: null, missing: [], conversation: null }).entries;
  const routed = routedMail(desk, site, ticket, name);
  return routed === null ? [] : [routed];
}
