import type { Clock, Ids, Log, OwnerSession, Store } from '@solodesk/core';
import { hashToken } from '../system.ts';

export interface SignedIn {
  readonly accountKey: number;
  readonly tokenHash: string;
}

export const SESSION_COOKIE = 'solodesk_session';
const SESSION_MS = 30 * 24 * 3_600_000;
/** What a session's last sign of life is known to: not every request shall cost a write. */
const SEEN_EVERY_MS = 5 * 60_000;

/** A session as its owner sees it. */
export interface SessionView {
  /** The beginning of its hash, which names it and opens nothing. */
  id: string;
  device: string;
  createdAt: number;
  lastSeenAt: number;
  /** The one that asks. */
  here: boolean;
}

const ID_LENGTH = 16;

/** The console's sessions: random tokens in an HttpOnly cookie, stored hashed; whoever listens hears at once of an end. */
export class Sessions {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #log: Log;
  readonly #listeners = new Map<string, { accountKey: number; all: Set<() => void> }>();

  constructor(store: Store, clock: Clock, ids: Ids, log: Log) {
    this.#store = store;
    this.#clock = clock;
    this.#ids = ids;
    this.#log = log;
  }

  /** @returns the token for the cookie, and how long it lives in milliseconds. */
  async begin(accountKey: number, device = ''): Promise<{ token: string; maxAgeMs: number }> {
    const token = this.#ids.token();
    const createdAt = this.#clock.now();
    const session = { accountKey, createdAt, expiresAt: createdAt + SESSION_MS, device, lastSeenAt: createdAt };
    await this.#store.createSession(session, hashToken(token));
    return { token, maxAgeMs: SESSION_MS };
  }

  async ofCookie(cookies: string | undefined): Promise<SignedIn | null> {
    const token = cookieValue(cookies, SESSION_COOKIE);
    if (token === null) return null;
    const tokenHash = hashToken(token);
    const session = await this.#find(tokenHash);
    return session && { accountKey: session.accountKey, tokenHash };
  }

  async isAlive({ tokenHash }: Pick<SignedIn, 'tokenHash'>): Promise<boolean> {
    const alive = (await this.#find(tokenHash)) !== null;
    if (!alive) this.#tell(tokenHash);
    return alive;
  }

  /** The sessions of who asks: this one, and then the one seen last first. */
  async list({ accountKey, tokenHash }: SignedIn): Promise<SessionView[]> {
    const sessions = await this.#store.sessionsOf(accountKey, this.#clock.now());
    const views = sessions.map(({ tokenHash: hash, device, createdAt, lastSeenAt }) => ({
      ...{ id: hash.slice(0, ID_LENGTH), device, createdAt },
      ...{ lastSeenAt: hash === tokenHash ? this.#clock.now() : lastSeenAt, here: hash === tokenHash },
    }));
    return views.sort((a, b) => Number(b.here) - Number(a.here));
  }

  /** Ends one of the account's sessions, cuts its sockets at once, and sends no more pushes to its device. False for one that is not there, or not theirs. */
  async revoke({ accountKey }: SignedIn, id: string): Promise<boolean> {
    const sessions = await this.#store.sessionsOf(accountKey, this.#clock.now());
    const found = sessions.find(({ tokenHash }) => tokenHash.slice(0, ID_LENGTH) === id);
    if (found === undefined) return false;
    await this.#silence(accountKey, (session) => session === found.tokenHash);
    await this.end(found);
    return true;
  }

  /** Every other session of the account ends, and no device but this one gets pushes any more. */
  async revokeOthers(signedIn: SignedIn): Promise<void> {
    await this.#silence(signedIn.accountKey, (session) => session !== signedIn.tokenHash);
    await this.endOthersOf(signedIn);
  }

  /** Pushes go to browsers, signed in or not: a device that was signed out from afar must not hear of visitors any more. */
  async #silence(accountKey: number, isMeant: (session: string | null) => boolean): Promise<void> {
    for (const { endpoint, session } of await this.#store.pushDevices(accountKey)) {
      if (isMeant(session ?? null)) await this.#store.removePushDevice(accountKey, endpoint);
    }
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
  async endTheExpired(): Promise<void> {
    for (const tokenHash of [...this.#listeners.keys()]) {
      const alive = (await this.#store.findSession(tokenHash, this.#clock.now())) !== null;
      if (!alive) this.#tell(tokenHash);
      if (!alive) this.#log.info({}, 'a session of the console has ended');
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

  async #find(tokenHash: string): Promise<OwnerSession | null> {
    const now = this.#clock.now();
    const session = await this.#store.findSession(tokenHash, now);
    if (session !== null && now - session.lastSeenAt >= SEEN_EVERY_MS) this.#touch(tokenHash, now);
    return session;
  }

  /** Beside what was asked: a database that cannot be written must not keep anybody from reading. */
  #touch(tokenHash: string, now: number): void {
    this.#store.touchSession(tokenHash, now).catch((cause: unknown) => {
      this.#log.warn({ err: cause }, 'when a session was seen last could not be kept');
    });
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
