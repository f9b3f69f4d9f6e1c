import type { Entity, EntityKind } from '../../entity.ts';
import type { Slot } from './form.ts';
import type { OfferedValue, SlotValue } from './form-state.ts';

/** What a form may ask the world; asked only while one is open or begins. */
export interface FormsInput {
  find(text: string, kinds: readonly EntityKind[]): readonly Entity[];
  /** What is known of the visitor without asking: identity, earlier messages, the customer's record. */
  known(slot: Slot): SlotValue | undefined;
  /** What the answer may be, as far as it is known: the customer's latest orders. */
  offered(slot: Slot): readonly OfferedValue[];
  /** IANA zone of the visitor. */
  timeZone: string;
  /** Whether a signature says who the visitor is. */
  verified: boolean;
}

export const NOTHING_KNOWN: FormsInput = {
  find: () => [],
  known: () => undefined,
  offered: () => [],
  timeZone: 'UTC',
  verified: false,
};
