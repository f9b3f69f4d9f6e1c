import type { SecondFactor } from '../domain/account.ts';

/** Second factors of accounts, with the hashes of their one-time recovery codes. */
export interface SecondFactorStore {
  secondFactor(accountKey: number): Promise<SecondFactor | null>;
  /** Keeps a secret that is not asked for yet, in place of an earlier one. False, and nothing changed, when one is asked for. */
  beginSecondFactor(accountKey: number, secret: string): Promise<boolean>;
  /** Asks for the one that was begun from now on. False when none was begun. */
  confirmSecondFactor(
    accountKey: number,
    confirmed: { at: number; step: number; codeHashes: readonly string[] },
  ): Promise<boolean>;
  /** True for the one caller who uses this step, or one after the last that was used. */
  useStep(accountKey: number, step: number): Promise<boolean>;
  /** True for the one caller who uses it up. */
  useRecoveryCode(accountKey: number, codeHash: string): Promise<boolean>;
  replaceRecoveryCodes(accountKey: number, codeHashes: readonly string[]): Promise<void>;
  removeSecondFactor(accountKey: number): Promise<void>;
}
