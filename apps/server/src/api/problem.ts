import { DeskError } from '@solodesk/core';
import type { DeskErrorKind, Log } from '@solodesk/core';
import type { ErrorRequestHandler, Response } from 'express';
import { WireFault } from '../realtime/wire-error.ts';

/** One thing that is wrong with a body: where (RFC 6901 pointer), which field, and why. */
export interface ProblemDetail {
  pointer: string;
  field: string;
  reason: string;
}

/** What kinds of problem the API tells, with their status and title; `type` is a URN of the kind. */
const KINDS = {
  malformed: [400, 'The request is malformed'],
  unauthorized: [401, 'A valid API key is needed'],
  forbidden: [403, 'This API key may not do that'],
  not_found: [404, 'There is no such thing'],
  conflict: [409, 'The request conflicts with another'],
  too_large: [413, 'The body is too large'],
  wrong_media_type: [415, 'The body must be JSON'],
  invalid: [422, 'A record is not valid'],
  key_reused: [422, 'The Idempotency-Key stands for another request'],
  rate_limited: [429, 'Too many requests'],
  internal: [500, 'Something went wrong on our side'],
  unavailable: [503, 'It cannot be stored just now'],
} as const satisfies Record<string, readonly [number, string]>;
export type ProblemKind = keyof typeof KINDS;

/** An answer that tells what is wrong, as RFC 9457 wants it. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly errors: readonly ProblemDetail[];
  readonly retryAfterMs: number | null;

  constructor(
    kind: ProblemKind,
    detail: string,
    more: { errors?: readonly ProblemDetail[]; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.name = 'Problem';
    this.kind = kind;
    this.errors = more.errors ?? [];
    this.retryAfterMs = more.retryAfterMs ?? null;
  }

  get status(): number {
    return KINDS[this.kind][0];
  }

  /** The body, of the media type `application/problem+json`. */
  toBody(): Record<string, unknown> {
    const [status, title] = KINDS[this.kind];
    return {
      type: `urn:solodesk:problem:${this.kind.replaceAll('_', '-')}`,
      title,
      status,
      detail: this.message,
      ...(this.errors.length > 0 && { errors: this.errors }),
    };
  }
}

export function sendProblem(response: Response, problem: Problem): void {
  if (problem.kind === 'unauthorized') response.setHeader('WWW-Authenticate', 'Bearer realm="Solodesk"');
  if (problem.retryAfterMs !== null) response.setHeader('Retry-After', Math.ceil(problem.retryAfterMs / 1_000));
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem.toBody()));
}

/** Answers whatever a route of the API threw. */
export function answerProblems(log: Log): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    if (response.headersSent) return next(thrown);
    const problem = toProblem(thrown);
    if (problem.kind === 'internal') log.error({ err: thrown, method: request.method }, 'an API request failed');
    sendProblem(response, problem);
  };
}

const OF_DESK: Record<DeskErrorKind, ProblemKind> = {
  bad_request: 'invalid',
  not_found: 'not_found',
  refused: 'forbidden',
  conflict: 'conflict',
  unavailable: 'unavailable',
};

export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof DeskError) return new Problem(OF_DESK[thrown.kind], thrown.message, { cause: thrown });
  if (thrown instanceof WireFault) {
    const { kind, message, retryAfterMs } = thrown.wire;
    if (kind === 'rate_limited') return new Problem('rate_limited', message, { retryAfterMs: retryAfterMs ?? 1_000 });
    if (kind === 'unavailable') return new Problem('unavailable', message, { retryAfterMs: 1_000 });
  }
  // Express's body parser throws errors with a 4xx `status`.
  const status = thrown instanceof Error && 'status' in thrown ? thrown.status : null;
  if (status === 413) return new Problem('too_large', 'send fewer records at a time');
  if (status === 415) return new Problem('wrong_media_type', 'charset or encoding of the body is not supported');
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new Problem('malformed', 'the body is no JSON', { cause: thrown });
  }
  return new Problem('internal', 'the cause is in the server’s log', { cause: thrown });
}
