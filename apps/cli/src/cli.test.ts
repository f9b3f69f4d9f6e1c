import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockData, openSqliteStore } from '@solodesk/store-sqlite';
import { program } from './program.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

describe('solodesk', () => {
  let dataDir: string;
  let printed: string[];
  const solodesk = (...args: string[]) =>
    program({ DATA_DIR: dataDir, PORT: '4000' }, (text) => printed.push(text)).parseAsync([
      'node',
      'solodesk',
      ...args,
    ]);
  const database = () => join(dataDir, 'solodesk.sqlite');

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'solodesk-cli-'));
    printed = [];
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('adds a site, and lists it with what is wrong with its files', async () => {
    await solodesk('site', 'add', 'bakery', '--name', 'Bakery', '--languages', 'zh,en', '--time-zone', 'Asia/Shanghai');
    expect(printed.join()).toContain('http://localhost:4000/widget/bakery.js');
    await solodesk('site', 'list', '--json');
    expect(JSON.parse(printed.at(-1)!)).toEqual([{ id: 'bakery', name: 'Bakery', faqs: 0, problems: [] }]);
    writeFileSync(join(dataDir, 'sites/bakery/faq/general.json'), '{');
    await solodesk('site', 'list');
    expect(printed.at(-1)).toMatch(/bakery {2}refused:\n {4}bakery\/faq\/general\.json:1:\d+ /);
  });

  it('refuses a site of a bad name or one that exists, and writes nothing', async () => {
    await expect(solodesk('site', 'add', '../up', '--name', 'Up')).rejects.toThrow('lower-case');
    expect(existsSync(join(dataDir, 'up'))).toBe(false);
    await solodesk('site', 'add', 'bakery', '--name', 'Bakery');
    await expect(solodesk('site', 'add', 'bakery', '--name', 'Other')).rejects.toThrow('already');
  });

  it('prints a link that can be used once to set a password', async () => {
    const store = await openSqliteStore({ file: database(), log: silent });
    await store.close();
    await solodesk('owner', 'reset');
    expect(printed.join()).toMatch(/http:\/\/localhost:4000\/console\/#setup=[\w-]{43}/);
    // Nobody said where browsers reach it.
    expect(printed.join()).toContain('If your desk has another address than this one');
  });

  it('switches off the second factor of who has lost it, and of nobody else', async () => {
    const store = await openSqliteStore({ file: database(), log: silent });
    const account = { email: 'mei@example.com', name: 'Mei', passwordHash: 'x', createdAt: 1 };
    const { key } = await store.createAccount(account);
    const other = await store.createAccount({ ...account, email: 'tom@example.com' });
    for (const one of [key, other.key]) {
      await store.beginSecondFactor(one, 'sealed');
      await store.confirmSecondFactor(one, { at: 1, step: 1, codeHashes: ['a'] });
    }
    await solodesk('owner', 'reset');
    expect(await store.secondFactor(key)).not.toBeNull();
    await expect(solodesk('owner', 'reset', '--second-factor-off', 'nobody@example.com')).rejects.toThrow('no account');
    await solodesk('owner', 'reset', '--second-factor-off', 'MEI@example.com');
    expect(printed.at(-1)).toContain('The second factor of mei@example.com is off.');
    expect(printed.at(-1)).toContain('#setup=');
    expect(await store.secondFactor(key)).toBeNull();
    expect(await store.secondFactor(other.key)).not.toBeNull();
    await store.close();
  });

  it('says that there is no database yet rather than making one', async () => {
    await expect(solodesk('owner', 'reset')).rejects.toThrow('start the server first');
    await expect(solodesk('backup')).rejects.toThrow('no such file');
    expect(existsSync(database())).toBe(false);
  });

  it('backs up while the database is open, restores, and keeps what was there', async () => {
    const store = await openSqliteStore({ file: database(), log: silent });
    const account = { email: 'mei@example.com', name: 'Mei', passwordHash: 'x', createdAt: 1 };
    await store.createAccount(account);
    const copy = join(dataDir, 'copy.sqlite');
    await solodesk('backup', copy);
    await expect(solodesk('backup', copy)).rejects.toThrow('exists already');
    await store.createAccount({ ...account, email: 'later@example.com' });
    await store.close();

    await solodesk('restore', copy);
    const restored = await openSqliteStore({ file: database(), log: silent });
    expect(await restored.countAccounts()).toBe(1);
    await restored.close();
    const kept = /kept as (.+)$/m.exec(printed.join('\n'))?.[1];
    const before = await openSqliteStore({ file: kept!, log: silent });
    expect(await before.countAccounts()).toBe(2);
    await before.close();
  });

  it('backs up what people have sent beside the database, and brings back what is gone since', async () => {
    const store = await openSqliteStore({ file: database(), log: silent });
    await store.close();
    const folder = join(dataDir, 'files/shop/7');
    mkdirSync(folder, { recursive: true });
    mkdirSync(join(dataDir, 'files/.incoming'));
    for (const name of ['a', 'a.preview', 'b']) writeFileSync(join(folder, name), name);
    writeFileSync(join(dataDir, 'files/.incoming/half'), 'half');
    const copy = join(dataDir, 'copy.sqlite');
    await solodesk('backup', copy);
    expect(printed.at(-1)).toContain(`Its 2 files are in ${join(dataDir, 'copy.files')}`);
    rmSync(join(folder, 'a'));
    writeFileSync(join(folder, 'c'), 'later');
    await solodesk('restore', copy);
    expect(printed.at(-1)).toContain('Brought 1 files back');
    // The database of before knows of a file that the restored one does not: it is kept beside it, and comes back with it.
    const kept = /kept as (.+)$/m.exec(printed.at(-1) ?? '')?.[1];
    expect(readdirSync(`${kept}.files/shop/7`).sort()).toEqual(['a.preview', 'b', 'c']);
    rmSync(join(folder, 'c'));
    await solodesk('restore', kept ?? '');
    expect(printed.at(-1)).toContain('Brought 1 files back');
    expect(readdirSync(folder).sort()).toEqual(['a', 'a.preview', 'b', 'c']);
    expect(existsSync(join(dataDir, 'copy.files/.incoming'))).toBe(false);
  });

  it('refuses a damaged backup, and to restore under a running server', async () => {
    const store = await openSqliteStore({ file: database(), log: silent });
    await store.close();
    writeFileSync(join(dataDir, 'bad.sqlite'), 'not a database at all');
    await expect(solodesk('restore', join(dataDir, 'bad.sqlite'))).rejects.toThrow();
    const lock = lockData(dataDir);
    await expect(solodesk('restore', database())).rejects.toThrow('another Solodesk is running');
    lock.release();
    expect(existsSync(database())).toBe(true);
  });
});
