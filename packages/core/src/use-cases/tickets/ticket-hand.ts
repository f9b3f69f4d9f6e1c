import type { TicketDraft } from '../../domain/ticket/ticket-draft.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { BeforeTicket } from './before-ticket.ts';
import { RecordNeeded } from '../customers/customer-record.ts';
import type { CustomerRecord } from '../customers/customer-record.ts';
import { StoreNeeded } from '../store-needed.ts';

const NOTHING: readonly never[] = [];

/** What was read for a decision besides its conversation. */
interface Read {
  readonly drawn: readonly number[];
  readonly known: BeforeTicket | null;
  readonly record: CustomerRecord | null;
}

const NOTHING_READ: Read = { drawn: NOTHING, known: null, record: null };

/**
 * What one decision has in hand: the tickets of its conversation, numbers for new ones, and what is known of the visitor. Deciding
 * is synchronous and hardly ever needs a number or a record, so none is fetched before: who finds none is stopped, it is fetched,
 * and the decision is made anew.
 */
export class TicketHand {
  static readonly EMPTY = new TicketHand(NOTHING_READ, NOTHING);
  /** Those of the conversation, by number. */
  readonly tickets: readonly Ticket[];
  readonly #read: Read;
  #taken = 0;

  private constructor(read: Read, tickets: readonly Ticket[]) {
    this.#read = read;
    this.tickets = tickets;
  }

  /** What is known of who gets a ticket; read together with its number. */
  get known(): BeforeTicket | null {
    return this.#read.known;
  }

  /** The next number. @throws TicketNumberNeeded when all are taken. */
  take(draft: TicketDraft): number {
    const number = this.#read.drawn[this.#taken];
    if (number === undefined) throw new TicketNumberNeeded(draft);
    this.#taken++;
    return number;
  }

  /** @throws RecordNeeded when it was not read yet. */
  get record(): CustomerRecord {
    if (this.#read.record === null) throw RecordNeeded.ONE;
    return this.#read.record;
  }

  /** The same and one more number, none of them taken. */
  with(number: number, known: BeforeTicket | null): TicketHand {
    return new TicketHand({ ...this.#read, drawn: [...this.#read.drawn, number], known }, this.tickets);
  }

  withRecord(record: CustomerRecord): TicketHand {
    return new TicketHand({ ...this.#read, record }, this.tickets);
  }

  /** All of the numbers again, for a decision that is made anew. */
  again(tickets: readonly Ticket[] = NOTHING): TicketHand {
    return this.#read === NOTHING_READ && tickets.length === 0 ? TicketHand.EMPTY : new TicketHand(this.#read, tickets);
  }
}

/** The decision makes a ticket, which needs a number; and its priority needs to know whose it is. */
export class TicketNumberNeeded extends StoreNeeded {
  readonly draft: TicketDraft;

  constructor(draft: TicketDraft) {
    super('a ticket needs a number');
    this.name = 'TicketNumberNeeded';
    this.draft = draft;
  }
}
