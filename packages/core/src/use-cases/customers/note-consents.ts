import type { TicketConsent } from '../../domain/conversation/decision.ts';
import type { Site } from '../../domain/site.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { Desk } from '../desk.ts';

/**
 * Keeps what visitors said in a form of messages of marketing with the contacts whose tickets it became, with the version of the consent
 * text that was in force. Nobody can be asked to whom nothing leads: it is not kept then.
 */
export async function noteConsents(
  { store, clock, bus }: Pick<Desk, 'store' | 'clock' | 'bus'>,
  site: Site | null,
  consents: readonly TicketConsent[],
  tickets: readonly Ticket[],
): Promise<void> {
  if (site === null) return;
  const version = site.consent?.version;
  for (const { number, allowed } of consents) {
    const contactKey = tickets.find((ticket) => ticket.number === number)?.contactKey ?? null;
    if (contactKey === null) continue;
    const consent = { at: clock.now(), how: 'form', ...(version !== undefined && { version }) };
    await store.changeProfile(site.id, contactKey, { marketing: allowed ? consent : null });
    for (const visitorKey of await store.visitorsOfContact(site.id, contactKey, 1)) {
      bus.publish({ kind: 'visitor', site: site.id, visitorKey });
    }
  }
}
