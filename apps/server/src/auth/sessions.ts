import type { Clock, Ids, Log, Store } from '@solodesk/core';
import { hashToken } from '../system.ts';

export interface SignedIn {
  readonly accountKey: number;
  readonly tokenHash: string;
}

export const SESSION_COOKIE = 'solodesk_session';
const SESSION_MS = 30 * 24 * 3_600_000;

/** The console's sessions: random tokens in an HttpOnly cookie, stored hashed; whoever listens hears at once of an end. */
export class Sessions {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #listeners = new Map<string, { accountKey: number; all: Set<() => void> }>();

  constructor(store: Store, clock: Clock, ids: Ids) {
    this.#store = store;
    this.#clock = clock;
    this.#ids = ids;
  }

  /** @returns the token for the cookie, and how long it lives in milliseconds. */
  async begin(accountKey: number): Promise<{ token: string; maxAgeMs: number }> {
    const token = this.#ids.token();
    const createdAt = this.#clock.now();
    await this.#store.createSession({ accountKey, createdAt, expiresAt: createdAt + SESSION_MS }, hashToken(token));
    return { token, maxAgeMs: SESSION_MS };
  }

  async ofCookie(cookies: string | undefined): Promise<SignedIn | null> {
    const token = cookieValue(cookies, SESSION_COOKIE);
    if (token === null) return null;
    const tokenHash = hashToken(token);
    const session = await this.#store.findSession(tokenHash, this.#clock.now());
    return session && { accountKey: session.accountKey, tokenHash };
  }

  async isAlive({ tokenHash }: Pick<SignedIn, 'tokenHash'>): Promise<boolean> {
    const alive = (await this.#store.findSession(tokenHash, this.#clock.now())) !== null;
    if (!alive) this.#tell(tokenHash);
    return alive;
  }

  async end({ tokenHash }: Pick<SignedIn, 'tokenHash'>): Promise<void> {
    await this.#store.deleteSession(tokenHash);
    this.#tell(tokenHash);
  }

  async endAllOf(accountKey: number): Promise<void> {
    await this.#store.deleteSessionsOf(accountKey);
    for (const [tokenHash, listening] of [...this.#listeners]) {
      if (listening.accountKey === accountKey) this.#tell(tokenHash);
    }
  }

  /** Every other session of the account ends. */
  async endOthersOf({ accountKey, tokenHash }: SignedIn): Promise<void> {
    await this.#store.deleteSessionsOf(accountKey, tokenHash);
    for (const [other, listening] of [...this.#listeners]) {
      if (listening.accountKey === accountKey && other !== tokenHash) this.#tell(other);
    }
  }

  /** Tells those whose session ran out, or was ended by another process; called now and then. */
  async endTheExpired(log: Log): Promise<void> {
    for (const tokenHash of [...this.#listeners.keys()]) {
      if (!(await this.isAlive({ tokenHash }))) log.info({}, 'a session of the console has ended');
    }
  }

  /** Calls when this session ends; returns how to stop listening. */
  onEnd({ tokenHash, accountKey }: SignedIn, listener: () => void): () => void {
    const listening = this.#listeners.get(tokenHash) ?? { accountKey, all: new Set() };
    listening.all.add(listener);
    this.#listeners.set(tokenHash, listening);
    return () => {
      listening.all.delete(listener);
      if (listening.all.size === 0) this.#listeners.delete(tokenHash);
    };
  }

  #tell(tokenHash: string): void {
    for (const listener of [...(this.#listeners.get(tokenHash)?.all ?? [])]) listener();
  }
}

function cookieValue(cookies: string | undefined, name: string): string | null {
  for (const pair of cookies?.split(';') ?? []) {
    const [key, value] = pair.split('=', 2);
    if (key?.trim() === name) return value?.trim() ?? null;
  }
  return null;
}
