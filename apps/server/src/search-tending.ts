import { performance } from 'node:perf_hooks';
import type { Log, SearchStore } from '@solodesk/core';

/** One slice of work, between the turns of the chats. Milliseconds. */
const SLICE_MS = 8;
/** Until the next slice while there is more: a slice in 260 ms costs busy chats 3 % at most ... */
const BUSY_PAUSE_MS = 250;
/** ... and where nobody needs the processor, what was there before the index is soon in it. */
const IDLE_PAUSE_MS = 24;
/** Until somebody looks again when all is done: what is newer is read as it is, which is little. */
const REST_MS = 1_000;
const AFTER_FAILURE_MS = 10_000;
/** Share of its time that the event loop may work while it counts as idle. */
const IDLE_LOAD = 0.4;

export interface SearchTending {
  stop(): Promise<void>;
}

/** Keeps the search's index up to date behind the chats. */
export function startSearchTending(store: Pick<SearchStore, 'tendSearch'>, log: Log): SearchTending {
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
    await pause(REST_MS);
    while (!stopped) {
      try {
        const more = await store.tendSearch(SLICE_MS);
        const before = performance.eventLoopUtilization();
        if (!more) await pause(REST_MS);
        else {
          await pause(IDLE_PAUSE_MS);
          if (performance.eventLoopUtilization(before).utilization > IDLE_LOAD)
            await pause(BUSY_PAUSE_MS - IDLE_PAUSE_MS);
        }
      } catch (cause) {
        log.error({ err: cause }, 'the search index could not be brought up to date; it is tried again');
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
