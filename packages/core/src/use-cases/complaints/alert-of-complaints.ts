import type { Decision } from '../../domain/conversation/decision.ts';
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import { ticketName } from '../../domain/ticket/ticket.ts';
import type { Site } from '../../domain/site.ts';
import { alertEntries } from '../notices/alert-owner.ts';
import type { AlertingDesk } from '../notices/alert-owner.ts';

/** What the owner is told of complaints that a turn makes; nearly every turn makes none. */
export async function complaintAlerts(
  desk: AlertingDesk,
  site: Site,
  { tickets = [], next: { id } }: Decision,
): Promise<OutboxEntry[]> {
  const entries: OutboxEntry[] = [];
  for (const { expectedVersion, next } of tickets) {
    if (expectedVersion !== 0 || next.complaint === undefined) continue;
    entries.push(
      ...(await alertEntries(desk, site, {
        ...{ kind: 'feedback', key: `complaint:${next.number}`, of: id },
        urgent: next.level === 'urgent',
        place: `#/tickets/${next.number}/${encodeURIComponent(site.id)}`,
        words: () => ({ what: 'complaint', ticket: ticketName(site.ticketPrefix, next.number), text: next.subject }),
      })),
    );
  }
  return entries;
}
