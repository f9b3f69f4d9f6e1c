/** Somebody who works at the desk. Accounts are global; memberships say for which sites. */
export interface Account {
  readonly key: number;
  readonly email: string;
  readonly name: string;
  /** An encoded hash with its parameters and salt, never the password. */
  readonly passwordHash: string;
  readonly createdAt: number;
}

export interface OwnerSession {
  readonly accountKey: number;
  readonly createdAt: number;
  readonly expiresAt: number;
}
