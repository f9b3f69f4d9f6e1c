import { performance } from 'node:perf_hooks';
import { setTimeout as pauseFor } from 'node:timers/promises';
import type { Log } from '@solodesk/core';

/** Until the next slice while there is more: a slice of 8 ms, and half as long again to commit it, costs busy chats 3 % at most ... */
const BUSY_PAUSE_MS = 500;
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
  const stopping = new AbortController();
  const { signal } = stopping;
  const pause = (ms: number) =>
    pauseFor(ms, undefined, { signal }).catch((cause: unknown) => {
      // Whoever stops it wakes it.
      if (!signal.aborted) throw cause;
    });
  const run = async () => {
    await pause(restMs);
    while (!signal.aborted) {
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
        await pause(AFTER_FAILURE_MS);
      }
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
