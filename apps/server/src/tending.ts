import { performance } from 'node:perf_hooks';
import type { Log } from '@solodesk/core';

/** Until the next slice while there is more: a slice of 8 ms in 260 ms costs busy chats 3 % at most ... */
const BUSY_PAUSE_MS = 250;
/** ... and where nobody needs the processor, what has gathered is soon done. */
const IDLE_PAUSE_MS = 24;
const AFTER_FAILURE_MS = 10_000;
/** Share of its time that the event loop may work while it counts as idle. */
const IDLE_LOAD = 0.4;

export interface Tending {
  stop(): Promise<void>;
}

export interface TendingOptions {
  /** A slice of some milliseconds; resolves to whether there is more. */
  work(): Promise<boolean>;
  /** Until somebody looks again when all is done. Milliseconds. */
  restMs: number;
  log: Log;
  /** What is logged when a slice fails; it is tried again. */
  failure: string;
}

/** Works something off behind the chats, slice by slice, between their turns. */
export function startTending({ work, restMs, log, failure }: TendingOptions): Tending {
  let stopped = false;
  let wake = () => undefined as void;
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    await pause(restMs);
    while (!stopped) {
      try {
        const more = await work();
        const before = performance.eventLoopUtilization();
        if (!more) await pause(restMs);
        else {
          await pause(IDLE_PAUSE_MS);
          if (performance.eventLoopUtilization(before).utilization > IDLE_LOAD)
            await pause(BUSY_PAUSE_MS - IDLE_PAUSE_MS);
        }
      } catch (cause) {
        log.error({ err: cause }, failure);
        if (!stopped) await pause(AFTER_FAILURE_MS);
      }
    }
  };
  const running = run();
  return {
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}
