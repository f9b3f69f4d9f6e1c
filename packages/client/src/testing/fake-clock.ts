import type { ChatClock } from '../visitor/types.ts';

export interface FakeClock extends ChatClock {
  /** Lets time pass: every timer that is due runs, in order, at its own time. */
  elapse(ms: number): void;
  /** How many timers are set. */
  readonly timers: number;
}

export function createFakeClock(start = 1_700_000_000_000): FakeClock {
  let now = start;
  let nextId = 1;
  const due = new Map<number, { at: number; run: () => void }>();

  const first = (until: number) =>
    [...due].filter(([, timer]) => timer.at <= until).sort(([a, one], [b, two]) => one.at - two.at || a - b)[0];

  return {
    now: () => now,
    setTimeout(run, ms) {
      due.set(nextId, { at: now + ms, run });
      return nextId++;
    },
    clearTimeout(timer) {
      due.delete(timer as number);
    },
    elapse(ms) {
      const until = now + ms;
      for (let next = first(until); next; next = first(until)) {
        due.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].run();
      }
      now = until;
    },
    get timers() {
      return due.size;
    },
  };
}
