import { DeskError } from '@solodesk/core';
import type { DeskErrorKind, Log } from '@solodesk/core';
import type { ErrorRequestHandler, Response } from 'express';
import { WireFault } from '../realtime/wire-error.ts';
import { jsonFault } from './json-fault.ts';

/** One thing that is wrong with a request: where (in a body its RFC 6901 pointer), which field, and why. */
export interface ProblemDetail {
  in: 'body' | 'query' | 'path';
  pointer: string;
  field: string;
  reason: string;
}

/** What kinds of problem the API tells, with their status and title; `type` is a URN of the kind. */
export const PROBLEMS = {
  malformed: [400, 'The request is malformed'],
  unauthorized: [401, 'A valid API key is needed'],
  forbidden: [403, 'This API key may not do that'],
  not_found: [404, 'There is no such thing'],
  wrong_method: [405, 'This address does not take that method'],
  conflict: [409, 'The request conflicts with another'],
  too_large: [413, 'The body is too large'],
  wrong_media_type: [415, 'The body must be JSON'],
  invalid: [422, 'The request is not valid'],
  key_reused: [422, 'The Idempotency-Key stands for another request'],
  rate_limited: [429, 'Too many requests'],
  internal: [500, 'Something went wrong on our side'],
  unavailable: [503, 'It cannot be stored just now'],
} as const satisfies Record<string, readonly [number, string]>;
export type ProblemKind = keyof typeof PROBLEMS;

/** An answer that tells what is wrong, as RFC 9457 wants it. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly errors: readonly ProblemDetail[];
  readonly retryAfterMs: number | null;
  /** Methods that the address takes instead. */
  readonly allow: readonly string[];

  constructor(
    kind: ProblemKind,
    detail: string,
    more: { errors?: readonly ProblemDetail[]; retryAfterMs?: number; allow?: readonly string[]; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.name = 'Problem';
    this.kind = kind;
    this.errors = more.errors ?? [];
    this.allow = more.allow ?? [];
    this.retryAfterMs = more.retryAfterMs ?? null;
  }

  get status(): number {
    return PROBLEMS[this.kind][0];
  }

  /** The body, of the media type `application/problem+json`. */
  toBody(): Record<string, unknown> {
    const [status, title] = PROBLEMS[this.kind];
    return {
      type: problemType(this.kind),
      title,
      status,
      detail: this.message,
      ...(this.errors.length > 0 && { errors: this.errors }),
    };
  }
}

export function problemType(kind: ProblemKind): string {
  return `urn:solodesk:problem:${kind.replaceAll('_', '-')}`;
}

function sendProblem(response: Response, problem: Problem): void {
  if (problem.kind === 'unauthorized') response.setHeader('WWW-Authenticate', 'Bearer realm="Solodesk"');
  if (problem.allow.length > 0) response.setHeader('Allow', problem.allow.join(', '));
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
    const body = thrown instanceof Error && 'body' in thrown ? thrown.body : null;
    return new Problem(
      'malformed',
      typeof body === 'string' ? jsonFault(body) : 'the address or the body cannot be read',
      {
        cause: thrown,
      },
    );
  }
  return new Problem('internal', 'the cause is in the server’s log', { cause: thrown });
}
