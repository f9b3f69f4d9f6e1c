import type { Account, OwnerSession } from '../domain/account.ts';

export interface AccountStore {
  countAccounts(): Promise<number>;
  /** @throws DeskError `conflict` when the e-mail address (compared without case) is taken. */
  createAccount(account: Omit<Account, 'key'>): Promise<Account>;
  findAccountByEmail(email: string): Promise<Account | null>;
  findAccount(accountKey: number): Promise<Account | null>;
  /** @throws DeskError `conflict` when the e-mail address is another account's. */
  renameAccount(accountKey: number, to: Pick<Account, 'name' | 'email'>): Promise<void>;
  setPassword(accountKey: number, passwordHash: string): Promise<void>;

  /** `*` stands for every site, also those that come later. */
  addMembership(accountKey: number, site: string, role: 'owner'): Promise<void>;
  isMember(accountKey: number, site: string): Promise<boolean>;
  /** Everybody who works at a site's desk, the eldest account first. */
  membersOf(site: string): Promise<Account[]>;

  createSession(session: OwnerSession, tokenHash: string): Promise<void>;
  /** Null when there is none, or it has expired. */
  findSession(tokenHash: string, now: number): Promise<OwnerSession | null>;
  /** Every session of an account that has not expired, the one seen last first. */
  sessionsOf(accountKey: number, now: number): Promise<(OwnerSession & { tokenHash: string })[]>;
  touchSession(tokenHash: string, at: number): Promise<void>;
  deleteSession(tokenHash: string): Promise<void>;
  /** @param except the hash of the one that stays. */
  deleteSessionsOf(accountKey: number, except?: string): Promise<void>;

  /** One-time set-up links: only the newest counts. */
  putSetupToken(tokenHash: string, expiresAt: number): Promise<void>;
  isSetupToken(tokenHash: string, now: number): Promise<boolean>;
  /** True for the one caller who uses it up. */
  takeSetupToken(tokenHash: string, now: number): Promise<boolean>;
}
