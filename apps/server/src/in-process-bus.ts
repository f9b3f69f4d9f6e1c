import type { Announcement, Bus, Log } from '@solodesk/core';

/** The bus of a single process: listeners are called at once, and the failure of one is nobody else's. */
export function createInProcessBus(log: Log): Bus {
  const listeners = new Set<(announcement: Announcement) => void>();
  return {
    publish(announcement) {
      for (const listener of listeners) {
        try {
          listener(announcement);
        } catch (cause) {
          log.error({ err: cause, kind: announcement.kind }, 'a listener of the bus failed');
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
