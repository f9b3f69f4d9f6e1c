import type { Log } from '@solodesk/core';
import type { ErrorKind } from '@solodesk/protocol';
import type { ErrorRequestHandler, Response } from 'express';
import { isUnforeseen, toWireError } from '../realtime/wire-error.ts';

/** Of HTTP, for each kind. */
export const FAULT_STATUS: Record<ErrorKind, number> = {
  bad_request: 400,
  too_large: 413,
  rate_limited: 429,
  unauthorized: 401,
  not_found: 404,
  conflict: 409,
  refused: 403,
  unavailable: 503,
  upgrade_required: 426,
  internal: 500,
};

/** Answers whatever a handler threw, in the same closed list of kinds as the sockets. */
export function answerErrors(log: Log): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    if (response.headersSent) return next(thrown);
    const faultStatus = requestFaultStatus(thrown);
    if (faultStatus === 413) return answerError(response, 'too_large', 'the body is too large');
    if (faultStatus !== null) return answerError(response, 'bad_request', 'the address or the body is not valid');
    if (isUnforeseen(thrown)) log.error({ err: thrown, method: request.method }, 'a request failed');
    const { kind, message, retryAfterMs } = toWireError(thrown);
    if (retryAfterMs !== undefined) response.setHeader('Retry-After', Math.ceil(retryAfterMs / 1000));
    answerError(response, kind, message, retryAfterMs);
  };
}

function answerError(response: Response, kind: ErrorKind, message: string, retryAfterMs?: number): void {
  response
    .status(FAULT_STATUS[kind])
    .json({ error: { kind, message, ...(retryAfterMs !== undefined && { retryAfterMs }) } });
}

/** Express's router and body parser throw errors with a 4xx `status`. */
function requestFaultStatus(thrown: unknown): number | null {
  if (!(thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number')) return null;
  return thrown.status >= 400 && thrown.status < 500 ? thrown.status : null;
}
