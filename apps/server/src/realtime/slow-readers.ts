import type { Log } from '@solodesk/core';
import type { Server } from 'socket.io';
import { cut, engineClients, unsentBytes } from './engine-clients.ts';

/** A client that has this much unread is cut; it resyncs by `seq` when it returns. */
const MAX_UNSENT_BYTES = 1024 * 1024;
const LOOK_EVERY_MS = 250;

/** Nothing in Socket.IO caps what a slow reader has not read: one paused client once cost 550 MB. */
export function cutSlowReaders(io: Server, log: Log): { stop(): void } {
  const timer = setInterval(() => {
    for (const client of engineClients(io)) {
      const unsent = unsentBytes(client);
      if (unsent <= MAX_UNSENT_BYTES) continue;
      log.warn({ unsent }, 'a slow reader was cut');
      cut(client);
    }
  }, LOOK_EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
