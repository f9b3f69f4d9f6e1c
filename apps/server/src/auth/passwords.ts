import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

export interface PasswordCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP's recommendation for scrypt (Password Storage Cheat Sheet): N = 2^17, r = 8, p = 1, which takes 128 MB. */
const RECOMMENDED: PasswordCost = { N: 2 ** 17, r: 8, p: 1 };
const KEY_BYTES = 32;

/** Shortest password that is taken. */
export const MIN_PASSWORD_LENGTH = 10;

/** Makes hashes of passwords, and knows whether one fits. */
export class Passwords {
  readonly #cost: PasswordCost;
  #last: Promise<unknown> = Promise.resolve();

  constructor(cost = RECOMMENDED) {
    this.#cost = cost;
  }

  /** @returns `scrypt$N$r$p$salt$key`, salt and key in base64url. */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(16);
    const key = await this.#derive(password, salt, this.#cost);
    return this.#encode(salt.toString('base64url'), key.toString('base64url'));
  }

  /**
   * False for a wrong password, and for a hash that is not ours.
   * @param encoded null: of nobody, which costs what somebody's does, so that addresses cannot be probed
   */
  async verify(password: string, encoded: string | null): Promise<boolean> {
    const [scheme, n, r, p, salt, key] = (encoded ?? this.#encode('A'.repeat(22), 'A'.repeat(43))).split('$');
    if (scheme !== 'scrypt' || salt === undefined || key === undefined) return false;
    const expected = Buffer.from(key, 'base64url');
    const cost = { N: Number(n), r: Number(r), p: Number(p) };
    const actual = await this.#derive(password, Buffer.from(salt, 'base64url'), cost);
    return encoded !== null && expected.length === actual.length && timingSafeEqual(expected, actual);
  }

  #encode(salt: string, key: string): string {
    const { N, r, p } = this.#cost;
    return ['scrypt', N, r, p, salt, key].join('$');
  }

  /** One at a time: each takes 128 MB, and whoever knocks at the door decides how many are asked for. */
  #derive(password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> {
    const mine = this.#last.then(() => compute(password, salt, cost));
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}

function compute(password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> {
  // Characters that look alike but are typed differently on two devices are the same password (RFC 8265).
  const normalized = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(normalized, salt, KEY_BYTES, { ...cost, maxmem: 256 * cost.N * cost.r }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
