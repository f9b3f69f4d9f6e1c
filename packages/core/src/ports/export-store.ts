import type { LifeMove } from '../domain/crm/life-cycle.ts';
import type { Appointment } from '../domain/records/appointment.ts';
import type { SurveyRequest } from '../domain/survey/survey-request.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { InboxRow } from './conversation-store.ts';

/** Where a page begins: behind the row with that number of the store. */
export interface ExportPage {
  readonly after: number;
  readonly limit: number;
}

export interface StoredMail {
  readonly key: number;
  /** UTC milliseconds. */
  readonly at: number;
  readonly address: string;
  /** The key of its entry in the outbox (`ticket_received:17`). */
  readonly about: string;
}

/** What became of a promise: one of the last three has a moment at most. UTC milliseconds. */
export interface StoredPromise {
  readonly key: number;
  /** 0 once the person was erased. */
  readonly conversationKey: number;
  readonly madeAt: number;
  readonly dueAt: number;
  readonly outcome: 'open' | 'kept' | 'broken' | 'withdrawn';
}

export interface StoredMove extends LifeMove {
  readonly key: number;
}

/**
 * All of a site that no other question asks for as a whole, by number ascending: a row that changes while it is read comes
 * once, as before or after.
 */
export interface ExportStore {
  conversationsAfter(site: string, page: ExportPage): Promise<InboxRow[]>;
  ticketsAfter(site: string, page: ExportPage): Promise<Ticket[]>;
  /** Cancelled ones too. */
  appointmentsAfter(site: string, page: ExportPage): Promise<Appointment[]>;
  /** Also those that nobody answered. */
  surveysAfter(site: string, page: ExportPage): Promise<SurveyRequest[]>;
  mailsAfter(site: string, page: ExportPage): Promise<StoredMail[]>;
  promisesAfter(site: string, page: ExportPage): Promise<StoredPromise[]>;
  movesAfter(site: string, page: ExportPage): Promise<StoredMove[]>;
}
