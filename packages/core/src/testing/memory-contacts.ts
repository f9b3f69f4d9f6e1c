import { DeskError } from '../domain/desk-error.ts';
import {
  contactSearchText,
  matchContact,
  searchFold,
  withContactDraft,
  withCorrection,
} from '../domain/records/contact.ts';
import type { Contact, ContactDraft, ContactFinder } from '../domain/records/contact.ts';
import { sameMarketing, sentMarketing, tellsOfMarketing } from '../domain/crm/marketing.ts';
import type { MemoryProfiles } from './memory-crm.ts';
import type { ContactStore, RecordWrite } from '../ports/record-store.ts';
import type { ContactMerge } from '../domain/crm/merge.ts';
import type { Dropped } from './memory-privacy.ts';
import type { RecordSteps } from './memory-batches.ts';

type Plain = Omit<ContactStore, 'saveContacts'>;

export interface MemoryContacts extends Plain {
  rows: Contact[];
  save: { steps(draft: ContactDraft, write: RecordWrite): RecordSteps<Contact> };
  isLinked(contactKey: number): boolean;
  /** Links of one contact to another; only of these visitors, where they are named. Whose. */
  moveLinks(from: number, to: number, only?: readonly number[]): number[];
  /** Merges that stand, with the contact that is no more: its reach goes on finding the other. */
  merged: { merge: ContactMerge; loser: Contact }[];
  dropContacts(contactKeys: readonly number[], visitorKeys: readonly number[]): Dropped;
}

export interface MemoryMarketing {
  profiles: Pick<MemoryProfiles, 'get' | 'set'>;
  unsubscribedAt(site: string, address: string | null): number | null;
}

/** @param nextKey numbers rows, ascending. */
export function createMemoryContacts(nextKey: () => number, marketing: MemoryMarketing): MemoryContacts {
  const rows: Contact[] = [];
  /** Contact by visitor. */
  const links = new Map<number, number>();

  const merged: MemoryContacts['merged'] = [];
  const became = (key: number | undefined): Contact | null => {
    const next = merged.find(({ merge }) => merge.loser === key);
    return next === undefined ? (rows.find((row) => row.key === key) ?? null) : became(next.merge.winner);
  };
  const finderOf = (site: string): ContactFinder => {
    const oldest = (fits: (contact: Contact) => boolean) =>
      rows
        .filter((row) => row.site === site && row.verified && fits(row))
        .sort((a, b) => a.key - b.key)
        .at(0) ?? null;
    const lost = (fits: (contact: Contact) => boolean) => {
      const found = merged.find(({ loser }) => loser.site === site && loser.verified && fits(loser));
      return became(found?.merge.winner);
    };
    return {
      byId: (id) =>
        oldest((row) => row.id === id) ??
        rows.find((row) => row.site === site && row.id === id) ??
        lost((row) => row.ownId && row.id === id),
      byEmail: (email) => oldest((row) => row.email === email) ?? lost((row) => row.email === email),
      byPhone: (phone) => oldest((row) => row.phone === phone) ?? lost((row) => row.phone === phone),
    };
  };
  const fresh = ({ site, at, uuid }: RecordWrite, verified: boolean) => ({ site, id: uuid(), verified, at });
  const put = (contact: Contact): Contact => {
    const at = rows.findIndex((row) => row.key === contact.key);
    if (at !== -1) return (rows[at] = contact);
    const made = { ...contact, key: nextKey() };
    rows.push(made);
    return made;
  };
  const linked = (site: string, visitorKey: number) =>
    rows.find((row) => row.site === site && row.key === links.get(visitorKey)) ?? null;

  return {
    rows,
    save: {
      steps: (draft, write) => ({
        find: () => matchContact(draft, finderOf(write.site)),
        make: (before) => withContactDraft(before, draft, fresh(write, true)),
        beside({ key, site, email }) {
          const { profiles } = marketing;
          const before = profiles.get(key).marketing;
          const how = write.batch === null ? 'api' : 'import';
          const by = { at: write.at, how, unsubscribedAt: marketing.unsubscribedAt(site, email) };
          const after = tellsOfMarketing(draft) ? sentMarketing(before, draft, by) : before;
          if (sameMarketing(before, after)) return null;
          profiles.set(site, { ...profiles.get(key), marketing: after });
          return () => {
            const now = profiles.get(key);
            if (!sameMarketing(now.marketing, after)) return false;
            profiles.set(site, { ...now, marketing: before });
            return true;
          };
        },
      }),
    },
    dropContacts(contactKeys, visitorKeys) {
      const gone = [...links].filter(([visitor, key]) => visitorKeys.includes(visitor) || contactKeys.includes(key));
      for (const [visitor] of gone) links.delete(visitor);
      const contacts = rows.filter(({ key }) => contactKeys.includes(key));
      for (const contact of contacts) rows.splice(rows.indexOf(contact), 1);
      return { visitor_contact: gone.length, contact: contacts.length };
    },
    merged,
    moveLinks(from, to, only) {
      const moved = [...links].filter(([visitor, key]) => key === from && (only?.includes(visitor) ?? true));
      for (const [visitor] of moved) links.set(visitor, to);
      return moved.map(([visitor]) => visitor);
    },
    isLinked: (contactKey) => [...links.values()].includes(contactKey),

    async findContact(site, by) {
      const find = finderOf(site);
      if ('email' in by) return find.byEmail(by.email);
      if ('phone' in by) return find.byPhone(by.phone);
      if ('id' in by) return find.byId(by.id);
      return rows.find((row) => row.site === site && row.key === by.key) ?? null;
    },
    async changeContact(site, key, change, at) {
      const before = rows.find((row) => row.site === site && row.key === key);
      if (before === undefined) return null;
      const after = withCorrection(before, change, at);
      if (after === null) throw new DeskError('refused', 'nothing would be left to reach this contact by');
      return put(after);
    },
    async noteVisitorContact(visitorKey, said, write) {
      const before = linked(write.site, visitorKey);
      if (before?.verified === true) return before;
      const contact = put(withContactDraft(before, said, fresh(write, false)));
      links.set(visitorKey, contact.key);
      return contact;
    },
    async linkVerifiedVisitor(visitorKey, id, write) {
      const known = finderOf(write.site).byId(id);
      const contact = known?.verified === true ? known : put(withContactDraft(null, { id }, fresh(write, true)));
      links.set(visitorKey, contact.key);
      return contact;
    },
    contactOfVisitor: async (site, visitorKey) => linked(site, visitorKey),
    // Nobody else has this memory.
    foreignWrites: async () => 0,
    contactsOfVisitors: async (site, visitorKeys) =>
      [...new Set(visitorKeys)].flatMap((visitorKey) => {
        const contact = linked(site, visitorKey);
        return contact === null ? [] : [{ visitorKey, contact }];
      }),
    visitorsOfContact: async (site, contactKey, limit) =>
      [...links]
        .filter(([, key]) => key === contactKey && rows.some((row) => row.key === key && row.site === site))
        .map(([visitorKey]) => visitorKey)
        .sort((a, b) => b - a)
        .slice(0, limit),
    contacts: async (site, { search = '', before = Infinity, limit }) =>
      rows
        .filter((row) => row.site === site && row.key < before)
        .filter((row) => contactSearchText(row).includes(searchFold(search.trim())))
        .sort((a, b) => b.key - a.key)
        .slice(0, limit),
  };
}
