import type { Conversation } from '../conversation/conversation.ts';
import type { Appointment } from '../records/appointment.ts';
import type { Order } from '../records/order.ts';
import type { SurveyRequest } from '../survey/survey-request.ts';
import type { Ticket } from '../ticket/ticket.ts';

/** What a customer's timeline holds; of the same moment, in this order. */
export const TIMELINE_KINDS = ['conversation', 'ticket', 'order', 'appointment', 'score', 'mail', 'page'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

interface Details {
  /** At its last word. */
  conversation: Pick<Conversation, 'id' | 'state' | 'preview'>;
  /** When it was made. */
  ticket: Pick<Ticket, 'number' | 'subject' | 'level'> & { readonly state: Ticket['state'] | 'withdrawn' };
  /** When it was placed. */
  order: Pick<Order, 'number' | 'status' | 'statusText' | 'total' | 'currency'>;
  /** When it begins, which may be in days to come. */
  appointment: Pick<Appointment, 'service' | 'resource' | 'endsAt' | 'state' | 'details'>;
  /** When it was asked for; a score that is null was not given. */
  score: Pick<SurveyRequest, 'survey' | 'ticket' | 'score' | 'word' | 'answeredAt' | 'skippedAt'>;
  /** When it was sent. `about` is the key of its entry in the outbox (`ticket_received:17`). */
  mail: { readonly address: string; readonly about: string };
  /** By the visitor's clock. */
  page: { readonly name: string; readonly page: string };
}

/** One thing that happened with a customer. */
export type TimelineItem = {
  [K in TimelineKind]: {
    readonly kind: K;
    /** The store's own number of the row; of a conversation its visitor's. */
    readonly key: number;
    /** UTC milliseconds. */
    readonly at: number;
  } & Details[K];
}[TimelineKind];

/** Where a page of a timeline ended. */
export type TimelinePlace = Pick<TimelineItem, 'kind' | 'key' | 'at'>;

/** The newest first; of the same moment by kind, then the highest number first. */
export function compareTimeline(one: TimelinePlace, other: TimelinePlace): number {
  return other.at - one.at || rank(one.kind) - rank(other.kind) || other.key - one.key;
}

/**
 * Of rows of one kind at the moment of a place, those with a key below this one come after it. So that one comparison,
 * `at < place.at OR key < below`, finds them by an index.
 */
export function keysBelow(kind: TimelineKind, place: TimelinePlace | undefined): number {
  if (place === undefined || rank(kind) > rank(place.kind)) return Number.MAX_SAFE_INTEGER;
  return kind === place.kind ? place.key : 0;
}

function rank(kind: TimelineKind): number {
  return TIMELINE_KINDS.indexOf(kind);
}
