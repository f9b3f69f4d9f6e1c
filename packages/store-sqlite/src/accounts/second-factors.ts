import type { SecondFactor, SecondFactorStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import { reading } from '../database/storage-failure.ts';

export function createSecondFactorStore(db: Database, group: GroupCommit): SecondFactorStore {
  const find = db.prepare<[number], SecondFactor>(`
    SELECT secret, since, last_step AS lastStep,
      (SELECT count(*) FROM recovery_code WHERE recovery_code.account = second_factor.account) AS codesLeft
    FROM second_factor WHERE account = ?`);
  const begin = db.prepare(`
    INSERT INTO second_factor (account, secret, since, last_step) VALUES (?, ?, NULL, 0)
    ON CONFLICT (account) DO UPDATE SET secret = excluded.secret WHERE since IS NULL`);
  const confirm = db.prepare('UPDATE second_factor SET since = ?, last_step = ? WHERE account = ? AND since IS NULL');
  const useStep = db.prepare(
    'UPDATE second_factor SET last_step = ? WHERE account = ? AND since IS NOT NULL AND last_step < ?',
  );
  const remove = db.prepare('DELETE FROM second_factor WHERE account = ?');
  const forgetCodes = db.prepare('DELETE FROM recovery_code WHERE account = ?');
  const useCode = db.prepare('DELETE FROM recovery_code WHERE account = ? AND code_hash = ?');
  const addCode = db.prepare(`
    INSERT INTO recovery_code (account, code_hash) SELECT account, ? FROM second_factor WHERE account = ?`);
  const replaceCodes = (accountKey: number, codeHashes: readonly string[]) => {
    forgetCodes.run(accountKey);
    for (const hash of codeHashes) addCode.run(hash, accountKey);
  };

  return {
    secondFactor: (accountKey) => reading(() => find.get(accountKey) ?? null),
    beginSecondFactor: (accountKey, secret) => group.write(() => begin.run(accountKey, secret).changes === 1),
    confirmSecondFactor: (accountKey, { at, step, codeHashes }) =>
      group.write(() => {
        if (confirm.run(at, step, accountKey).changes === 0) return false;
        replaceCodes(accountKey, codeHashes);
        return true;
      }),
    useStep: (accountKey, step) => group.write(() => useStep.run(step, accountKey, step).changes === 1),
    useRecoveryCode: (accountKey, codeHash) => group.write(() => useCode.run(accountKey, codeHash).changes === 1),
    replaceRecoveryCodes: (accountKey, codeHashes) => group.write(() => replaceCodes(accountKey, codeHashes)),
    removeSecondFactor: (accountKey) =>
      group.write(() => {
        remove.run(accountKey);
        forgetCodes.run(accountKey);
      }),
  };
}
