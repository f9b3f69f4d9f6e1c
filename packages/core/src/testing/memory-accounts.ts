import type { Account, OwnerSession } from '../domain/account.ts';
import { DeskError } from '../domain/desk-error.ts';
import type { AccountStore } from '../ports/account-store.ts';

export function createMemoryAccounts(): AccountStore {
  const accounts = new Map<number, Account>();
  const memberships = new Set<string>();
  const sessions = new Map<string, OwnerSession>();
  let setup: { tokenHash: string; expiresAt: number } | null = null;

  const byEmail = (email: string) =>
    [...accounts.values()].find((account) => fold(account.email) === fold(email)) ?? null;
  const isSetup = (tokenHash: string, now: number) =>
    setup !== null && setup.tokenHash === tokenHash && setup.expiresAt > now;

  return {
    countAccounts: async () => accounts.size,
    async createAccount(account) {
      if (byEmail(account.email) !== null) throw new DeskError('conflict', 'the e-mail address is taken');
      const created = { ...account, key: accounts.size + 1 };
      accounts.set(created.key, created);
      return created;
    },
    findAccountByEmail: async (email) => byEmail(email),
    findAccount: async (accountKey) => accounts.get(accountKey) ?? null,
    async renameAccount(accountKey, { name, email }) {
      const account = accounts.get(accountKey);
      if ((byEmail(email)?.key ?? accountKey) !== accountKey) {
        throw new DeskError('conflict', 'the e-mail address is taken');
      }
      if (account !== undefined) accounts.set(accountKey, { ...account, name, email });
    },
    async setPassword(accountKey, passwordHash) {
      const account = accounts.get(accountKey);
      if (account !== undefined) accounts.set(accountKey, { ...account, passwordHash });
    },

    async addMembership(accountKey, site) {
      memberships.add(`${accountKey} ${site}`);
    },
    isMember: async (accountKey, site) =>
      memberships.has(`${accountKey} ${site}`) || memberships.has(`${accountKey} *`),

    membersOf: async (site) =>
      [...accounts.values()].filter(({ key }) => memberships.has(`${key} ${site}`) || memberships.has(`${key} *`)),

    async createSession(session, tokenHash) {
      sessions.set(tokenHash, session);
    },
    async findSession(tokenHash, now) {
      const session = sessions.get(tokenHash);
      return session !== undefined && session.expiresAt > now ? session : null;
    },
    sessionsOf: async (accountKey, now) =>
      [...sessions]
        .map(([tokenHash, session]) => ({ ...session, tokenHash }))
        .filter((session) => session.accountKey === accountKey && session.expiresAt > now)
        .sort((a, b) => b.lastSeenAt - a.lastSeenAt || b.createdAt - a.createdAt),
    async touchSession(tokenHash, lastSeenAt) {
      const session = sessions.get(tokenHash);
      if (session !== undefined) sessions.set(tokenHash, { ...session, lastSeenAt });
    },
    async deleteSession(tokenHash) {
      sessions.delete(tokenHash);
    },
    async deleteSessionsOf(accountKey, except) {
      for (const [tokenHash, session] of sessions) {
        if (session.accountKey === accountKey && tokenHash !== except) sessions.delete(tokenHash);
      }
    },

    async putSetupToken(tokenHash, expiresAt) {
      setup = { tokenHash, expiresAt };
    },
    isSetupToken: async (tokenHash, now) => isSetup(tokenHash, now),
    async takeSetupToken(tokenHash, now) {
      if (!isSetup(tokenHash, now)) return false;
      setup = null;
      return true;
    },
  };
}

function fold(email: string): string {
  return email.normalize('NFC').toLowerCase();
}
