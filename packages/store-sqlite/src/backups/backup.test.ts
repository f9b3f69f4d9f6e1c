import { copyFileSync, existsSync, openSync, readdirSync, writeFileSync, writeSync, closeSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Stage, silentLog } from '@solodesk/core/testing';
import { verifyDatabase } from './backup.ts';
import { DatabaseDamagedError } from '../database/database-errors.ts';
import { openSqliteStore } from '../sqlite-store.ts';
import type { SqliteStore } from '../sqlite-store.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';

describe('a backup', () => {
  let directory: ReturnType<typeof temporaryDirectory>;
  let store: SqliteStore;
  let stage: Stage;

  beforeEach(async () => {
    directory = temporaryDirectory();
    store = await openSqliteStore({ file: directory.file('desk.db'), log: silentLog });
    stage = new Stage(store);
  });
  afterEach(async () => {
    await store.close();
    directory.remove();
  });

  it('holds everything that was acked before it began, while people go on writing', async () => {
    const visitor = await stage.visitor();
    await stage.saysOften(visitor, 50, (n) => `${n} ${'x'.repeat(3_000)}`);
    const backup = store.backupTo(directory.file('copy.db'));
    const during = stage.says(visitor, { text: 'during' });
    const facts = await backup;
    await during;
    expect(facts.conversations).toBe(1);
    expect(facts.events).toBeGreaterThan(49);
    const copy = await openSqliteStore({ file: directory.file('copy.db'), log: silentLog });
    expect(await copy.readLog(visitor.key, { after: 0, limit: 50 })).toEqual(
      await store.readLog(visitor.key, { after: 0, limit: 50 }),
    );
    await copy.close();
  });

  it('is one file, with nothing left beside it', async () => {
    await stage.says(await stage.visitor());
    await store.backupTo(directory.file('copy.db'));
    expect(readdirSync(directory.path).filter((name) => name.startsWith('copy'))).toEqual(['copy.db']);
  });

  it('replaces an older one only when it is whole', async () => {
    writeFileSync(directory.file('copy.db'), 'older');
    await store.backupTo(directory.file('copy.db'));
    expect((await verifyDatabase(directory.file('copy.db'))).events).toBe(0);
    await expect(store.backupTo(directory.file('nowhere/copy.db'))).rejects.toThrow();
    expect(existsSync(directory.file('nowhere'))).toBe(false);
  });

  it('is refused when a part of it is broken', async () => {
    await stage.saysOften(await stage.visitor(), 40, (n) => `${n} ${'x'.repeat(3_000)}`);
    const whole = directory.file('whole.db');
    await store.backupTo(whole);
    const broken = directory.file('broken.db');
    copyFileSync(whole, broken);
    const handle = openSync(broken, 'r+');
    writeSync(handle, Buffer.alloc(60_000, 0xab), 0, 60_000, 40_000);
    closeSync(handle);
    expect((await verifyDatabase(whole)).events).toBe(40);
    await expect(verifyDatabase(broken)).rejects.toThrow(DatabaseDamagedError);
  });

  it('is refused when it is something else', async () => {
    writeFileSync(directory.file('text.db'), 'not a database at all, but long enough to be looked at '.repeat(30));
    writeFileSync(directory.file('empty.db'), '');
    await expect(verifyDatabase(directory.file('text.db'))).rejects.toThrow(DatabaseDamagedError);
    await expect(verifyDatabase(directory.file('empty.db'))).rejects.toThrow('not a Solodesk database');
    await expect(verifyDatabase(directory.file('missing.db'))).rejects.toThrow('there is no such file');
  });
});
