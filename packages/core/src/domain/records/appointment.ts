import type { TicketDetail } from '../ticket/ticket-draft.ts';

/** A time that somebody has booked. */
export interface Appointment {
  readonly key: number;
  readonly site: string;
  /** Public, unguessable; given by whoever books, so that a repeated booking is the same one. */
  readonly id: string;
  /** What is booked (a room, a teacher); '' where a site has only one of it. */
  readonly resource: string;
  /** UTC milliseconds; `endsAt` exclusive. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** What it is for, in the owner's words (`first-visit`). */
  readonly service: string;
  readonly contactKey: number | null;
  readonly conversationKey: number | null;
  readonly state: 'booked' | 'cancelled';
  readonly createdAt: number;
  /** What was asked for when it was booked: the reason of a visit, what somebody knows already. */
  readonly details: readonly TicketDetail[];
  /** How often it was moved or cancelled: the SEQUENCE of its iCalendar entry (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
}

/** Left out: nothing was asked for. */
export type NewAppointment = Omit<Appointment, 'key' | 'state' | 'sequence' | 'details'> &
  Partial<Pick<Appointment, 'details'>>;
