import type { VisitorHandshake, VisitorUp } from '@solodesk/protocol/visitor';
import type { ChatSocket } from '../visitor/types.ts';
import type { FakeServer, ServerSide } from './fake-server.ts';

type Listener = (body: never) => void;
interface Packet {
  event: string;
  body: unknown;
  ack?: (answer: never) => void;
}
interface AckPacket {
  answer: unknown;
  ack: (answer: never) => void;
}

/** A client's socket and the server's side of it, with everything that travels between them in sight. */
export interface FakeSocketPair extends ChatSocket {
  /** From client to server. */
  readonly up: Packet[];
  /** From server to client. */
  readonly down: Packet[];
  /** Acknowledgements on their way to the client. */
  readonly acks: AckPacket[];
  /** The client wants a connection: `dial` makes it, `fail` refuses it. */
  readonly dialing: boolean;
  dial(): void;
  /** The network cannot be reached; like socket.io, it goes on dialing. */
  fail(): void;
  /** Delivers one packet of a queue; nothing happens if there is none at `at`. */
  flush(queue: 'up' | 'down' | 'acks', at?: number): void;
  drop(queue: 'up' | 'down' | 'acks', at?: number): void;
  /** Delivers everything, what it causes too, in order. */
  settle(): void;
  /** The line breaks with all that is on it; like socket.io, it dials again. */
  cut(): void;
  /** The server's side of the line. */
  readonly side: ServerSide;
}

export function createFakeSocketPair(
  server: FakeServer,
  auth: (tell: (handshake: VisitorHandshake) => void) => void,
): FakeSocketPair {
  const listeners = new Map<string, Set<Listener>>();
  let connected = false;
  let dialing = false;
  const queues = { up: [] as Packet[], down: [] as Packet[], acks: [] as AckPacket[] };

  const fire = (event: string, body?: unknown) => {
    for (const listener of [...(listeners.get(event) ?? [])]) listener(body as never);
  };

  const hangUp = () => {
    server.sides.delete(side);
    side.visitor = undefined;
    connected = false;
    for (const queue of Object.values(queues)) queue.length = 0;
  };

  const side: ServerSide = {
    push: (event, body) => void queues.down.push({ event, body: structuredClone(body) }),
    cut() {
      hangUp();
      fire('disconnect', 'io server disconnect');
    },
  };

  const pair: FakeSocketPair = {
    get connected() {
      return connected;
    },
    get dialing() {
      return dialing;
    },
    ...queues,
    side,
    on: (event, listener) => listeners.set(event, (listeners.get(event) ?? new Set()).add(listener)),
    off: (event, listener) => listeners.get(event)?.delete(listener),
    emit(event, body, ack) {
      // JSON, as on the wire: what is undefined does not travel.
      const sent = JSON.parse(JSON.stringify(body)) as unknown;
      if (connected) queues.up.push({ event: event, body: sent, ack: ack as Packet['ack'] });
    },
    connect() {
      if (!connected) dialing = true;
    },
    disconnect() {
      const was = connected;
      dialing = false;
      hangUp();
      if (was) fire('disconnect', 'io client disconnect');
    },
    dial() {
      if (!dialing) return;
      dialing = false;
      auth((handshake) => {
        const refused = server.accept(JSON.parse(JSON.stringify(handshake)) as VisitorHandshake, side);
        if (refused) return fire('connect_error', Object.assign(new Error(refused.message), { data: refused }));
        connected = true;
        fire('connect');
      });
    },
    fail() {
      if (dialing) fire('connect_error', new Error('xhr poll error'));
    },
    flush(queue, at = 0) {
      if (queue === 'acks') {
        const [packet] = queues.acks.splice(at, 1);
        return packet?.ack(packet.answer as never);
      }
      const [packet] = queues[queue].splice(at, 1);
      if (!packet) return;
      if (queue === 'down') return fire(packet.event, packet.body);
      const answer = structuredClone(server.handle(side, packet.event as keyof VisitorUp, packet.body));
      if (packet.ack) queues.acks.push({ answer, ack: packet.ack });
    },
    drop: (queue, at = 0) => void queues[queue].splice(at, 1),
    settle() {
      pair.dial();
      for (let rounds = 0; queues.up.length + queues.acks.length + queues.down.length > 0; rounds++) {
        if (rounds > 10_000) throw new Error('the line does not come to rest');
        for (const queue of ['up', 'acks', 'down'] as const) pair.flush(queue);
      }
    },
    cut() {
      const was = connected;
      hangUp();
      dialing = true;
      if (was) fire('disconnect', 'transport close');
    },
  };
  return pair;
}
