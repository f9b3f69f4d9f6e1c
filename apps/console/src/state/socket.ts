import { PROTOCOL_VERSION } from '@solodesk/protocol/visitor';
import type { WireError } from '@solodesk/protocol';
import type { OwnerSocket } from '@solodesk/client/owner';
import { io } from 'socket.io-client';

/** The line to the `/owner` namespace; who we are comes from the session cookie. */
export function connectOwner(): OwnerSocket {
  const socket = io('/owner', {
    autoConnect: false,
    // Polling first, then the WebSocket beside it: where a WebSocket is blocked, or hangs, nothing has to time out.
    transports: ['polling', 'websocket'],
    auth: { v: PROTOCOL_VERSION },
    reconnectionDelay: 500,
    reconnectionDelayMax: 8000,
    randomizationFactor: 0.5,
  });
  let wanted = false;
  return {
    get connected() {
      return socket.connected;
    },
    connect() {
      wanted = true;
      socket.connect();
    },
    disconnect() {
      wanted = false;
      socket.disconnect();
    },
    emit: (event, body, ack) => void socket.emit(event, body, ack),
    on(event, handler) {
      if (event !== 'refused') {
        socket.on(event as string, handler as (...args: unknown[]) => void);
        if (event !== 'disconnect') return;
        // When the server ends the line, Socket.IO leaves it ended.
        socket.on('disconnect', (reason) => void (reason === 'io server disconnect' && retryLater()));
        return;
      }
      socket.on('connect_error', (error: Error & { data?: unknown }) => {
        (handler as (error: WireError | null) => void)(wireError(error.data));
        // A refusal by the server's middleware also ends the attempts, unlike a line that could not be made.
        if (!socket.active) retryLater();
      });
    },
  };

  function retryLater(): void {
    setTimeout(
      () => {
        if (wanted) socket.connect();
      },
      1000 + Math.random() * 3000,
    );
  }
}

function wireError(data: unknown): WireError | null {
  return typeof data === 'object' && data !== null && 'kind' in data ? (data as WireError) : null;
}
