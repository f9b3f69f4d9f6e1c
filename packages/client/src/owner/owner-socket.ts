import type { WireError } from '@solodesk/protocol';
import type { OwnerAcks, OwnerDownEvents, OwnerUp } from '@solodesk/protocol/owner';

/** What the connection itself reports, beside what the server says. */
export interface OwnerSocketLife {
  connect: () => void;
  disconnect: () => void;
  /** The connection was refused or could not be made; `error` is the server's word, if it had one. */
  refused: (error: WireError | null) => void;
}

export type OwnerSocketEvents = OwnerDownEvents & OwnerSocketLife;

/** The small part of a Socket.IO client that is needed here; reconnecting (with jitter) is its own business. */
export interface OwnerSocket {
  readonly connected: boolean;
  connect(): void;
  disconnect(): void;
  on<E extends keyof OwnerSocketEvents>(event: E, handler: OwnerSocketEvents[E]): void;
  emit<E extends keyof OwnerUp>(event: E, body: OwnerUp[E], ack: (answer: OwnerAcks[E]) => void): void;
}

/** Time from outside: `after` runs once, `ms` later, unless what it returns is called first. */
export interface OwnerClock {
  /** UTC milliseconds. */
  now(): number;
  after(ms: number, run: () => void): () => void;
}

/** An ack that takes longer than this counts as lost. */
export const ACK_TIMEOUT_MS = 8000;

export type OwnerCall = <E extends keyof OwnerUp>(event: E, body: OwnerUp[E]) => Promise<OwnerAcks[E]>;

/** Why an answer is missing: `message` of a failure that was made here and did not come from the server. */
export const NO_ANSWER = { offline: 'not connected', lost: 'connection lost', timeout: 'no answer in time' } as const;

/**
 * Asks, and always gets an answer: a missing one becomes a failure of kind `unavailable`. While there is no connection
 * nothing is sent, since Socket.IO would keep it and send it at a moment that nobody chose.
 */
export function createOwnerCall(socket: OwnerSocket, clock: OwnerClock): { call: OwnerCall; drop(): void } {
  const open = new Set<(message: string) => void>();
  const call: OwnerCall = (event, body) =>
    new Promise((resolve) => {
      const settle = (answer: unknown) => {
        open.delete(fail);
        cancel();
        resolve(answer as Awaited<ReturnType<typeof call<typeof event>>>);
      };
      const fail = (message: string) => settle({ ok: false, error: { kind: 'unavailable', message } });
      const cancel = clock.after(ACK_TIMEOUT_MS, () => fail(NO_ANSWER.timeout));
      if (!socket.connected) return fail(NO_ANSWER.offline);
      open.add(fail);
      socket.emit(event, body, settle);
    });
  return {
    call,
    drop: () => {
      for (const fail of [...open]) fail(NO_ANSWER.lost);
    },
  };
}
