import type { OwnerClock } from '../owner-socket.ts';

/** A clock that stands still until it is told to go on. */
export interface FakeClock extends OwnerClock {
  /** Lets time pass and runs what falls due, in its order. */
  advance(ms: number): void;
}

export function createFakeClock(start = 1_795_000_000_000): FakeClock {
  let now = start;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((other) => other !== next);
        now = next.at;
        next.run();
      }
      now = end;
    },
  };
}
