import type { DateTime } from 'luxon';

/** A moment of the wall clock, found in a text. */
export interface FoundMoment {
  start: number;
  end: number;
  moment: DateTime;
  timeIsCertain: boolean;
  until?: DateTime;
}
