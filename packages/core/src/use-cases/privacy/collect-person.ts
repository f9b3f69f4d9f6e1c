import { DeskError } from '../../domain/desk-error.ts';
import type { StoredEvent } from '../../ports/conversation-store.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { Person, PersonQuestion } from '../../domain/privacy/person.ts';
import type { Appointment } from '../../domain/records/appointment.ts';
import type { Contact } from '../../domain/records/contact.ts';
import type { Order } from '../../domain/records/order.ts';
import type { SurveyRequest } from '../../domain/survey/survey-request.ts';
import type { Ticket, TicketHistoryEntry } from '../../domain/ticket/ticket.ts';
import type { TrackedEvent, Visitor } from '../../domain/visitor.ts';
import type { StoredFile } from '../../ports/file-store.ts';
import type { Desk } from '../desk.ts';

const PAGE = 500;
/** Of each kind; nobody has as many, and whoever does gets the newest of them here and all of them in `tables`. */
const MOST = 10_000;

/** All that is known of a person, as people read it, and row by row as it is stored. */
export interface PersonRecord {
  readonly person: Person;
  readonly contacts: readonly Contact[];
  readonly browsers: readonly { readonly visitor: Visitor; readonly tracked: readonly TrackedEvent[] }[];
  readonly conversations: readonly {
    readonly conversation: Conversation;
    readonly log: readonly StoredEvent[];
    readonly answers: readonly SurveyRequest[];
  }[];
  readonly tickets: readonly { readonly ticket: Ticket; readonly history: readonly TicketHistoryEntry[] }[];
  readonly orders: readonly Order[];
  readonly appointments: readonly Appointment[];
  readonly files: readonly StoredFile[];
  /** Every row that an erasure would touch, by table: nothing is left out because nobody thought of showing it. */
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

/** Reads all that is known of a person. @throws DeskError `not_found` when there is no such person. */
export async function collectPerson(
  { store, files }: Pick<Desk, 'store' | 'files'>,
  site: string,
  question: PersonQuestion,
): Promise<PersonRecord> {
  const person = await store.findPerson(site, question);
  const tables = await store.personRows(site, question);
  if (person === null || tables === null) throw new DeskError('not_found', 'no such person');
  const contacts = await Promise.all(person.contacts.map((key) => store.findContact(site, { key })));
  const visitors = await Promise.all(person.visitors.map((key) => store.findVisitor(key)));
  const conversations = await Promise.all(person.visitors.map((key) => store.findConversationOfVisitor(site, key)));
  const tickets = await Promise.all(person.tickets.map(({ id }) => store.findTicket(site, id)));
  const ofContacts = async <T>(read: (key: number) => Promise<T[]>) =>
    (await Promise.all(person.contacts.map(read))).flat();
  return {
    person,
    contacts: contacts.filter((contact) => contact !== null),
    browsers: await Promise.all(
      visitors
        .filter((visitor) => visitor !== null)
        .map(async (visitor) => ({ visitor, tracked: await store.tracked(visitor.key, MOST) })),
    ),
    conversations: await Promise.all(
      conversations
        .filter((conversation) => conversation !== null)
        .map(async (conversation) => ({
          conversation,
          log: await wholeLog(store, conversation.key),
          answers: await store.surveyAnswers(site, { conversationKey: conversation.key }, MOST),
        })),
    ),
    tickets: await Promise.all(
      tickets
        .filter((ticket) => ticket !== null)
        .map(async (ticket) => ({ ticket, history: await store.ticketHistory(site, ticket.key) })),
    ),
    orders: await ofContacts((key) => store.ordersOfContact(site, key, MOST)),
    appointments: await ofContacts((key) => store.appointmentsOfContact(site, key, MOST)),
    files: await files.filesOf(site, person.visitors),
    tables,
  };
}

async function wholeLog(store: Desk['store'], conversationKey: number): Promise<StoredEvent[]> {
  const log: StoredEvent[] = [];
  for (let after = 0; ;) {
    const page = await store.readLog(conversationKey, { after, limit: PAGE });
    log.push(...page);
    after = page.at(-1)?.seq ?? after;
    if (page.length < PAGE) return log;
  }
}
