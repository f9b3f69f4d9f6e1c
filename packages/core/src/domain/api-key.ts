/** What a key may be good for. */
export const API_SCOPES = [
  'products:write',
  'orders:write',
  'customers:write',
  'products:read',
  'orders:read',
  'customers:read',
  'tickets:read',
  'tickets:write',
  'appointments:read',
  'appointments:write',
  'conversations:read',
  'surveys:read',
  'recommendations:read',
  'feedback:read',
  'feedback:write',
  'insights:read',
  'webhooks:write',
] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** A key with which another system speaks for a site. The secret itself is shown once and never stored. */
export interface ApiKey {
  readonly site: string;
  /** By which people name it. */
  readonly id: string;
  /** What it is for, in the owner's words. */
  readonly name: string;
  /** Beginning of the secret, by which the owner tells it from others. */
  readonly hint: string;
  readonly scopes: readonly ApiScope[];
  /** UTC milliseconds. */
  readonly createdAt: number;
  /** To the minute; null while it was never used. */
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
}

/** A fixed beginning lets scanners find a secret that was published by mistake. */
const PREFIX = 'solodesk_';
const HINT_LENGTH = PREFIX.length + 4;

/** @param random an unguessable token, as `Ids` makes them. */
export function apiKeySecret(random: string): string {
  return PREFIX + random;
}

export function apiKeyHint(secret: string): string {
  return secret.slice(0, HINT_LENGTH);
}
