import type { Conversation } from '../conversation/conversation.ts';
import type { PriorityLevel } from '../priority/priority-rule.ts';
import type { PriorityReason } from '../priority/score.ts';
import type { Appointment } from '../records/appointment.ts';
import type { Contact } from '../records/contact.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Visitor } from '../visitor.ts';

export type QueueKind = 'chat' | 'ticket' | 'appointment' | 'questions';

/** Stores keep a kind by its place here: only ever add at the end. */
export const QUEUE_KINDS: readonly QueueKind[] = ['chat', 'ticket', 'appointment', 'questions'];

/** Which thing it is: a conversation's key, a ticket's number, an appointment's key; 0 for the questions, of which there is one. */
export interface QueuePlace {
  readonly kind: QueueKind;
  readonly subject: number;
}

/** What there is to do. */
export type QueueSubject =
  /** Somebody waits for a person's word; `ticket` is the one of theirs that presses most. */
  | {
      readonly kind: 'chat';
      readonly conversation: Conversation;
      readonly visitor: Visitor;
      readonly ticket: Ticket | null;
    }
  | { readonly kind: 'ticket'; readonly ticket: Ticket }
  | { readonly kind: 'appointment'; readonly appointment: Appointment; readonly contact: Contact | null }
  /** Questions that the bot could not answer; `text` is the newest of them. */
  | {
      readonly kind: 'questions';
      readonly count: number;
      readonly newest: number;
      readonly at: number;
      readonly text: string;
    };

export interface QueueItem {
  readonly place: QueuePlace;
  readonly subject: QueueSubject;
  /** 0 to 100: the sum of the reasons, clamped. */
  readonly score: number;
  readonly level: PriorityLevel;
  readonly reasons: readonly PriorityReason[];
  /** Since when it lies here, UTC milliseconds: of equals the older one comes first. */
  readonly since: number;
  /** Until when it has to be done: the promise, the deadline, or when it begins. UTC milliseconds. */
  readonly dueAt: number | null;
  /** Another number once something new has happened to it: what was put away before comes back. */
  readonly stamp: number;
}

/** Its name on the wire: `chat-12`. */
export function queueId({ kind, subject }: QueuePlace): string {
  return `${kind}-${subject}`;
}

/** Null for what is no such name. */
export function queuePlace(id: string): QueuePlace | null {
  const [, kind, subject] = /^([a-z]+)-(\d{1,15})$/.exec(id) ?? [];
  const known = QUEUE_KINDS.find((one) => one === kind);
  return known === undefined ? null : { kind: known, subject: Number(subject) };
}

/**
 * The order of work as text that sorts: the highest score first, then what lies longest, then by name. Total, so that
 * nothing changes places by itself, and every device sorts alike.
 */
export function queueOrder({ score, since, place }: Pick<QueueItem, 'score' | 'since' | 'place'>): string {
  return `${String(100 - score).padStart(3, '0')} ${String(Math.max(0, since)).padStart(15, '0')} ${queueId(place)}`;
}

export function compareQueue(one: QueueItem, other: QueueItem): number {
  const [a, b] = [queueOrder(one), queueOrder(other)];
  return a < b ? -1 : Number(a > b);
}
