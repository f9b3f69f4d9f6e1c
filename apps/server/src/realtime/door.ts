import type { Clock, Log } from '@solodesk/core';
import type { Ack } from '@solodesk/protocol';
import type { Socket } from 'socket.io';
import type { z } from 'zod';
import type { Intake } from '../intake.ts';
import type { Limits, Sender, Weight } from './limits.ts';
import { wellFormedBody } from './well-formed.ts';
import { failure, isUnforeseen, WireFault } from './wire-error.ts';

type Schemas = Record<string, z.ZodType>;
/** `acked` tells whether the peer hears the answer. */
type Handlers<S extends Schemas> = {
  [E in keyof S]: (body: z.infer<S[E]>, acked: boolean) => Promise<object> | object;
};

export interface Door<S extends Schemas> {
  schemas: S;
  /** What reads the bodies that an event nearly always has, as its schema would; null leaves a body to the schema. */
  quick?: { [E in keyof S]?: (body: unknown) => z.infer<S[E]> | null };
  handlers: Handlers<S>;
  /** Events that cost a write and a turn of the bot; everything else is light. */
  heavy: ReadonlySet<keyof S>;
  sender: Sender;
  limits: Limits;
  intake: Intake;
  clock: Clock;
  log: Log;
}

/**
 * The one door for events: each is limited, parsed once, handled, and answered, whatever came in. A packet without an
 * acknowledgement gets its error as a `fault`; nothing that a peer sends can throw past here or close anything.
 */
export function openDoor<S extends Schemas>(socket: Socket, door: Door<S>): void {
  // A middleware that never passes an event on: every packet ends here, and Socket.IO has nothing left to dispatch.
  socket.use((packet: unknown[]) => {
    const last = packet.at(-1);
    void answer(
      socket,
      door,
      packet[0],
      packet[1],
      typeof last === 'function' ? (last as (answer: Ack) => void) : null,
    );
  });
}

async function answer<S extends Schemas>(
  socket: Socket,
  door: Door<S>,
  event: unknown,
  body: unknown,
  ack: ((answer: Ack) => void) | null,
): Promise<void> {
  let said: Ack;
  try {
    said = { ok: true, ...(await door.intake.during(() => pass(door, event, body, ack !== null))) };
  } catch (thrown) {
    if (isUnforeseen(thrown)) door.log.error({ err: thrown, event: knownName(door, event) }, 'an event failed');
    said = failure(thrown);
  }
  if (ack !== null) ack(said);
  else if (!said.ok) socket.emit('fault', said.error);
}

function pass<S extends Schemas>(
  door: Door<S>,
  event: unknown,
  body: unknown,
  acked: boolean,
): Promise<object> | object {
  // Event names may be numbers on this wire; ours are not.
  const name = typeof event === 'string' && Object.hasOwn(door.schemas, event) ? event : null;
  const weight: Weight = name !== null && door.heavy.has(name) ? 'message' : 'light';
  door.limits.mustPass(weight, door.sender, door.clock.now());
  if (name === null) throw new WireFault('bad_request', 'no such event');
  return door.handlers[name]!(wellFormedBody(read(door, name, body)) as never, acked);
}

function read<S extends Schemas>(door: Door<S>, name: string, body: unknown): unknown {
  const quick: unknown = door.quick?.[name]?.(body) ?? null;
  if (quick !== null) return quick;
  const parsed = door.schemas[name]!.safeParse(body);
  if (!parsed.success) throw badRequest(parsed.error);
  return parsed.data;
}

/** Says which field is wrong, never what was in it. */
export function badRequest(error: z.ZodError): WireFault {
  const [issue] = error.issues;
  if (issue?.message === 'too_large') return new WireFault('too_large', 'the text is too long');
  return new WireFault('bad_request', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not valid'}`);
}

/** Names that peers make up do not get into the log. */
function knownName<S extends Schemas>(door: Door<S>, event: unknown): string {
  return typeof event === 'string' && Object.hasOwn(door.schemas, event) ? event : 'unknown';
}
