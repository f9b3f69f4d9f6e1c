/** Time comes in from outside, so that a test elapses an hour in no time. */
export interface Clock {
  /** UTC milliseconds. */
  now(): number;
}
