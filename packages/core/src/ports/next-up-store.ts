import type { QueueMark } from '../domain/next-up/queue-mark.ts';
import type { QueuePlace } from '../domain/next-up/queue-item.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';

/** What the owner's queue needs besides what the other stores tell; each question is answered by an index. */
export interface NextUpStore {
  /** Open tickets (`new`, `open`) that are due before a moment, the earliest first. */
  ticketsDue(site: string, before: number, limit: number): Promise<Ticket[]>;
  /** Those of these visitors who have paid for an order of the site. */
  payingVisitors(site: string, visitorKeys: readonly number[]): Promise<number[]>;
  /** What was put away, the last first. */
  queueMarks(site: string, limit: number): Promise<QueueMark[]>;
  /** Takes the place of an earlier one. Those of `forget` or before are dropped on the way. */
  putQueueMark(site: string, mark: QueueMark, forget: number): Promise<void>;
  /** False when nothing was put away there. */
  dropQueueMark(site: string, place: QueuePlace): Promise<boolean>;
}
