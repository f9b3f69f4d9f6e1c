import type { Account, AccountStore, OwnerSession } from '@solodesk/core';
import { DeskError } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import { reading } from '../database/storage-failure.ts';

const ACCOUNT = 'SELECT key, email, name, password_hash AS passwordHash, created_at AS createdAt FROM account';
const SESSION =
  'account AS accountKey, created_at AS createdAt, expires_at AS expiresAt, device, last_seen_at AS lastSeenAt';

export function createAccountStore(db: Database, group: GroupCommit): AccountStore {
  const count = db.prepare<[], number>('SELECT count(*) FROM account').pluck();
  const byEmail = db.prepare<[string], Account>(`${ACCOUNT} WHERE email_folded = ?`);
  const byKey = db.prepare<[number], Account>(`${ACCOUNT} WHERE key = ?`);
  const insert = db.prepare(`
    INSERT INTO account (email, email_folded, name, password_hash, created_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (email_folded) DO NOTHING`);
  const rename = db.prepare(`
    UPDATE OR IGNORE account SET name = ?, email = ?, email_folded = ? WHERE key = ?`);
  const setPassword = db.prepare('UPDATE account SET password_hash = ? WHERE key = ?');
  const insertMembership = db.prepare(`
    INSERT INTO membership (account, site, role) VALUES (?, ?, ?)
    ON CONFLICT (account, site) DO UPDATE SET role = excluded.role`);
  const membership = db.prepare(`SELECT 1 FROM membership WHERE account = ? AND site IN (?, '*')`);
  const members = db.prepare<[string], Account>(
    `${ACCOUNT} WHERE key IN (SELECT account FROM membership WHERE site IN (?, '*')) ORDER BY key`,
  );
  const insertSession = db.prepare(
    'INSERT INTO session (token_hash, account, created_at, expires_at, device, last_seen_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const deleteExpired = db.prepare('DELETE FROM session WHERE expires_at <= ?');
  const session = db.prepare<[string, number], OwnerSession>(
    `SELECT ${SESSION} FROM session WHERE token_hash = ? AND expires_at > ?`,
  );
  const sessions = db.prepare<[number, number], OwnerSession & { tokenHash: string }>(`
    SELECT ${SESSION}, token_hash AS tokenHash FROM session WHERE account = ? AND expires_at > ?
    ORDER BY last_seen_at DESC, created_at DESC`);
  const touchSession = db.prepare('UPDATE session SET last_seen_at = ? WHERE token_hash = ?');
  const deleteSession = db.prepare('DELETE FROM session WHERE token_hash = ?');
  const deleteSessionsOf = db.prepare('DELETE FROM session WHERE account = ? AND token_hash IS NOT ?');
  const deleteSetupTokens = db.prepare('DELETE FROM setup_token');
  const insertSetupToken = db.prepare('INSERT INTO setup_token (token_hash, expires_at) VALUES (?, ?)');
  const setupToken = db.prepare('SELECT 1 FROM setup_token WHERE token_hash = ? AND expires_at > ?');
  const takeSetupToken = db.prepare('DELETE FROM setup_token WHERE token_hash = ? AND expires_at > ?');

  return {
    countAccounts: () => reading(() => count.get() ?? 0),

    async createAccount(account) {
      const { email, name, passwordHash, createdAt } = account;
      const { changes, lastInsertRowid } = await group.write(() =>
        insert.run(email, fold(email), name, passwordHash, createdAt),
      );
      if (changes === 0) throw new DeskError('conflict', 'the e-mail address is taken');
      return { ...account, key: Number(lastInsertRowid) };
    },

    findAccountByEmail: (email) => reading(() => byEmail.get(fold(email)) ?? null),
    findAccount: (accountKey) => reading(() => byKey.get(accountKey) ?? null),
    async renameAccount(accountKey, { name, email }) {
      const taken = await group.write(
        () => rename.run(name, email, fold(email), accountKey).changes === 0 && byKey.get(accountKey) !== undefined,
      );
      if (taken) throw new DeskError('conflict', 'the e-mail address is taken');
    },
    setPassword: (accountKey, passwordHash) => group.write(() => void setPassword.run(passwordHash, accountKey)),

    addMembership: (accountKey, site, role) => group.write(() => void insertMembership.run(accountKey, site, role)),
    isMember: (accountKey, site) => reading(() => membership.get(accountKey, site) !== undefined),
    membersOf: (site) => reading(() => members.all(site)),

    createSession: ({ accountKey, createdAt, expiresAt, device, lastSeenAt }, tokenHash) =>
      group.write(() => {
        deleteExpired.run(createdAt);
        insertSession.run(tokenHash, accountKey, createdAt, expiresAt, device, lastSeenAt);
      }),
    findSession: (tokenHash, now) => reading(() => session.get(tokenHash, now) ?? null),
    sessionsOf: (accountKey, now) => reading(() => sessions.all(accountKey, now)),
    touchSession: (tokenHash, at) => group.write(() => void touchSession.run(at, tokenHash)),
    deleteSession: (tokenHash) => group.write(() => void deleteSession.run(tokenHash)),
    deleteSessionsOf: (accountKey, except) => group.write(() => void deleteSessionsOf.run(accountKey, except ?? null)),

    putSetupToken: (tokenHash, expiresAt) =>
      group.write(() => {
        deleteSetupTokens.run();
        insertSetupToken.run(tokenHash, expiresAt);
      }),
    isSetupToken: (tokenHash, now) => reading(() => setupToken.get(tokenHash, now) !== undefined),
    takeSetupToken: (tokenHash, now) => group.write(() => takeSetupToken.run(tokenHash, now).changes === 1),
  };
}

/** SQLite's own NOCASE knows ASCII only. */
function fold(email: string): string {
  return email.normalize('NFC').toLowerCase();
}
