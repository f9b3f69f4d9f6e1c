import { closeSolvedTickets, forgetDoneEntries, payWhatIsOwed, sweepByTime } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';

const EVERY_MS = 15_000;

export interface Sweeper {
  /** Sweeps now, after a sweep that is under way. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

/** Pays what the bot owes, and does what time alone makes due, once at the start and then now and then. */
export function startSweeper(desk: Desk, tick: () => Promise<void>): Sweeper {
  let stopped = false;
  const sweep = async () => {
    try {
      await tick();
      await payWhatIsOwed(desk);
      await sweepByTime(desk);
      await closeSolvedTickets(desk);
      await forgetDoneEntries(desk);
    } catch (cause) {
      desk.log.error({ err: cause }, 'a sweep failed; the next one tries again');
    }
  };
  let running = sweep();
  // A sweep that takes long is not overtaken by the next.
  const next = () => (running = running.then(() => (stopped ? undefined : sweep())));
  const timer = setInterval(() => void next(), EVERY_MS);
  return {
    sweep: next,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
