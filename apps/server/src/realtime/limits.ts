import { TokenBuckets } from './token-bucket.ts';
import type { Rate } from './token-bucket.ts';
import { WireFault } from './wire-error.ts';

/** Who a packet counts against. */
export interface Sender {
  /** The visitor's or account's key. */
  person: string | number;
  /** By `addressKey`. */
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
  /** Searches of the help centre: a few milliseconds each, and one for every pause in typing. */
  search: {
    address: { burst: 40, perSecond: 4 },
    site: { burst: 400, perSecond: 40 },
  },
  /** Calls of the API; an import of a year's orders takes a few. */
  api: {
    person: { burst: 120, perSecond: 20 },
    address: { burst: 300, perSecond: 50 },
  },
  /** Calls with a key that is none. */
  wrongKey: {
    address: { burst: 20, perSecond: 0.2 },
  },
  /** Files: each costs a place on the disk and, if it is a picture, a moment of a core. */
  upload: {
    person: { burst: 20, perSecond: 0.05 },
    address: { burst: 60, perSecond: 0.1 },
    site: { burst: 600, perSecond: 2 },
  },
  /** Lines: each is one handshake of Engine.IO. */
  connection: {
    address: { burst: 60, perSecond: 2 },
  },
  /** Entering a namespace: may make a visitor, and can be repeated on one line. */
  session: {
    address: { burst: 60, perSecond: 2 },
    site: { burst: 2000, perSecond: 200 },
  },
} satisfies Record<string, Partial<Record<keyof Sender, Rate>>>;

export type Weight = keyof typeof RATES;

/** Token buckets per person, address and site, for each weight of event. */
export class Limits {
  readonly #buckets: Record<Weight, Partial<Record<keyof Sender, TokenBuckets>>>;
  readonly #on: boolean;

  constructor(on: boolean) {
    this.#on = on;
    const bucketsOf = (rates: Partial<Record<keyof Sender, Rate>>) =>
      Object.fromEntries(Object.entries(rates).map(([who, rate]) => [who, new TokenBuckets(rate)]));
    this.#buckets = {
      message: bucketsOf(RATES.message),
      light: bucketsOf(RATES.light),
      search: bucketsOf(RATES.search),
      api: bucketsOf(RATES.api),
      wrongKey: bucketsOf(RATES.wrongKey),
      upload: bucketsOf(RATES.upload),
      connection: bucketsOf(RATES.connection),
      session: bucketsOf(RATES.session),
    };
  }

  /**
   * Who is refused as a person costs the address and the site nothing.
   * @returns 0 when the event may pass, else the milliseconds until the next may.
   */
  check(weight: Weight, sender: Partial<Sender>, now: number): number {
    if (!this.#on) return 0;
    for (const who of ['person', 'address', 'site'] as const) {
      const key = sender[who];
      if (key === undefined) continue;
      const wait = this.#buckets[weight][who]?.take(key, now) ?? 0;
      if (wait > 0) return wait;
    }
    return 0;
  }

  /** @throws WireFault `rate_limited`, with the time to wait. */
  mustPass(weight: Weight, sender: Partial<Sender>, now: number): void {
    const wait = this.check(weight, sender, now);
    if (wait > 0) throw new WireFault('rate_limited', 'too many events', wait);
  }
}
