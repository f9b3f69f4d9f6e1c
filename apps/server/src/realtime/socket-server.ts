import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { MAX_PACKET_BYTES } from '@solodesk/protocol/visitor';
import { Server } from 'socket.io';
import { TurnSocketServer } from './turn-socket.ts';
import { textParser } from './text-parser.ts';
import { isOwnOrigin, originOf, siteAdmits } from './origins.ts';
import type { Sites } from '@solodesk/core';

export interface SocketServerOptions {
  http: HttpServer;
  sites: Sites;
  publicUrl: string | null;
  /** Milliseconds that a new connection has to wait, 0 for none. */
  limitConnection(request: IncomingMessage): number;
}

/**
 * Socket.IO as we need it. `allowRequest` guards each new line, because `cors.origin` does not stop a WebSocket of a
 * foreign origin; later requests need the secret `sid` that only an admitted one was given. Connection-state recovery
 * stays off: it skips the middlewares, and resync by `seq` replaces it.
 */
export function createSocketServer({ http, sites, publicUrl, limitConnection }: SocketServerOptions): Server {
  const admits = (request: IncomingMessage): boolean => {
    const origin = originOf(request);
    if (origin === null || isOwnOrigin(origin, request, publicUrl)) return true;
    return sites.list().some((site) => siteAdmits(site, origin));
  };
  const io = new Server(http, {
    serveClient: false,
    parser: textParser,
    wsEngine: TurnSocketServer,
    allowRequest(request, decide) {
      if (!admits(request)) return decide('origin not allowed', false);
      if (limitConnection(request) > 0) return decide('too many connections', false);
      decide(null, true);
    },
    // For polling by direct clients; whether an origin may come at all was decided above.
    cors: { origin: true, credentials: false },
    maxHttpBufferSize: MAX_PACKET_BYTES,
    perMessageDeflate: false,
    httpCompression: false,
    // A half-open line is noticed after the sum of the two.
    pingInterval: 10_000,
    pingTimeout: 5_000,
    connectTimeout: 10_000,
  });
  // Nobody has anything to say in the namespace that every connection could join.
  io.use((_socket, next) => next(new Error('not found')));
  return io;
}
