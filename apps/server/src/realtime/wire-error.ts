import { DeskError } from '@solodesk/core';
import type { ErrorKind, Failure, WireError } from '@solodesk/protocol';

/** An error that is already in the wire's words. */
export class WireFault extends Error {
  readonly wire: WireError;

  constructor(kind: ErrorKind, message: string, retryAfterMs?: number) {
    super(message);
    this.name = 'WireFault';
    this.wire = { kind, message, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  }
}

/** What a peer is told of anything that was thrown. What we did not foresee is `internal`, without its text. */
export function toWireError(thrown: unknown): WireError {
  if (thrown instanceof WireFault) return thrown.wire;
  if (thrown instanceof DeskError) return { kind: thrown.kind, message: thrown.message };
  return { kind: 'internal', message: 'something went wrong on our side' };
}

export function failure(thrown: unknown): Failure {
  return { ok: false, error: toWireError(thrown) };
}

/** Whether it is a fault of ours that belongs into the log. */
export function isUnforeseen(thrown: unknown): boolean {
  return !(thrown instanceof WireFault) && !(thrown instanceof DeskError && thrown.kind !== 'unavailable');
}
