import type { Server } from 'socket.io';

/** What we need of an engine.io connection. It has no public list of what a client has not read; 6.x keeps it like this. */
export interface EngineClient {
  writeBuffer: { data?: string | Buffer }[];
  transport: { socket?: { bufferedAmount: number; terminate(): void } };
  close(discard: boolean): void;
}

export function engineClients(io: Server): EngineClient[] {
  return Object.values((io.engine as unknown as { clients: Record<string, EngineClient> }).clients);
}

/** Bytes that were given to a client and that it has not taken. */
export function unsentBytes(client: EngineClient): number {
  let bytes = client.transport.socket?.bufferedAmount ?? 0;
  for (const { data } of client.writeBuffer) if (data !== undefined) bytes += Buffer.byteLength(data);
  return bytes;
}

/** Cuts the line at once; what was not read is dropped. */
export function cut(client: EngineClient): void {
  client.transport.socket?.terminate();
  client.close(true);
}
