import type { Account, Clock, Ids, Store } from '@solodesk/core';
import { addressKey } from '../realtime/address-key.ts';
import { TokenBuckets } from '../realtime/token-bucket.ts';
import { hashToken } from '../system.ts';
import { WireFault } from '../realtime/wire-error.ts';
import type { SecondFactors } from './second-factors.ts';
import type { Sessions, SignedIn } from './sessions.ts';
import type { Passwords } from './passwords.ts';

/** How long a printed set-up link is good. A start without an account prints a new one. */
const SETUP_LINK_MS = 24 * 3_600_000;
/** Tries from one address: some for a tired owner, then one in half a minute. */
const TRIES_BY_ADDRESS = { burst: 8, perSecond: 1 / 30 };
/** Tries at one account, from anywhere: so many more that one stranger cannot lock its owner out. */
const TRIES_BY_ACCOUNT = { burst: 50, perSecond: 1 / 6 };

export interface NewAccount {
  name: string;
  email: string;
  password: string;
}

export interface AccountsParts {
  store: Store;
  passwords: Passwords;
  sessions: Sessions;
  secondFactors: SecondFactors;
  clock: Clock;
  ids: Ids;
}

/** Who may sign in. There is no default password: the first start prints a one-time link that makes the first account. */
export class Accounts {
  readonly #store: Store;
  readonly #passwords: Passwords;
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #sessions: Sessions;
  readonly #secondFactors: SecondFactors;
  readonly #byAddress = new TokenBuckets(TRIES_BY_ADDRESS);
  readonly #byAccount = new TokenBuckets(TRIES_BY_ACCOUNT);

  constructor({ store, passwords, sessions, secondFactors, clock, ids }: AccountsParts) {
    this.#store = store;
    this.#passwords = passwords;
    this.#sessions = sessions;
    this.#secondFactors = secondFactors;
    this.#clock = clock;
    this.#ids = ids;
  }

  async needsSetup(): Promise<boolean> {
    return (await this.#store.countAccounts()) === 0;
  }

  /** @returns the token of a new set-up link; earlier links are void. */
  async newSetupToken(): Promise<string> {
    const token = this.#ids.token();
    await this.#store.putSetupToken(hashToken(token), this.#clock.now() + SETUP_LINK_MS);
    return token;
  }

  /** @throws WireFault `unauthorized` for a link that is wrong, used or too old; `rate_limited` after many tries. */
  async checkSetupToken(token: string, address: string): Promise<void> {
    this.#limit(this.#byAddress, `setup ${addressKey(address)}`);
    if (!(await this.#store.isSetupToken(hashToken(token), this.#clock.now()))) throw badLink();
  }

  /** Uses the link up, and makes an account that owns every site; with a link from `owner reset`, sets a new password. */
  async setUp(token: string, account: NewAccount, address: string): Promise<Account> {
    await this.checkSetupToken(token, address);
    const passwordHash = await this.#passwords.hash(account.password);
    if (!(await this.#store.takeSetupToken(hashToken(token), this.#clock.now()))) throw badLink();
    const existing = await this.#store.findAccountByEmail(account.email);
    if (existing !== null) {
      await this.#store.setPassword(existing.key, passwordHash);
      await this.#sessions.endAllOf(existing.key);
      await this.#forgetDevices(existing.key, null);
      return existing;
    }
    const { name, email } = account;
    const created = await this.#store.createAccount({ name, email, passwordHash, createdAt: this.#clock.now() });
    await this.#store.addMembership(created.key, '*', 'owner');
    return created;
  }

  /**
   * @param code of the second factor; null while it was not asked for.
   * @returns `code_needed` when the password is right and a second factor is on.
   * @throws WireFault `unauthorized`, the same for a wrong address and a wrong password; `refused` for a wrong code;
   *   `rate_limited`.
   */
  async signIn(
    { email, password, code }: { email: string; password: string; code: string | null },
    address: string,
  ): Promise<Account | 'code_needed'> {
    this.#limit(this.#byAddress, `login ${addressKey(address)}`);
    this.#limit(this.#byAccount, email.toLowerCase());
    const account = await this.#store.findAccountByEmail(email);
    const good = await this.#passwords.verify(password, account?.passwordHash ?? null);
    if (account === null || !good) throw new WireFault('unauthorized', 'e-mail address or password is wrong');
    if (await this.#secondFactors.isOn(account.key)) {
      if (code === null) return 'code_needed';
      await this.#secondFactors.mustShow(account.key, code);
    }
    return account;
  }

  /**
   * A new password for who knows the old one. Every other session ends, and every other device's pushes: whoever else had
   * the old password is out.
   * @param pushHere the push address of the browser that asks; null for none.
   * @throws WireFault `refused` for a wrong old password; `rate_limited`.
   */
  async changePassword(signedIn: SignedIn, current: string, next: string, pushHere: string | null): Promise<void> {
    const account = await this.#accountOf(signedIn);
    await this.#mustKnow(account, current);
    await this.#store.setPassword(account.key, await this.#passwords.hash(next));
    await this.#sessions.endOthersOf(signedIn);
    await this.#forgetDevices(account.key, pushHere);
  }

  /**
   * Another name, or another address to sign in with. The address takes the current password: who has it can ask for mails,
   * and a session that was left open must not be enough to become the owner.
   * @throws WireFault `refused` for a wrong password; `rate_limited`. DeskError `conflict` for an address that is taken.
   */
  async rename(signedIn: SignedIn, to: { name: string; email: string }, current: string): Promise<void> {
    const account = await this.#accountOf(signedIn);
    if (to.email !== account.email) await this.#mustKnow(account, current);
    await this.#store.renameAccount(account.key, to);
  }

  /** Who asks, having given the password again: a session that was left open is not enough. @throws WireFault as above. */
  async proven(signedIn: SignedIn, password: string): Promise<Account> {
    const account = await this.#accountOf(signedIn);
    await this.#mustKnow(account, password);
    return account;
  }

  async #accountOf({ accountKey }: SignedIn): Promise<Account> {
    const account = await this.#store.findAccount(accountKey);
    if (account === null) throw new WireFault('unauthorized', 'not signed in');
    return account;
  }

  async #mustKnow(account: Account, password: string): Promise<void> {
    // As few tries as from one address: a session that was left open must not help to guess.
    this.#limit(this.#byAddress, `password ${account.key}`);
    if (!(await this.#passwords.verify(password, account.passwordHash))) {
      throw new WireFault('refused', 'the current password is wrong');
    }
  }

  /** Pushes go to browsers, signed in or not: a device of somebody who is out must not hear of visitors any more. */
  async #forgetDevices(accountKey: number, except: string | null): Promise<void> {
    for (const { endpoint } of await this.#store.pushDevices(accountKey)) {
      if (endpoint !== except) await this.#store.removePushDevice(accountKey, endpoint);
    }
  }

  #limit(tries: TokenBuckets, key: string): void {
    const wait = tries.take(key, this.#clock.now());
    if (wait > 0) throw new WireFault('rate_limited', 'too many tries', wait);
  }
}

function badLink(): WireFault {
  return new WireFault('unauthorized', 'this set-up link is not valid any more');
}
