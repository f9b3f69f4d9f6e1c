interface Circuit {
  failures: number;
  /** Until when nothing is tried; 0 while it is closed. UTC milliseconds. */
  openUntil: number;
  /** A single try is under way, to see whether it works again. */
  trying: boolean;
}

/** Calls in a row that found it down, after which a system is left alone ... */
const OPENS_AFTER = 5;
/** ... for so long. Milliseconds. */
const OPEN_MS = 60_000;

/**
 * What a call says of the system that it went to: it is `up` (whatever it answered: that a card is unknown is an answer), `down`, or
 * the call says nothing about it.
 */
export type Health = 'up' | 'down' | 'unknown';

/**
 * Keeps calls from a system that does not answer: when five calls in a row found it down nothing is tried for a minute, then one call
 * finds out, and only when that works all others follow. Nobody then waits for timeouts that are sure to come. It lives as long as the
 * process, and each process of several has its own: one that has just started asks once more than needed, and no more.
 */
export class CircuitBreaker {
  readonly #circuits = new Map<string, Circuit>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether a call may be tried; whoever tries has to settle it. */
  admits(key: string): boolean {
    const circuit = this.#circuits.get(key);
    if (circuit === undefined || circuit.openUntil === 0) return true;
    if (circuit.trying || this.#now() < circuit.openUntil) return false;
    circuit.trying = true;
    return true;
  }

  settle(key: string, health: Health): void {
    if (health === 'up') {
      this.#circuits.delete(key);
      return;
    }
    const circuit = this.#circuits.get(key) ?? { failures: 0, openUntil: 0, trying: false };
    circuit.trying = false;
    if (health === 'down') circuit.failures++;
    if (circuit.failures >= OPENS_AFTER) circuit.openUntil = this.#now() + OPEN_MS;
    if (circuit.failures > 0) this.#circuits.set(key, circuit);
  }
}
