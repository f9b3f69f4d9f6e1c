import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { ServerOptions } from 'ws';

type Sent = (error?: Error) => void;

/** Lines that something was sent to in this turn of the event loop. */
let corked: Duplex[] = [];

function uncorkAll(): void {
  const lines = corked;
  corked = [];
  for (const line of lines) line.uncork();
}

/**
 * A WebSocket that writes once a turn of the event loop: an ack and the events that go with it are one system call
 * instead of two, and a call costs as much as all that is decided about a message. Nothing waits for longer than the
 * promises that are settled already.
 *
 * What was sent counts as sent at once, so that the next packet of the turn joins it instead of waiting in Engine.IO's
 * buffer. Nothing is lost by that: what a client has not read shows in `bufferedAmount`, where slow readers are looked
 * for, and a line that breaks is closed.
 */
class TurnSocket extends WebSocket {
  /** The line under it; ws has no public name for it. Null when it is closed. */
  declare readonly _socket: Duplex | null;

  override send(data: Parameters<WebSocket['send']>[0], ...rest: unknown[]): void {
    const line = this._socket;
    if (line !== null && line.writableCorked === 0) {
      line.cork();
      if (corked.length === 0) process.nextTick(uncorkAll);
      corked.push(line);
    }
    super.send(data);
    const sent = rest.at(-1) as Sent | undefined;
    sent?.();
  }
}

/** For Engine.IO's `wsEngine`. */
export class TurnSocketServer extends WebSocketServer<typeof TurnSocket> {
  constructor(options: ServerOptions<typeof TurnSocket>) {
    super({ ...options, WebSocket: TurnSocket });
  }
}
