import type { Clock } from '../ports/clock.ts';

export interface FakeClock extends Clock {
  /** Lets time pass. Milliseconds. */
  advance(ms: number): void;
  /** Sets the time, also backwards. UTC milliseconds. */
  set(now: number): void;
}

/** A clock that stands still until it is told otherwise. */
export function createFakeClock(start = Date.UTC(2026, 0, 5, 9)): FakeClock {
  let now = start;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    set: (to) => {
      now = to;
    },
  };
}
