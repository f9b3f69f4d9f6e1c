import type { OutboxEntry } from '../domain/outbox/outbox-entry.ts';
import type { PriorityLevel } from '../domain/priority/priority-rule.ts';
import type { Ticket, TicketChange, TicketHistoryEntry } from '../domain/ticket/ticket.ts';

/** Which tickets are listed: `open` is new and open, `solved` is solved and closed. */
export type TicketFilter = 'open' | 'waiting' | 'solved' | 'all';

export interface TicketQuery {
  /** `open` and `waiting` by priority (of equals the oldest first), the others by their last change, newest first. */
  readonly filter: TicketFilter;
  /** Each of these words stands in the subject, the details (sensitive ones aside), the contact or the category. */
  readonly words?: readonly string[];
  readonly category?: string;
  readonly level?: PriorityLevel;
  /** Only those that are due before this moment. UTC milliseconds. */
  readonly dueBefore?: number;
  /** Who settles it: the owner, or anybody or anything else. */
  readonly hands?: 'owner' | 'others';
  /** Only complaints. */
  readonly complaint?: true;
  readonly limit: number;
  /** Key of the last ticket of the page before. */
  readonly after?: number;
}

export type TicketCounts = Readonly<Record<'open' | 'waiting' | 'solved', number>>;

export type TicketOutcome = { readonly kind: 'saved'; readonly ticket: Ticket } | { readonly kind: 'conflict' };

export interface TicketStore {
  /** The site's next number, on disk as used before anybody hears of it. */
  drawTicketNumber(site: string): Promise<number>;
  /**
   * Saves a change outside of a conversation, and what is to be sent because of it. @throws DeskError `unavailable` when it cannot be written now.
   * @throws Error for a number that the site has used already.
   */
  saveTicket(change: TicketChange, outbox?: readonly OutboxEntry[]): Promise<TicketOutcome>;

  findTicket(site: string, id: string): Promise<Ticket | null>;
  findTicketByNumber(site: string, number: number): Promise<Ticket | null>;
  /** By number, ascending. */
  ticketsOfConversation(site: string, conversationKey: number): Promise<Ticket[]>;
  /** Of a known person, the newest first. */
  ticketsOfContact(site: string, contactKey: number, limit: number): Promise<Ticket[]>;
  tickets(site: string, query: TicketQuery): Promise<Ticket[]>;
  countTickets(site: string): Promise<TicketCounts>;
  /** Oldest first. */
  ticketHistory(site: string, ticketKey: number): Promise<TicketHistoryEntry[]>;

  /** Tickets of all sites that count as solved since `moment` or before, the longest first. */
  solvedTicketsBefore(moment: number, limit: number): Promise<Ticket[]>;
  /** Tickets of all sites whose priority time has changed (`rescoreAt` is not after `moment`), the longest due first. */
  ticketsToRescore(moment: number, limit: number): Promise<Ticket[]>;
}
