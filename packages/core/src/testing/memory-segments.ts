import { GONE_ORDERS } from '../domain/crm/contact-filter.ts';
import type { ContactFilter } from '../domain/crm/contact-filter.ts';
import type { LifePlace } from '../domain/crm/life-cycle.ts';
import type { Contact } from '../domain/records/contact.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { ContactStore, OrderStore } from '../ports/record-store.ts';
import type { SegmentStore } from '../ports/segment-store.ts';
import type { VisitorStore } from '../ports/visitor-store.ts';
import type { MemoryProfiles } from './memory-crm.ts';

type Parts = Pick<ContactStore, 'contacts' | 'visitorsOfContact'> &
  Pick<OrderStore, 'ordersOfContact'> &
  Pick<VisitorStore, 'findVisitor'> &
  Pick<ConversationStore, 'findConversationOfVisitor'> & {
    ticketsOfPerson(site: string, contactKeys: readonly number[], visitorKeys: readonly number[]): Ticket[];
    place(contactKey: number): LifePlace | null;
  };

/** Whether a contact is meant by a filter. */
export type Fits = (contact: Contact, filter: ContactFilter, now: number) => Promise<boolean>;

const DAY = 86_400_000;
const GONE: readonly string[] = GONE_ORDERS;

/** Reads all of a contact for each question. */
export function fitsFilter(parts: Parts, profiles: MemoryProfiles): Fits {
  return async ({ key, site, locale, customer }, filter, now) => {
    const { tags, attributes, marketing } = profiles.get(key);
    const visitors = await parts.visitorsOfContact(site, key, Infinity);
    const browsers = await Promise.all(visitors.map((visitor) => parts.findVisitor(visitor)));
    const talks = await Promise.all(visitors.map((visitor) => parts.findConversationOfVisitor(site, visitor)));
    const seen = Math.max(-Infinity, ...talks.flatMap((talk) => talk?.lastVisitorAt ?? []));
    const orders = (await parts.ordersOfContact(site, key, Infinity)).filter(({ status }) => !GONE.includes(status));
    const solved = parts
      .ticketsOfPerson(site, [key], [])
      .flatMap(({ solvedAt, withdrawn }) => (withdrawn ? [] : (solvedAt ?? [])));
    const { spent, attribute } = filter;
    const sum = orders
      .filter(({ currency }) => currency === spent?.currency)
      .reduce((total, order) => total + (order.total ?? 0), 0);
    const is = <T>(wanted: T | undefined, value: T) => wanted === undefined || wanted === value;
    const since = (days: number | undefined) => (days === undefined ? null : now - days * DAY);
    const after = (days: number | undefined, moments: readonly number[]) => {
      const from = since(days);
      return from === null || moments.some((at) => at >= from);
    };
    const unseen = since(filter.unseenForDays);
    const stage = parts.place(key)?.stage;
    return (
      (filter.stages === undefined || (stage !== undefined && filter.stages.includes(stage))) &&
      (filter.tags ?? []).every((tag) => tags.includes(tag)) &&
      (filter.locale === undefined || filter.locale === locale) &&
      is(filter.marketing, marketing !== null) &&
      is(filter.customer, customer) &&
      is(
        filter.blocked,
        browsers.some((browser) => browser !== null && browser.blocked !== 'no'),
      ) &&
      after(filter.seenWithinDays, [seen]) &&
      (unseen === null || seen < unseen) &&
      orders.length >= (filter.minOrders ?? 0) &&
      orders.length <= (filter.maxOrders ?? Infinity) &&
      (spent === undefined || sum >= spent.atLeast) &&
      (attribute === undefined ||
        (attributes[attribute.name] !== undefined && is(attribute.value, attributes[attribute.name]))) &&
      after(
        filter.orderedWithinDays,
        orders.map(({ placedAt }) => placedAt),
      ) &&
      after(filter.solvedWithinDays, solved)
    );
  };
}

export function createMemorySegments(parts: Parts, fits: Fits): Omit<SegmentStore, 'blockedVisitors'> {
  const among = async (contacts: readonly Contact[], filter: ContactFilter, now: number) => {
    const fit = await Promise.all(contacts.map((contact) => fits(contact, filter, now)));
    return contacts.filter((_, index) => fit[index]);
  };
  return {
    async contactsBy(site, filter, { now, limit, ...page }) {
      return (await among(await parts.contacts(site, { ...page, limit: Infinity }), filter, now)).slice(0, limit);
    },
    async contactsOfSegment(site, filter, { now, after, limit }) {
      const reachable = (await parts.contacts(site, { limit: Infinity }))
        .filter(({ key, email }) => key > after && email !== null)
        .sort((a, b) => a.key - b.key);
      return (await among(reachable, filter, now)).slice(0, limit);
    },
    async countContacts(site, filter, now) {
      return (await among(await parts.contacts(site, { limit: Infinity }), filter, now)).length;
    },
  };
}
