import { ticketHappening } from '../../domain/outbox/happenings.ts';
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import type { TicketChange } from '../../domain/ticket/ticket.ts';
import type { Desk } from '../desk.ts';
import { webhookEntries } from '../notices/webhook-entries.ts';

/**
 * What webhooks hear of a ticket that is saved outside of its conversation.
 * @param conversation its public id; null where the ticket has none.
 */
export function ticketWebhooks(
  desk: Pick<Desk, 'webhooks' | 'sites' | 'ids' | 'clock'>,
  change: TicketChange,
  conversation: string | null,
): OutboxEntry[] {
  const { site } = change.next;
  if (desk.webhooks.endpoints(site).length === 0) return [];
  const prefix = desk.sites.get(site)?.ticketPrefix ?? site.toUpperCase();
  const happening = ticketHappening(change, conversation, prefix);
  return happening === null ? [] : webhookEntries(desk, site, [happening]);
}
