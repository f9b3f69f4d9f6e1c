import type { Attachment } from '../../attachment/attachment.ts';
import type { Entity } from '../../entity.ts';
import type { SlotValue } from './form-state.ts';

/** Why an answer is none. `form`: of another shape; `early`, `late`: outside of the days; `time`: a time of day is missing; `birth`: the year or the day is; `year`: the year alone is. */
export type SlotTrouble = 'form' | 'short' | 'long' | 'early' | 'late' | 'time' | 'birth' | 'year';

export type SlotReading = { value: SlotValue; used: Entity | null } | { trouble: SlotTrouble };

/** What an answer is read from. */
export interface Answer {
  readonly words: string;
  readonly found: readonly Entity[];
  readonly files?: readonly Attachment[];
  /** The visitor's day, `YYYY-MM-DD`. */
  readonly today: string;
  /** Of a date of birth: what was told of it before (`halfOfBirth`). */
  readonly half?: string | undefined;
}

export const NOT_THE_FORM: SlotReading = { trouble: 'form' };

/** What the words say, and nothing that the entity finder found. */
export function said(value: string): { value: SlotValue; used: null } {
  return { value: { value, from: 'said' }, used: null };
}
