import type { ErasedRows, Erasure } from '../domain/privacy/erasure.ts';
import type { Person, PersonQuestion } from '../domain/privacy/person.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { PrivacyStore } from '../ports/privacy-store.ts';
import type { ContactStore } from '../ports/record-store.ts';
import type { VisitorStore } from '../ports/visitor-store.ts';

/** How many rows went, by table. */
export type Dropped = Readonly<Record<string, number>>;
export interface DroppedRecords {
  readonly erased: Dropped;
  readonly anonymised: Dropped;
}
export interface DroppedTalk {
  readonly tombstones: { key: number; id: string; event: number }[];
  readonly rows: Dropped;
}

/** The parts of the memory store, with what each of them can drop. */
export interface PrivacyParts
  extends
    Pick<ConversationStore, 'findConversation' | 'findConversationOfVisitor'>,
    Pick<ContactStore, 'findContact' | 'contactOfVisitor' | 'visitorsOfContact' | 'contacts'>,
    Pick<VisitorStore, 'findVisitor'> {
  dropVisitors(keys: readonly number[]): Dropped;
  dropConversations(keys: readonly number[], at: number): DroppedTalk;
  dropRecords(contactKeys: readonly number[], visitorKeys: readonly number[]): DroppedRecords;
  dropJobs(site: string, conversationKeys: readonly number[], quoted: readonly string[]): number;
  dropMails(site: string, addresses: readonly string[]): number;
  dropProfiles(contactKeys: readonly number[]): Dropped;
  dropMerges(contactKeys: readonly number[]): number;
  dropLife(contactKeys: readonly number[]): Dropped;
  dropLifeMails(site: string, contactKeys: readonly number[], emails: readonly string[]): Dropped;
  dropWaiters(visitorKeys: readonly number[]): number;
  dropPromises(conversationKeys: readonly number[]): { erased: number; promise: number; reply_time: number };
  dropMarks(person: Person): number;
  dropSurveys(person: Person, emails: readonly string[]): { erased: number; anonymised: number };
  ticketsOfPerson(site: string, contactKeys: readonly number[], visitorKeys: readonly number[]): Ticket[];
  anonymiseTickets(keys: readonly number[], at: number): { ticket: number; ticket_event: number };
}

