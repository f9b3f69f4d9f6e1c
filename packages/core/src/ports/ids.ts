/** Chance comes in from outside, so that a test is repeatable. */
export interface Ids {
  /** A random UUID. */
  uuid(): string;
  /** An unguessable session token (at least 128 bits), URL-safe. */
  token(): string;
}
