import type { Ticket } from '../domain/ticket/ticket.ts';
import type { BeforeTicket } from './before-ticket.ts';

const NOTHING: readonly never[] = [];

/**
 * What one decision has in hand: the tickets of its conversation, and numbers for new ones. Deciding is synchronous and hardly
 * ever needs a number, so none is drawn before: who finds none is stopped, one is drawn, and the decision is made anew.
 */
export class TicketHand {
  static readonly EMPTY = new TicketHand(NOTHING, NOTHING, null);
  /** Those of the conversation, by number. */
  readonly tickets: readonly Ticket[];
  /** What is known of who gets a ticket; read together with its number. */
  readonly known: BeforeTicket | null;
  readonly #drawn: readonly number[];
  #taken = 0;

  private constructor(drawn: readonly number[], tickets: readonly Ticket[], known: BeforeTicket | null) {
    this.known = known;
    this.#drawn = drawn;
    this.tickets = tickets;
  }

  /** The next number. @throws TicketNumberNeeded when all are taken. */
  take(): number {
    const number = this.#drawn[this.#taken];
    if (number === undefined) throw new TicketNumberNeeded();
    this.#taken++;
    return number;
  }

  /** The same and one more number, none of them taken. */
  with(number: number, known: BeforeTicket | null): TicketHand {
    return new TicketHand([...this.#drawn, number], this.tickets, known);
  }

  /** All of the numbers again, for a decision that is made anew. */
  again(tickets: readonly Ticket[] = NOTHING): TicketHand {
    return this.#drawn.length === 0 && tickets.length === 0
      ? TicketHand.EMPTY
      : new TicketHand(this.#drawn, tickets, this.known);
  }
}

/** Not a failure: the decision needs another number to go on. */
export class TicketNumberNeeded extends Error {
  constructor() {
    super('a ticket needs a number');
    this.name = 'TicketNumberNeeded';
  }
}
