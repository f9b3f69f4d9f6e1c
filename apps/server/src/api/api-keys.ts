import { API_SCOPES, apiKeyHint, apiKeySecret } from '@solodesk/core';
import type { ApiKey, ApiScope, Clock, Ids, Store } from '@solodesk/core';
import { hashToken } from '../system.ts';

/** When a key was last used is kept to this. Milliseconds. */
const USED_STEP = 60_000;
/** An honest secret is shorter: nothing longer is hashed. */
const LONGEST_SECRET = 200;

/** Keys of other systems: made, shown once, checked by their hash. */
export class ApiKeys {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #ids: Ids;

  constructor(store: Store, clock: Clock, ids: Ids) {
    this.#store = store;
    this.#clock = clock;
    this.#ids = ids;
  }

  /** @returns the secret too: it can never be shown again. */
  async make(site: string, name: string, scopes: readonly ApiScope[]): Promise<{ key: ApiKey; secret: string }> {
    const secret = apiKeySecret(this.#ids.token());
    const key = await this.#store.addApiKey(
      {
        site,
        id: this.#ids.uuid().slice(0, 8),
        name,
        hint: apiKeyHint(secret),
        scopes: API_SCOPES.filter((scope) => scopes.includes(scope)),
        createdAt: this.#clock.now(),
      },
      hashToken(secret),
    );
    return { key, secret };
  }

  /** The key of an `Authorization` header; null for whatever is none, without saying why. */
  async ofHeader(header: string | undefined): Promise<ApiKey | null> {
    const secret = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
    if (secret === undefined || secret.length > LONGEST_SECRET) return null;
    const key = await this.#store.findApiKey(hashToken(secret));
    if (key === null) return null;
    const now = this.#clock.now();
    if (key.lastUsedAt === null || now - key.lastUsedAt >= USED_STEP) {
      await this.#store.markApiKeyUsed(key.site, key.id, now);
    }
    return key;
  }
}
