import { TokenBuckets } from './token-bucket.ts';
import type { Rate } from './token-bucket.ts';

/** Who a packet counts against. */
export interface Sender {
  /** The visitor's or account's key. */
  person: string | number;
  address: string;
  site: string;
}

/** What a person needs, with room to spare; above that it is a program. */
const RATES = {
  /** Words: each costs a write to disk and a turn of the bot. */
  message: {
    person: { burst: 12, perSecond: 1 },
    address: { burst: 60, perSecond: 6 },
    site: { burst: 600, perSecond: 100 },
  },
  /** Everything else: typing, seen marks, pulls, suggestions. */
  light: {
    person: { burst: 60, perSecond: 10 },
    address: { burst: 300, perSecond: 60 },
    site: { burst: 6000, perSecond: 1000 },
  },
  connection: {
    person: { burst: 60, perSecond: 1 },
    address: { burst: 60, perSecond: 2 },
    site: { burst: 2000, perSecond: 200 },
  },
} satisfies Record<string, Record<keyof Sender, Rate>>;

export type Weight = keyof typeof RATES;

/** Token buckets per person, address and site, for each weight of event. */
export class Limits {
  readonly #buckets = new Map<string, TokenBuckets>();
  readonly #on: boolean;

  constructor(on: boolean) {
    this.#on = on;
    for (const [weight, rates] of Object.entries(RATES)) {
      for (const [who, rate] of Object.entries(rates)) this.#buckets.set(`${weight} ${who}`, new TokenBuckets(rate));
    }
  }

  /** @returns 0 when the event may pass, else the milliseconds until the next may. */
  check(weight: Weight, sender: Partial<Sender>, now: number): number {
    if (!this.#on) return 0;
    for (const who of ['person', 'address', 'site'] as const) {
      const key = sender[who];
      const wait = key === undefined ? 0 : this.#buckets.get(`${weight} ${who}`)!.take(key, now);
      if (wait > 0) return wait;
    }
    return 0;
  }
}
