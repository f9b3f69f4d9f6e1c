import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { Contact } from '../../domain/records/contact.ts';
import type { TicketDraft } from '../../domain/ticket/ticket-draft.ts';
import type { TicketChange } from '../../domain/ticket/ticket.ts';
import type { Desk } from '../desk.ts';

export type ContactDesk = Pick<Desk, 'store' | 'clock' | 'ids'>;

/**
 * Whose request it is: the customer that a signature names; else the one whose order it is about, for who knows its number and
 * its address as the shop has them; else whom the visitor says they are, which becomes a contact of this visitor's alone. Null
 * for who can be reached nowhere and is unknown.
 */
export async function contactOfRequest(
  { store, clock, ids }: ContactDesk,
  { site, visitorKey }: Pick<Conversation, 'site' | 'visitorKey'>,
  { contact: said, order, locale }: Pick<TicketDraft, 'contact' | 'order' | 'locale'>,
): Promise<Contact | null> {
  const linked = await store.contactOfVisitor(site, visitorKey);
  if (linked?.verified === true) return linked;
  const { name } = said;
  // Only as it is dialled from everywhere can a number be kept with a contact.
  const phone = /^\+[1-9]\d{6,14}$/.test(said.phone ?? '') ? said.phone : undefined;
  const email = said.email?.toLowerCase();
  const write = { site, at: clock.now(), uuid: () => ids.uuid(), batch: null };
  const reached = { ...(name && { name }), ...(email && { email }), ...(phone && { phone }), locale };
  const own = email || phone ? await store.noteVisitorContact(visitorKey, reached, write) : linked;
  const placed = order !== undefined && email ? await store.findOrder(site, order.toUpperCase()) : null;
  const buyer =
    placed?.contactKey && placed.email === email ? await store.findContact(site, { key: placed.contactKey }) : null;
  return buyer ?? own;
}

/** Tickets of a turn that say of nobody yet whose they are, or by which the person can be reached now, with their contact. */
export async function withContacts(
  desk: ContactDesk,
  conversation: Conversation,
  tickets: readonly TicketChange[],
  before: (number: number) => { readonly contact: TicketDraft['contact'] } | undefined,
): Promise<readonly TicketChange[]> {
  const linked = tickets.map(async (change) => {
    const { next } = change;
    const { name, email, phone } = next.contact;
    const earlier = before(next.number)?.contact;
    const isNews = earlier?.email !== email || earlier?.phone !== phone || earlier?.name !== name;
    const isReached = email !== undefined || phone !== undefined;
    // A new one got its contact together with its number.
    if (!isReached || (next.contactKey !== null && (change.expectedVersion === 0 || !isNews))) return change;
    const contact = await contactOfRequest(desk, conversation, { contact: next.contact, locale: next.locale });
    return { ...change, next: { ...next, contactKey: next.contactKey ?? contact?.key ?? null } };
  });
  return Promise.all(linked);
}
