import { createTimer } from './timer.ts';
import type { ChatOptions } from './types.ts';

const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

export interface Backoff {
  /** Runs once, later each time: 1 s, 2 s, 4 s ... 30 s, never before `atLeastMs`, plus up to as much again of jitter. */
  schedule(run: () => void, atLeastMs?: number): void;
  readonly waiting: boolean;
  cancel(): void;
  /** It worked: the next wait is a short one again. */
  reset(): void;
}

export function createBackoff({ clock, random }: Pick<ChatOptions, 'clock' | 'random'>): Backoff {
  const timer = createTimer(clock);
  let attempts = 0;
  return {
    schedule(run, atLeastMs = 0) {
      timer.start(run, Math.max(atLeastMs, Math.min(LONGEST_MS, FIRST_MS * 2 ** attempts++)) * (1 + random()));
    },
    get waiting() {
      return timer.running;
    },
    cancel: timer.stop,
    reset() {
      attempts = 0;
    },
  };
}
