import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CheckedIdentity } from '@solodesk/core/use-cases';
import type { Identity } from '@solodesk/protocol/visitor';

/** Checks the signature over the user's id (hex HMAC-SHA256, as Intercom and Chatwoot have it), in constant time. */
export function checkIdentity(identity: Identity, secret: string): CheckedIdentity {
  const { userId, hash, attributes } = identity;
  return {
    userId: userId ?? null,
    verified: userId !== undefined && hash !== undefined && isSignature(hash, userId, secret),
    claims: attributes ?? {},
  };
}

function isSignature(hash: string, userId: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(userId).digest();
  const given = /^[0-9a-f]{64}$/i.test(hash) ? Buffer.from(hash, 'hex') : Buffer.alloc(expected.length);
  return timingSafeEqual(given, expected);
}
