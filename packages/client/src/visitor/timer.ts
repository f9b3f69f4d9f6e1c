import type { ChatClock } from './types.ts';

/** One alarm: setting it again moves it. */
export interface Timer {
  readonly running: boolean;
  start(run: () => void, ms: number): void;
  stop(): void;
}

export function createTimer(clock: ChatClock): Timer {
  let id: unknown = null;
  const stop = () => {
    if (id !== null) clock.clearTimeout(id);
    id = null;
  };
  return {
    get running() {
      return id !== null;
    },
    start(run, ms) {
      stop();
      id = clock.setTimeout(() => {
        id = null;
        run();
      }, ms);
    },
    stop,
  };
}
