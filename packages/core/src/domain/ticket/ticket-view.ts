import type { PriorityLevel } from '../priority/priority-rule.ts';

/** Which tickets are wanted: all that is named here fits. */
export interface TicketSieve {
  readonly filter: 'open' | 'waiting' | 'solved' | 'all';
  readonly category?: string;
  readonly level?: PriorityLevel;
  /** `late`: the answer was due. `today`: it is due before midnight where the site is. */
  readonly due?: 'late' | 'today';
  readonly hands?: 'owner' | 'others';
  readonly complaint?: true;
}

/** A choice of tickets that the owner keeps under a name. Words that are searched for are none of it: they often name somebody. */
export interface TicketView {
  readonly id: string;
  readonly name: string;
  readonly sieve: TicketSieve;
  /** When it was kept first, UTC milliseconds: the order in which they are shown. */
  readonly at: number;
}

/** More than one person can tell apart at a glance. */
export const MOST_VIEWS = 20;
