import type { Locale } from '../domain/locale.ts';
import type { Contact } from '../domain/records/contact.ts';
import type { Order } from '../domain/records/order.ts';
import type { SearchState } from '../domain/search/search-kinds.ts';
import type { SearchPiece } from '../domain/search/search-terms.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';

/** What is looked for: all of it holds. */
export interface SearchFilter {
  /** UTC milliseconds, both inclusive: when it was said, made, placed. */
  readonly from?: number;
  readonly to?: number;
  readonly state?: SearchState;
  /** Of the conversation, the ticket or the contact. */
  readonly locale?: Locale;
  /** Only what is this person's. */
  readonly contactKey?: number;
}

/** How far a search has come. */
export interface SearchPlace {
  /** 0: found by what it is called; 1: by anything else. Messages have 1 only. */
  readonly tier: 0 | 1;
  /** Of the last one that was looked at: later pages have lower ones. */
  readonly key: number;
}

export interface SearchRequest {
  /** At least one. */
  readonly pieces: readonly SearchPiece[];
  readonly filter: SearchFilter;
  readonly limit: number;
  /** Where the page before ended. */
  readonly after?: SearchPlace;
}

export interface SearchPage<T> {
  readonly hits: readonly T[];
  /** Where to go on; null when there is no more. A page may have fewer hits than `limit`, or none, and still go on. */
  readonly next: SearchPlace | null;
}

/** The newest matching message of a conversation. */
export interface MessageHit {
  /** The store's own number of the event. */
  readonly id: number;
  readonly conversationKey: number;
  readonly seq: number;
  readonly at: number;
  readonly from: 'visitor' | 'bot' | 'owner';
  readonly text: string;
}

/**
 * Finds words in what is stored, by the rules of `holdsAll`; each is one site's. What was saved before is found, what was
 * erased is not, and what is sensitive never was. Who is found by name stands first, then the newest.
 */
export interface SearchStore {
  /** One hit a conversation: its newest message that matches. A state and a language are the conversation's. */
  searchMessages(site: string, request: SearchRequest): Promise<SearchPage<MessageHit>>;
  /** A state leaves all of them out; the moment is when they were first known. */
  searchContacts(site: string, request: SearchRequest): Promise<SearchPage<Contact>>;
  searchTickets(site: string, request: SearchRequest): Promise<SearchPage<Ticket>>;
  /** A language leaves all of them out. */
  searchOrders(site: string, request: SearchRequest): Promise<SearchPage<Order>>;
  /** How many rows from before the index still wait to be put into it, and are not found. 0 nearly always. */
  searchBacklog(): Promise<number>;
  /** Puts into the index what is not in it yet, for about so many milliseconds. Resolves to whether there is more. */
  tendSearch(budgetMs: number): Promise<boolean>;
}
