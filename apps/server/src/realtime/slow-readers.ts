import type { Log } from '@solodesk/core';
import type { Server } from 'socket.io';

/** A client that has this much unread is cut; it resyncs by `seq` when it returns. */
export const MAX_UNSENT_BYTES = 1024 * 1024;
const LOOK_EVERY_MS = 250;

/** Nothing in Socket.IO caps what a slow reader has not read: one paused client once cost 550 MB. */
export function cutSlowReaders(io: Server, log: Log): { stop(): void } {
  const timer = setInterval(() => {
    // Engine.io has no public list of what a client has not read; this is the shape that 6.x keeps it in.
    const { clients } = io.engine as unknown as { clients: Record<string, EngineSocket> };
    for (const client of Object.values(clients)) {
      const unsent = unsentBytes(client);
      if (unsent <= MAX_UNSENT_BYTES) continue;
      log.warn({ unsent }, 'a slow reader was cut');
      client.transport.socket?.terminate();
      client.close(true);
    }
  }, LOOK_EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** The shape that we need of an engine.io connection. */
interface EngineSocket {
  writeBuffer: { data?: string | Buffer }[];
  transport: { socket?: { bufferedAmount: number; terminate(): void } };
  close(discard: boolean): void;
}

function unsentBytes(client: EngineSocket): number {
  let bytes = client.transport.socket?.bufferedAmount ?? 0;
  for (const packet of client.writeBuffer) bytes += packet.data?.length ?? 0;
  return bytes;
}
