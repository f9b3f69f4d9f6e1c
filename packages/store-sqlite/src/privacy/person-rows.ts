import type { Person, PersonQuestion } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { SiteKeys } from '../sites.ts';

interface ContactFacts {
  key: number;
  id: string;
  ownId: number;
  verified: number;
  name: string | null;
  email: string | null;
  phone: string | null;
}

/** A person, and what the statements of an erasure are given of them: JSON arrays. */
export interface PersonRows {
  readonly person: Person;
  readonly parameters: Readonly<Record<string, string | number>>;
}

const json = (values: readonly unknown[]) => JSON.stringify(values);
const among = (list: string) => `IN (SELECT value FROM json_each(${list}))`;

/** Finds what is one person's. Links are followed until nothing new is found: a contact leads to browsers, these to what was said in them. */
export class PersonFinder {
  readonly #sites: SiteKeys;
  readonly #statements;

  constructor(db: Database, sites: SiteKeys) {
    this.#sites = sites;
    this.#statements = prepare(db);
  }

  find(site: string, question: PersonQuestion): PersonRows | null {
    const siteKey = this.#sites.find(site) ?? 0;
    const s = this.#statements;
    const contacts = new Set<number>();
    const visitors = new Set<number>();
    if ('contact' in question) {
      if (s.contact.get(siteKey, question.contact) === undefined) return null;
      contacts.add(question.contact);
    } else {
      const visitor = s.visitorOfConversation.get(siteKey, question.conversation);
      if (visitor === undefined) return null;
      visitors.add(visitor);
      for (const contact of s.contactsOfVisitors.all(json([visitor]))) contacts.add(contact);
    }
    // Two rounds at most: what a browser said of itself before it was verified is a contact that has no browser but this one.
    for (const visitor of s.visitorsOfContacts.all(json([...contacts]))) visitors.add(visitor);
    for (const contact of s.claimedContacts.all({ site: siteKey, visitors: json([...visitors]) }))
      contacts.add(contact);

    const facts = s.contacts.all(siteKey, json([...contacts]));
    const visitorKeys = [...visitors].sort((a, b) => b - a);
    const tickets = s.tickets.all({ site: siteKey, contacts: json([...contacts]), visitors: json(visitorKeys) });
    const conversations = s.conversations.all(json(visitorKeys));
    const emails = [...new Set(facts.flatMap(({ email }) => email ?? []))];
    const phones = [...new Set(facts.flatMap(({ phone }) => phone ?? []))];
    const verified = facts.flatMap(({ email, verified: isVerified }) => (isVerified === 1 ? (email ?? []) : []));
    const orders = s.orders.all({ site: siteKey, contacts: json([...contacts]), emails: json(verified) });
    const person: Person = {
      site,
      name: facts.find(({ name }) => name !== null)?.name ?? null,
      contacts: facts.map(({ key }) => key),
      visitors: visitorKeys,
      conversations,
      tickets,
      alike: s.alike.all({ site: siteKey, emails: json(emails), phones: json(phones), contacts: json([...contacts]) }),
    };
    const ids = [
      ...conversations.map(({ id }) => id),
      ...tickets.map(({ id }) => id),
      ...s.visitorIds.all(json(visitorKeys)),
      // The business's own id of somebody may be as short as "7".
      ...facts.filter(({ ownId }) => ownId === 0).map(({ id }) => id),
      ...s.appointmentIds.all({ site: siteKey, contacts: json([...contacts]), visitors: json(visitorKeys) }),
    ];
    return {
      person,
      parameters: {
        site: siteKey,
        visitors: json(visitorKeys),
        contacts: json(person.contacts),
        tickets: json(tickets.map(({ key }) => key)),
        ticketNumbers: json(tickets.map(({ number }) => number)),
        orders: json(orders),
        emails: json(emails),
        // As they stand in JSON: a whole value, so that ann@… is not found in joann@…, or the end of a ticket's name.
        quoted: json([
          ...[...ids, ...emails, ...phones].map((value) => JSON.stringify(value)),
          ...tickets.map(({ number }) => `-T${number}"`),
        ]),
        plain: json([...emails, ...phones]),
      },
    };
  }
}

function prepare(db: Database) {
  const ofPerson = `(contact ${among('@contacts')} OR conversation ${among('@visitors')})`;
  return {
    contact: db.prepare<[number, number], number>('SELECT key FROM contact WHERE site = ? AND key = ?').pluck(),
    visitorOfConversation: db
      .prepare<[number, string], number>('SELECT key FROM conversation WHERE site = ? AND id = ?')
      .pluck(),
    contactsOfVisitors: db
      .prepare<[string], number>(`SELECT contact FROM visitor_contact WHERE visitor ${among('?')}`)
      .pluck(),
    visitorsOfContacts: db
      .prepare<[string], number>(
        `SELECT visitor FROM visitor_contact WHERE contact ${among('?')} ORDER BY visitor DESC`,
      )
      .pluck(),
    // Unverified ones only: a verified one may be named in somebody else's request.
    claimedContacts: db
      .prepare<{ site: number; visitors: string }, number>(
        `SELECT DISTINCT contact.key FROM contact JOIN (
           SELECT contact AS named FROM ticket WHERE conversation ${among('@visitors')}
           UNION SELECT contact FROM survey_request WHERE visitor ${among('@visitors')}
           UNION SELECT contact FROM appointment WHERE conversation ${among('@visitors')}
         ) ON contact.key = named WHERE contact.site = @site AND contact.verified = 0
           AND NOT EXISTS (SELECT 1 FROM visitor_contact WHERE contact = contact.key AND visitor NOT ${among('@visitors')})`,
      )
      .pluck(),
    contacts: db.prepare<[number, string], ContactFacts>(
      `SELECT key, id, own_id AS ownId, verified, name, email, phone FROM contact
       WHERE site = ? AND key ${among('?')} ORDER BY key DESC`,
    ),
    tickets: db.prepare<
      { site: number; contacts: string; visitors: string },
      { key: number; id: string; number: number }
    >(`SELECT key, id, number FROM ticket WHERE site = @site AND ${ofPerson} ORDER BY key`),
    conversations: db.prepare<[string], { key: number; id: string }>(
      `SELECT key, id FROM conversation WHERE key ${among('?')} ORDER BY key DESC`,
    ),
    visitorIds: db.prepare<[string], string>(`SELECT id FROM visitor WHERE key ${among('?')}`).pluck(),
    appointmentIds: db
      .prepare<{ site: number; contacts: string; visitors: string }, string>(
        `SELECT id FROM appointment WHERE site = @site AND ${ofPerson}`,
      )
      .pluck(),
    // Orders that name nobody but an address are those of whoever has it, if that is known.
    orders: db
      .prepare<{ site: number; contacts: string; emails: string }, number>(
        `SELECT key FROM shop_order WHERE site = @site
           AND (contact ${among('@contacts')} OR contact IS NULL AND email ${among('@emails')})`,
      )
      .pluck(),
    alike: db
      .prepare<{ site: number; emails: string; phones: string; contacts: string }, number>(
        `SELECT key FROM contact WHERE site = @site AND key NOT ${among('@contacts')}
           AND (email ${among('@emails')} OR phone ${among('@phones')}) ORDER BY key DESC LIMIT 20`,
      )
      .pluck(),
  };
}
