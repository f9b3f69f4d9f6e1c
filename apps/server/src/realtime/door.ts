import type { Clock, Log } from '@solodesk/core';
import type { Ack } from '@solodesk/protocol';
import type { Socket } from 'socket.io';
import type { z } from 'zod';
import type { Limits, Sender, Weight } from './limits.ts';
import { failure, isUnforeseen, WireFault } from './wire-error.ts';

type Schemas = Record<string, z.ZodType>;
type Handlers<S extends Schemas> = { [E in keyof S]: (body: z.infer<S[E]>) => Promise<object> | object };

export interface Door<S extends Schemas> {
  schemas: S;
  handlers: Handlers<S>;
  /** Events that cost a write and a turn of the bot; everything else is light. */
  heavy: ReadonlySet<keyof S>;
  sender: Sender;
  limits: Limits;
  clock: Clock;
  log: Log;
}

/**
 * The one door for events: each is limited, parsed once, handled, and answered, whatever came in. A packet without an
 * acknowledgement gets its error as a `fault`; nothing that a peer sends can throw past here or close anything.
 */
export function openDoor<S extends Schemas>(socket: Socket, door: Door<S>): void {
  socket.onAny((event: string, ...args: unknown[]) => {
    const last = args.at(-1);
    const ack = typeof last === 'function' ? (last as (answer: Ack) => void) : null;
    pass(door, event, args[0]).then(
      (answer) => ack?.({ ok: true, ...answer }),
      (thrown: unknown) => {
        if (isUnforeseen(thrown)) door.log.error({ err: thrown, event: knownName(door, event) }, 'an event failed');
        const answer = failure(thrown);
        if (ack === null) socket.emit('fault', answer.error);
        else ack(answer);
      },
    );
  });
}

async function pass<S extends Schemas>(door: Door<S>, event: string, body: unknown): Promise<object> {
  const weight: Weight = door.heavy.has(event) ? 'message' : 'light';
  const wait = door.limits.check(weight, door.sender, door.clock.now());
  if (wait > 0) throw new WireFault('rate_limited', 'too many events', wait);
  if (!Object.hasOwn(door.schemas, event)) throw new WireFault('bad_request', 'no such event');
  const parsed = door.schemas[event]!.safeParse(body);
  if (!parsed.success) throw badRequest(parsed.error);
  return door.handlers[event]!(parsed.data as never);
}

/** Says which field is wrong, never what was in it. */
export function badRequest(error: z.ZodError): WireFault {
  const [issue] = error.issues;
  if (issue?.message === 'too_large') return new WireFault('too_large', 'the text is too long');
  return new WireFault('bad_request', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not valid'}`);
}

/** Names that peers make up do not get into the log. */
function knownName<S extends Schemas>(door: Door<S>, event: string): string {
  return Object.hasOwn(door.schemas, event) ? event : 'unknown';
}
