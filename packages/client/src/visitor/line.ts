import type { Failure, VisitorAcks, VisitorHandshake, VisitorUp, Welcome, WireError } from '@solodesk/protocol/visitor';
import { createBackoff } from './backoff.ts';
import { createTimer } from './timer.ts';
import type { ChatOptions, ChatSocket, Connection } from './types.ts';

/** A half-open line looks connected: what is not acknowledged in this time tells it from a live one. */
const ACK_TIMEOUT_MS = 8000;

/** Errors after which the same connection, tried again at once, is refused again. */
const FINAL = ['refused', 'not_found', 'bad_request'];

/** How often a refused client asks whether it may come back: a block can be lifted, and nobody would press a button. */
const REFUSED_AGAIN_MS = 60_000;

export interface LineOptions extends Pick<ChatOptions, 'connect' | 'clock' | 'random'> {
  handshake(): VisitorHandshake;
  /** The server does not know our token; answers whether a connection without it is worth trying. */
  dropToken(): boolean;
  /** Answers whether this session is to be kept; otherwise the line connects again. */
  accept(body: Welcome): boolean;
  /** Welcomed: the line is ready. */
  welcome(body: Welcome): void;
  /** The other events that the server sends, by name. */
  hear: Record<string, (body: never) => void>;
  changed(connection: Connection, error: WireError | null): void;
}

/** One connection, kept alive: acknowledgements with a time limit, and what each refusal means for the line. */
export interface Line {
  /** Welcomed, and not lost since: only then may something be asked or told. */
  readonly ready: boolean;
  open(): void;
  close(): void;
  /** Connects at once if the line is down and not refused. */
  wake(): void;
  /** `done` is called exactly once, at the latest when the line is lost, and then with `ready` false. */
  ask<E extends keyof VisitorUp>(event: E, body: VisitorUp[E], done: (answer: VisitorAcks[E]) => void): void;
  /** Says something that nobody waits to be heard. */
  tell<E extends keyof VisitorUp>(event: E, body: VisitorUp[E]): void;
}

const unavailable = (message: string): WireError => ({ kind: 'unavailable', message });

function asError(value: unknown): WireError | null {
  return typeof (value as WireError | null | undefined)?.kind === 'string' ? (value as WireError) : null;
}

export function createLine(options: LineOptions): Line {
  const { clock } = options;
  const again = createBackoff(options);
  const pending = new Set<(answer: Failure) => void>();
  let socket: ChatSocket | null = null;
  let ready = false;
  let said: Connection = 'idle';
  const watch = createTimer(clock);

  const say = (connection: Connection, error: WireError | null) => {
    said = connection;
    options.changed(connection, error);
  };

  const connect = () => socket?.connect();

  /** Nothing that was asked will be answered on this line any more. */
  const lose = (error: WireError) => {
    ready = false;
    watch.stop();
    for (const fail of [...pending]) fail({ ok: false, error });
  };

  /** Cuts the line and comes back, at once or with back-off. */
  const restart = (error: WireError, atOnce = false) => {
    lose(error);
    socket?.disconnect();
    again.cancel();
    say('offline', error);
    if (atOnce) connect();
    else again.schedule(connect, error.retryAfterMs);
  };

  const halt = (connection: Connection, error: WireError) => {
    lose(error);
    again.cancel();
    socket?.disconnect();
    say(connection, error);
  };

  /** What the server says instead of, or at the end of, a session. */
  const refuse = (error: WireError, atOnce = false) => {
    if (error.kind === 'upgrade_required') halt('upgrade', error);
    else if (FINAL.includes(error.kind)) {
      halt('refused', error);
      if (error.kind === 'refused') again.schedule(connect, REFUSED_AGAIN_MS);
    } else if (error.kind !== 'unauthorized') restart(error);
    else if (options.dropToken()) restart(error, atOnce);
    else halt('refused', error);
  };

  const listeners: Record<string, (body: never) => void> = {
    ...options.hear,
    connect() {
      watch.start(() => restart(unavailable('no welcome')), ACK_TIMEOUT_MS);
    },
    welcome(body: Welcome) {
      if (!options.accept(body)) return restart(unavailable('another tab has the session'), true);
      watch.stop();
      ready = true;
      say('online', null);
      options.welcome(body);
    },
    connect_error(error: { data?: unknown }) {
      const told = asError(error.data);
      if (told) return refuse(told, true);
      lose(unavailable('no connection'));
      say('offline', null);
    },
    disconnect(reason: string) {
      // Our own `disconnect()` has been dealt with where it was called.
      if (reason === 'io client disconnect') return;
      // socket.io comes back by itself from everything but this.
      if (reason === 'io server disconnect') return restart(unavailable(reason));
      lose(unavailable(reason));
      say('offline', null);
    },
    goodbye(body: unknown) {
      refuse(asError(body) ?? unavailable('goodbye'));
    },
  };

  const close = () => {
    const closing = socket;
    if (!closing) return;
    socket = null;
    again.cancel();
    again.reset();
    for (const event in listeners) closing.off(event, listeners[event]!);
    closing.disconnect();
    lose(unavailable('stopped'));
    say('idle', null);
  };

  return {
    get ready() {
      return ready;
    },
    open() {
      if (socket && said !== 'refused' && said !== 'upgrade') return;
      close();
      say('connecting', null);
      socket = options.connect((tell) => tell(options.handshake()));
      for (const event in listeners) socket.on(event, listeners[event]!);
      connect();
    },
    close,
    wake() {
      if (said === 'offline') restart(unavailable('woken'), true);
    },
    ask(event, body, done) {
      const settle = (answer: unknown) => {
        if (!pending.delete(settle)) return;
        clock.clearTimeout(timer);
        const failure = answer as Failure | { ok: true } | null | undefined;
        if (failure?.ok === true) {
          again.reset();
          return done(failure as never);
        }
        const error = asError(failure?.error) ?? { kind: 'internal', message: 'an answer without meaning' };
        // The session itself is over: whatever was asked waits for the next one.
        if (ready && (error.kind === 'unauthorized' || error.kind === 'upgrade_required')) refuse(error);
        done({ ok: false, error });
      };
      const timer = clock.setTimeout(() => restart(unavailable('no answer')), ACK_TIMEOUT_MS);
      pending.add(settle);
      if (ready) socket?.emit(event, body, settle);
      else settle({ ok: false, error: unavailable('no line') });
    },
    tell(event, body) {
      socket?.emit(event, body);
    },
  };
}
