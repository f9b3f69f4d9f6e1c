import type { Entity, EntityKind } from '../../entity.ts';
import type { Slot } from './form.ts';
import type { SlotValue } from './form-state.ts';

/** What a form may ask the world; asked only while one is open or begins. */
export interface FormsInput {
  find(text: string, kinds: readonly EntityKind[]): readonly Entity[];
  /** What is known of the visitor without asking: identity, earlier messages, the customer's record. */
  known(slot: Slot): SlotValue | undefined;
  /** IANA zone of the visitor. */
  timeZone: string;
  /** What people will call the ticket that this message may make; null where it is not known beforehand. */
  ticketName: string | null;
  /** Whether a signature says who the visitor is. */
  verified: boolean;
}

export const NOTHING_KNOWN: FormsInput = {
  find: () => [],
  known: () => undefined,
  timeZone: 'UTC',
  ticketName: null,
  verified: false,
};
