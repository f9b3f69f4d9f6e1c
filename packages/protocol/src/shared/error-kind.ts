/**
 * Everything that can go wrong on the wire, as a closed list. The kind tells the peer what to do:
 *
 * | kind             | meaning                                              | what the peer does                    |
 * | ---------------- | ---------------------------------------------------- | ------------------------------------- |
 * | bad_request      | the packet is not of the schema                      | gives up: sending it again cannot help |
 * | too_large        | a text or packet is over the limit                   | gives up, tells the person            |
 * | rate_limited     | too many events                                      | backs off for `retryAfterMs`          |
 * | unauthorized     | no session, or one that ended                        | starts a new session                  |
 * | not_found        | no such thing, or it belongs to someone else         | gives up                              |
 * | conflict         | the state changed meanwhile                          | looks again, may repeat               |
 * | refused          | a rule of the site forbids it (blocked, no identity) | gives up, tells the person            |
 * | unavailable      | cannot be stored or answered just now                | tries again with back-off             |
 * | upgrade_required | the peer speaks a version that is no longer spoken   | reloads once                          |
 * | internal         | a fault of ours                                      | tries again with back-off             |
 */
export const ERROR_KINDS = [
  'bad_request',
  'too_large',
  'rate_limited',
  'unauthorized',
  'not_found',
  'conflict',
  'refused',
  'unavailable',
  'upgrade_required',
  'internal',
] as const;

export type ErrorKind = (typeof ERROR_KINDS)[number];

export interface WireError {
  kind: ErrorKind;
  /** For logs and developers; people are shown their own language's text for the kind. */
  message: string;
  retryAfterMs?: number;
}

export type Failure = { ok: false; error: WireError };

/** What an acknowledged event is answered with. */
export type Ack<T extends object = object> = ({ ok: true } & T) | Failure;

/** Whether sending the same thing again, later, can succeed. */
export function isRetryable(kind: ErrorKind): boolean {
  return kind === 'rate_limited' || kind === 'unavailable' || kind === 'internal' || kind === 'conflict';
}
