import type { ContactFilter } from '../domain/crm/contact-filter.ts';
import type { Contact } from '../domain/records/contact.ts';
import type { Visitor } from '../domain/visitor.ts';

/** Contacts by what is known of them. */
export interface SegmentStore {
  /** Newest first; `before` is the key of the last one seen. `search` is looked for in id, name, address and number. */
  contactsBy(
    site: string,
    filter: ContactFilter,
    page: { now: number; limit: number; search?: string; before?: number },
  ): Promise<Contact[]>;
  /** How many there are; looked at in slices, so that nobody else waits. */
  countContacts(site: string, filter: ContactFilter, now: number): Promise<number>;
  /** Contacts that a filter means who have an e-mail address, by key, ascending; `after` is the key of the last one seen. */
  contactsOfSegment(
    site: string,
    filter: ContactFilter,
    page: { now: number; after: number; limit: number },
  ): Promise<Contact[]>;
  /** Browsers that are kept out, the newest first; `before` is the key of the last one seen. */
  blockedVisitors(site: string, page: { before?: number; limit: number }): Promise<Visitor[]>;
}
