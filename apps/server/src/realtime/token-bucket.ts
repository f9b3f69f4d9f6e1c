/** A bucket holds `burst` tokens and regains `perSecond` of them each second. */
export interface Rate {
  burst: number;
  perSecond: number;
}

/** Buckets that have been full this long are forgotten. */
const FORGET_EVERY_MS = 60_000;

/** Token buckets by key, made when first used and forgotten when full again. Time comes in as milliseconds. */
export class TokenBuckets {
  readonly #rate: Rate;
  readonly #buckets = new Map<string | number, { tokens: number; at: number }>();
  #sweptAt = 0;

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Takes one token. @returns 0 when it was there, else the milliseconds until it will be. */
  take(key: string | number, now: number): number {
    if (now - this.#sweptAt > FORGET_EVERY_MS) this.#sweep(now);
    const { burst, perSecond } = this.#rate;
    let bucket = this.#buckets.get(key);
    if (bucket === undefined) {
      bucket = { tokens: burst, at: now };
      this.#buckets.set(key, bucket);
    }
    // A clock that is set back must not take away what was there.
    const passed = Math.max(0, now - bucket.at);
    bucket.tokens = Math.min(burst, bucket.tokens + (passed / 1000) * perSecond);
    bucket.at = now;
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return Math.ceil(((1 - bucket.tokens) / perSecond) * 1000);
  }

  get size(): number {
    return this.#buckets.size;
  }

  #sweep(now: number): void {
    this.#sweptAt = now;
    const refillMs = (this.#rate.burst / this.#rate.perSecond) * 1000;
    for (const [key, bucket] of this.#buckets) if (now - bucket.at >= refillMs) this.#buckets.delete(key);
  }
}
