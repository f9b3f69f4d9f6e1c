import { DeskError } from '../../domain/desk-error.ts';
import type { DeskErrorKind } from '../../domain/desk-error.ts';
import type { SettableState } from '../../domain/ticket/ticket-commands.ts';
import type { TicketActor } from '../../domain/ticket/ticket.ts';
import { changeTicket, setStateOfTicket } from './act-on-ticket.ts';
import type { TicketDesk, TicketEdit } from './act-on-ticket.ts';

/** What became of each of many. */
export interface ChangedTickets {
  readonly done: readonly number[];
  readonly failed: readonly { readonly number: number; readonly kind: DeskErrorKind }[];
}

/**
 * The same change for many tickets, one after the other: what cannot be done to one of them keeps none of the others.
 * Numbers that come twice are changed once. @throws what is no DeskError
 */
export async function changeTickets(
  desk: TicketDesk,
  { site, numbers, by }: { site: string; numbers: readonly number[]; by: TicketActor },
  { state, ...edit }: TicketEdit & { state?: SettableState },
): Promise<ChangedTickets> {
  const done: number[] = [];
  const failed: { number: number; kind: DeskErrorKind }[] = [];
  for (const number of new Set(numbers)) {
    try {
      await changeTicket(desk, { site, number, by }, edit);
      if (state !== undefined) await setStateOfTicket(desk, { site, number, by }, state);
      done.push(number);
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      failed.push({ number, kind: error.kind });
    }
  }
  return { done, failed };
}
