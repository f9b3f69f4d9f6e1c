import type { ApiKey } from '../domain/api-key.ts';

/** An answer that is given again to who repeats a request. */
export interface StoredAnswer {
  readonly status: number;
  /** JSON. */
  readonly body: string;
}

/** A request that carries an idempotency key: of which API key, its own key, and a digest of all that it says. */
export interface RepeatableRequest {
  readonly site: string;
  readonly apiKey: string;
  readonly key: string;
  readonly digest: string;
  /** UTC milliseconds. */
  readonly at: number;
}

export type RequestClaim =
  /** Nobody has asked this before: it may be done, and is to be settled or let go. */
  | { readonly kind: 'mine' }
  | { readonly kind: 'answered'; readonly answer: StoredAnswer }
  /** Somebody else is doing it just now. */
  | { readonly kind: 'under_way' }
  /** The same key stands for something else. */
  | { readonly kind: 'another' };

export interface ApiStore {
  /** @param hash of the secret. @throws DeskError `conflict` when the site has a key with this id. */
  addApiKey(key: Omit<ApiKey, 'lastUsedAt' | 'revokedAt'>, hash: string): Promise<ApiKey>;
  /** Null for one that was revoked, too. */
  findApiKey(hash: string): Promise<ApiKey | null>;
  /** The newest first, those included that were revoked. */
  apiKeys(site: string): Promise<ApiKey[]>;
  /** False when the site has no such key, or it is revoked already. */
  revokeApiKey(site: string, id: string, at: number): Promise<boolean>;
  markApiKeyUsed(site: string, id: string, at: number): Promise<void>;

  /**
   * Claims a request for whoever asks first. A claim that was not settled within `leaseMs` (its process died) is anybody's
   * again; answers older than `keepMs` are forgotten.
   */
  claimRequest(request: RepeatableRequest, times: { leaseMs: number; keepMs: number }): Promise<RequestClaim>;
  /** Keeps the answer for repeats. */
  settleRequest(request: RepeatableRequest, answer: StoredAnswer): Promise<void>;
  /** It failed in a way that a repeat may mend. */
  letGoOfRequest(request: RepeatableRequest): Promise<void>;
}