/** Erases by asking each part to drop its rows; it rehearses nothing. */
export function createMemoryPrivacy(parts: PrivacyParts): PrivacyStore {
  const erasures: Erasure[] = [];

  const find = async (site: string, question: PersonQuestion): Promise<Person | null> => {
    const contacts = new Set<number>();
    const visitors = new Set<number>();
    if ('contact' in question) {
      if ((await parts.findContact(site, { key: question.contact })) === null) return null;
      contacts.add(question.contact);
    } else {
      const row = await parts.findConversation(site, question.conversation);
      if (row === null) return null;
      visitors.add(row.visitor.key);
      const contact = await parts.contactOfVisitor(site, row.visitor.key);
      if (contact !== null) contacts.add(contact.key);
    }
    for (const contact of contacts) {
      for (const visitor of await parts.visitorsOfContact(site, contact, Infinity)) visitors.add(visitor);
    }
    const keys = [...visitors].sort((a, b) => b - a);
    for (const { contactKey } of parts.ticketsOfPerson(site, [], keys)) {
      const claimed = contactKey === null ? null : await parts.findContact(site, { key: contactKey });
      if (claimed === null || claimed.verified) continue;
      const theirs = await parts.visitorsOfContact(site, claimed.key, Infinity);
      if (theirs.every((visitor) => visitors.has(visitor))) contacts.add(claimed.key);
    }
    const everybody = await parts.contacts(site, { limit: Infinity });
    const own = everybody.filter(({ key }) => contacts.has(key));
    const conversations = await Promise.all(keys.map((key) => parts.findConversationOfVisitor(site, key)));
    return {
      site,
      name: own.find(({ name }) => name !== null)?.name ?? null,
      contacts: own.map(({ key }) => key),
      visitors: keys,
      conversations: conversations.flatMap((found) => (found === null ? [] : [{ key: found.key, id: found.id }])),
      tickets: parts.ticketsOfPerson(site, [...contacts], keys).map(({ key, id, number }) => ({ key, id, number })),
      alike: everybody
        .filter(({ key }) => !contacts.has(key))
        .filter(({ email, phone }) =>
          own.some((one) => (one.email !== null && one.email === email) || (one.phone !== null && one.phone === phone)),
        )
        .map(({ key }) => key),
    };
  };

  const drop = async (person: Person, at: number) => {
    const { site, contacts, visitors, tickets, conversations } = person;
    const reach = await Promise.all(contacts.map((key) => parts.findContact(site, { key })));
    const emails = reach.flatMap((contact) => contact?.email ?? []);
    const quoted = [...conversations, ...tickets].map(({ id }) => id).concat(emails);
    const erased: Record<string, number> = {};
    const anonymised: Record<string, number> = {};
    erased.job = parts.dropJobs(site, visitors, [
      ...quoted.map((value) => JSON.stringify(value)),
      ...tickets.map(({ number }) => `-T${number}"`),
    ]);
    erased.contact_merge = parts.dropMerges(contacts);
    erased.sent_mail = parts.dropMails(site, emails);
    Object.assign(erased, parts.dropProfiles(contacts), parts.dropLife(contacts));
    Object.assign(erased, parts.dropLifeMails(site, contacts, emails));
    erased.queue_mark = parts.dropMarks(person);
    erased.problem_waiter = parts.dropWaiters(visitors);
    const surveys = parts.dropSurveys(person, emails);
    const { erased: promises, ...figures } = parts.dropPromises(visitors);
    const { ticket, ticket_event } = parts.anonymiseTickets(
      tickets.map(({ key }) => key),
      at,
    );
    Object.assign(erased, { survey_request: surveys.erased, promise: promises, ticket_event });
    Object.assign(anonymised, figures, { survey_request: surveys.anonymised, ticket });
    const records = parts.dropRecords(contacts, visitors);
    const talk = parts.dropConversations(visitors, at);
    Object.assign(erased, records.erased, talk.rows, parts.dropVisitors(visitors));
    Object.assign(anonymised, records.anonymised);
    return { tombstones: talk.tombstones, rows: rowsOf(erased, anonymised) };
  };

  return {
    findPerson: find,
    async rehearseErasure(site, question) {
      const person = await find(site, question);
      // What it would come to is told by the real stores, which count with the statements that erase.
      return person && { person, rows: [] };
    },
    async personRows(site, question) {
      const person = await find(site, question);
      if (person === null) return null;
      const visitors = await Promise.all(person.visitors.map((key) => parts.findVisitor(key)));
      const contacts = await Promise.all(person.contacts.map((key) => parts.findContact(site, { key })));
      return { visitor: visitors, contact: contacts };
    },
    async erasePerson(site, question, { id, at, by }) {
      const person = await find(site, question);
      if (person === null) return null;
      const { tombstones, rows } = await drop(person, at);
      const key = (erasures.at(-1)?.key ?? 0) + 1;
      const tickets = person.tickets.map(({ number }) => number);
      const { visitors } = person;
      const erasure = { key, id, site, at, by, rows, files: 0, conversations: tombstones, tickets, visitors };
      erasures.push(erasure);
      return erasure;
    },
    async noteErasedFiles(site, id, files) {
      const at = erasures.findIndex((erasure) => erasure.site === site && erasure.id === id);
      const found = erasures[at];
      if (found !== undefined) erasures[at] = { ...found, files: found.files + files };
    },
    erasures: async (site, limit) =>
      erasures
        .filter((erasure) => erasure.site === site)
        .reverse()
        .slice(0, limit),
    erasuresAfter: async (key) => erasures.filter((erasure) => erasure.key > key),
    lastErasure: async () => erasures.at(-1)?.key ?? 0,
    scrub: async () => true,
  };
}

function rowsOf(erased: Dropped, anonymised: Dropped): ErasedRows[] {
  return [...new Set([...Object.keys(erased), ...Object.keys(anonymised)])]
    .map((table) => ({ table, erased: erased[table] ?? 0, anonymised: anonymised[table] ?? 0 }))
    .filter((row) => row.erased + row.anonymised > 0);
}
