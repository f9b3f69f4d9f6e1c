interface Circuit {
  failures: number;
  /** Until when nothing is tried; 0 while it is closed. UTC milliseconds. */
  openUntil: number;
  /** A single try is under way, to see whether it works again. */
  trying: boolean;
}

/** Failures in a row after which a system is left alone ... */
const OPENS_AFTER = 5;
/** ... for so long. Milliseconds. */
const OPEN_MS = 60_000;

/**
 * Keeps calls from a system that does not answer: after five failures in a row nothing is tried for a minute, then one call
 * finds out, and only when that works all others follow. Nobody then waits for timeouts that are sure to come.
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

  settle(key: string, worked: boolean): void {
    if (worked) {
      this.#circuits.delete(key);
      return;
    }
    const circuit = this.#circuits.get(key) ?? { failures: 0, openUntil: 0, trying: false };
    circuit.failures++;
    circuit.trying = false;
    if (circuit.failures >= OPENS_AFTER) circuit.openUntil = this.#now() + OPEN_MS;
    this.#circuits.set(key, circuit);
  }
}
