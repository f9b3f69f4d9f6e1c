import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Store } from '@solodesk/core';
import { openSqliteStore } from '@solodesk/store-sqlite';
import { CommandError } from '../command-error.ts';
import type { Places } from '../places.ts';

const LINK_MS = 24 * 3_600_000;
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * @param factorOffFor e-mail address of the account that has lost its second factor; null when none has.
 * @returns a new one-time link with which the owner sets a password again. It works while the server runs, too.
 */
export async function resetOwner(places: Places, now: Date, factorOffFor: string | null = null): Promise<string> {
  if (!existsSync(places.database))
    throw new CommandError(`there is no database in ${places.dataDir} yet; start the server first`);
  const store = await openSqliteStore({ file: places.database, log: silent });
  try {
    const lifted = factorOffFor === null ? [] : [await switchOffSecondFactor(store, factorOffFor), ''];
    const token = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(token).digest('base64url');
    await store.putSetupToken(hash, now.getTime() + LINK_MS);
    return [
      ...lifted,
      'Open this link within 24 hours; it works once. With the e-mail address of an account it sets that account a new',
      'password, signs it out everywhere and stops its pushes; another address makes a new account for all sites.',
      'A second factor stays on; with --second-factor-off EMAIL it is switched off.',
      ...(places.publicUrlIsSet
        ? []
        : ['If your desk has another address than this one, put it in front of /console/.']),
      '',
      `  ${places.publicUrl}/console/#setup=${token}`,
    ].join('\n');
  } finally {
    await store.close();
  }
}

async function switchOffSecondFactor(store: Store, email: string): Promise<string> {
  const account = await store.findAccountByEmail(email);
  if (account === null) throw new CommandError(`there is no account with the e-mail address ${email}`);
  const isOn = (await store.secondFactor(account.key)) !== null;
  await store.removeSecondFactor(account.key);
  return isOn ? `The second factor of ${account.email} is off.` : `${account.email} has no second factor.`;
}
