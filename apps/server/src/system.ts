import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Clock, Ids } from '@solodesk/core';

export const systemClock: Clock = { now: () => Date.now() };

export const systemIds: Ids = {
  uuid: () => randomUUID(),
  token: () => randomBytes(32).toString('base64url'),
};

/** How tokens are stored: they are random enough that one fast hash tells a thief of the database nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
