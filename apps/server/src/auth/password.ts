import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's recommendation for scrypt (Password Storage Cheat Sheet): N = 2^17, r = 8, p = 1, which takes 128 MB. */
const COST = { N: 2 ** 17, r: 8, p: 1 };
const KEY_BYTES = 32;

/** Shortest password that is taken. */
export const MIN_PASSWORD_LENGTH = 10;

/** @returns `scrypt$N$r$p$salt$key`, salt and key in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** False for a wrong password, and for a hash that is not ours. */
export async function verifyPassword(password: string, encoded: string): Promise<boolean> {
  const [scheme, n, r, p, salt, key] = encoded.split('$');
  if (scheme !== 'scrypt' || salt === undefined || key === undefined) return false;
  const expected = Buffer.from(key, 'base64url');
  const actual = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(n), r: Number(r), p: Number(p) });
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** A hash of nobody's password: verifying against it costs what a real one costs, so that addresses cannot be probed. */
export const NOBODYS_HASH = ['scrypt', COST.N, COST.r, COST.p, 'AAAAAAAAAAAAAAAAAAAAAA', 'A'.repeat(43)].join('$');

let last: Promise<unknown> = Promise.resolve();

/** One at a time: each takes 128 MB, and whoever knocks at the door decides how many are asked for. */
function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  const mine = last.then(() => compute(password, salt, cost));
  last = mine.catch(() => undefined);
  return mine;
}

function compute(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  // Characters that look alike but are typed differently on two devices are the same password (RFC 8265).
  const normalized = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(normalized, salt, KEY_BYTES, { ...cost, maxmem: 256 * cost.N * cost.r }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
