import { payWhatIsOwed, sweepByTime } from '@solodesk/core';
import type { Desk } from '@solodesk/core';

const EVERY_MS = 15_000;

/** Pays what the bot owes, and does what time alone makes due, once at the start and then now and then. */
export function startSweeper(desk: Desk, tick: () => void): { stop(): Promise<void> } {
  let stopped = false;
  const sweep = async () => {
    try {
      await payWhatIsOwed(desk);
      await sweepByTime(desk);
      tick();
    } catch (cause) {
      desk.log.error({ err: cause }, 'a sweep failed; the next one tries again');
    }
  };
  let running = sweep();
  const timer = setInterval(() => {
    // A sweep that takes long is not overtaken by the next.
    running = running.then(() => (stopped ? undefined : sweep()));
  }, EVERY_MS);
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
