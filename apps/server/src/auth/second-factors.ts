import { randomBytes } from 'node:crypto';
import type { Account, Clock, SecondFactor, Store } from '@solodesk/core';
import { Secret, TOTP } from 'otpauth';
import { TokenBuckets } from '../realtime/token-bucket.ts';
import { WireFault } from '../realtime/wire-error.ts';
import { hashToken } from '../system.ts';
import type { Sealed } from './sealed.ts';

/** What every authenticator app understands (RFC 6238, and the key URI format that the apps share). */
const APP = { issuer: 'Solodesk', algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** A phone's clock may be so many steps off. */
const DRIFT = 1;
const RECOVERY_CODES = 10;
/** 16 characters of 5 bits: too many to try, so that one fast hash is enough. */
const RECOVERY_BYTES = 10;
/** Tries at the codes of one account, from anywhere: with three codes valid at a time, one in 300,000 is right. */
const TRIES = { burst: 6, perSecond: 1 / 60 };

export interface SecondFactorState {
  on: boolean;
  since: number | null;
  codesLeft: number;
}

/** The second factor of accounts: codes of an app (TOTP), and one-time codes for who has lost the app. */
export class SecondFactors {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #sealed: Sealed;
  readonly #tries = new TokenBuckets(TRIES);

  constructor(store: Store, clock: Clock, sealed: Sealed) {
    this.#store = store;
    this.#clock = clock;
    this.#sealed = sealed;
  }

  async state(accountKey: number): Promise<SecondFactorState> {
    const factor = await this.#store.secondFactor(accountKey);
    const on = factor !== null && factor.since !== null;
    return { on, since: factor?.since ?? null, codesLeft: factor?.codesLeft ?? 0 };
  }

  async isOn(accountKey: number): Promise<boolean> {
    return (await this.state(accountKey)).on;
  }

  /**
   * Makes a secret that is not asked for until `confirm`.
   * @returns the secret in base32, and the address that an app reads from the QR code.
   * @throws WireFault `conflict` when one is on.
   */
  async begin(account: Account): Promise<{ secret: string; uri: string }> {
    const totp = new TOTP({ ...APP, label: account.email, secret: new Secret({ size: 20 }) });
    const sealed = this.#sealed.seal(totp.secret.base32, owner(account.key));
    if (!(await this.#store.beginSecondFactor(account.key, sealed))) {
      throw new WireFault('conflict', 'the second factor is on already');
    }
    return { secret: totp.secret.base32, uri: totp.toString() };
  }

  /** Turns it on for who shows a code of the app. @returns the recovery codes, which are shown this once. @throws WireFault */
  async confirm(accountKey: number, code: string): Promise<string[]> {
    const factor = await this.#store.secondFactor(accountKey);
    if (factor === null || factor.since !== null) throw new WireFault('conflict', 'no second factor was begun');
    this.#limit(accountKey);
    const step = this.#stepOf(factor, accountKey, code);
    if (step === null) throw wrongCode();
    const codes = newCodes();
    const confirmed = { at: this.#clock.now(), step, codeHashes: codes.map(hashCode) };
    if (!(await this.#store.confirmSecondFactor(accountKey, confirmed))) throw new WireFault('conflict', 'it is on');
    return codes;
  }

  /** Takes a code of the app, or a recovery code; each once. @throws WireFault `refused` for a wrong one; `rate_limited`. */
  async mustShow(accountKey: number, code: string): Promise<void> {
    this.#limit(accountKey);
    const factor = await this.#store.secondFactor(accountKey);
    if (factor === null) throw wrongCode();
    const step = this.#stepOf(factor, accountKey, code);
    if (step !== null && (await this.#store.useStep(accountKey, step))) return;
    if (step === null && (await this.#store.useRecoveryCode(accountKey, hashCode(code)))) return;
    throw wrongCode();
  }

  /** Ten new recovery codes; the earlier ones are void. */
  async newRecoveryCodes(accountKey: number): Promise<string[]> {
    const codes = newCodes();
    await this.#store.replaceRecoveryCodes(accountKey, codes.map(hashCode));
    return codes;
  }

  async remove(accountKey: number): Promise<void> {
    await this.#store.removeSecondFactor(accountKey);
  }

  /** The number of the time step whose code this is; null for none of those that are valid now. */
  #stepOf({ secret }: SecondFactor, accountKey: number, code: string): number | null {
    const base32 = this.#sealed.open(secret, owner(accountKey));
    const token = code.replace(/\s+/g, '');
    if (base32 === null || !/^\d{6}$/.test(token)) return null;
    const timestamp = this.#clock.now();
    const totp = new TOTP({ ...APP, secret: Secret.fromBase32(base32) });
    const drift = totp.validate({ token, timestamp, window: DRIFT });
    return drift === null ? null : totp.counter({ timestamp }) + drift;
  }

  #limit(accountKey: number): void {
    const wait = this.#tries.take(accountKey, this.#clock.now());
    if (wait > 0) throw new WireFault('rate_limited', 'too many tries', wait);
  }
}

const owner = (accountKey: number) => `account ${accountKey}`;
const wrongCode = () => new WireFault('refused', 'the code is wrong or was used');

/** RFC 4648's letters, in groups that are easy to write down. */
function newCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const code = new Secret({ buffer: Uint8Array.from(randomBytes(RECOVERY_BYTES)).buffer }).base32.toLowerCase();
    return code.replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** However it was typed in. */
function hashCode(code: string): string {
  return hashToken(
    code
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^a-z2-7]/g, ''),
  );
}
