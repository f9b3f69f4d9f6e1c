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
  /** What the browser says that it is, such as `Firefox · Windows`; empty when it says nothing that is known. */
  readonly device: string;
  /** To some minutes. */
  readonly lastSeenAt: number;
}

/** What an account has beside its password: a secret that it shares with an app, which shows a code from it (RFC 6238). */
export interface SecondFactor {
  /** As the server keeps it: sealed, for it must be able to read it. */
  readonly secret: string;
  /** Since when it is asked for; null while its owner has not shown yet that the app knows it. */
  readonly since: number | null;
  /** Number of the time step whose code was used last: no code counts twice. */
  readonly lastStep: number;
  /** One-time codes for who has lost the app. */
  readonly codesLeft: number;
}
