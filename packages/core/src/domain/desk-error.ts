/**
 * What a use-case can fail with. Gateways turn the kind into the wire's own.
 *
 * - `bad_request`: it is more, or something else, than anybody may ask for; repeating it cannot help.
 * - `not_found`: there is no such thing, or it belongs to somebody else; the two are never told apart.
 * - `refused`: a rule forbids it (the visitor is blocked, an identity is required).
 * - `conflict`: the state kept changing meanwhile.
 * - `unavailable`: it cannot be stored just now (disk full, database locked); repeating it later can succeed.
 */
export type DeskErrorKind = 'bad_request' | 'not_found' | 'refused' | 'conflict' | 'unavailable';

export class DeskError extends Error {
  readonly kind: DeskErrorKind;

  constructor(kind: DeskErrorKind, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'DeskError';
    this.kind = kind;
  }
}
