import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** The key with which this server names itself to push services (RFC 8292). */
export interface VapidKey {
  /** Uncompressed point, base64url: what a browser subscribes with. */
  readonly publicKey: string;
  /** The `Authorization` header for a push service. @param now UTC milliseconds. */
  authorization(endpoint: string, now: number): string;
}

const VALID_FOR_S = 12 * 3_600;

/** A new key, as text to be kept secret. Whoever changes it loses all subscriptions. */
export function newVapidKey(): string {
  return JSON.stringify(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }));
}

/**
 * @param text what `newVapidKey` has made.
 * @param subject whom a push service may turn to: a `mailto:` or `https:` address.
 * @throws Error when the text is no such key.
 */
export function vapidKeyFrom(text: string, subject: string): VapidKey {
  const { x, y, ...jwk } = JSON.parse(text) as { x: string; y: string; d: string };
  const key = createPrivateKey({ key: { ...jwk, x, y, kty: 'EC', crv: 'P-256' }, format: 'jwk' });
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  const publicKey = point.toString('base64url');
  return {
    publicKey,
    authorization(endpoint, now) {
      const claims = { aud: new URL(endpoint).origin, exp: Math.floor(now / 1000) + VALID_FOR_S, sub: subject };
      return `vapid t=${token(claims, key)}, k=${publicKey}`;
    },
  };
}

function token(claims: object, key: KeyObject): string {
  const parts = [{ typ: 'JWT', alg: 'ES256' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const body = parts.join('.');
  return `${body}.${sign('sha256', Buffer.from(body), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
