import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Stage, describeStore, silentLog } from '@solodesk/core/testing';
import { openSqliteStore } from './sqlite-store.ts';
import { newDatabases } from './testing/new-databases.ts';
import { temporaryDirectory } from './testing/temporary-directory.ts';

const directory = temporaryDirectory();
let files = 0;
const newDatabase = newDatabases(directory);
const freshFile = () => directory.file(`${++files}.db`);

afterAll(directory.remove);

describeStore('SQLite store', async () => openSqliteStore({ file: await newDatabase(), log: silentLog }), {
  describe,
  it,
  expect,
  beforeEach,
  afterEach,
});

describe('a SQLite store', () => {
  it('has everything again after it was closed and opened', async () => {
    const file = freshFile();
    const before = new Stage(await openSqliteStore({ file, log: silentLog }));
    const visitor = await before.visitor();
    await before.says(visitor, { text: '你好' });
    const { conversation } = await before.botAnswers(visitor);
    await before.store.close();
    const after = await openSqliteStore({ file, log: silentLog });
    expect(await after.findConversationOfVisitor('shop', visitor.key)).toEqual(conversation);
    expect(await after.readLog(conversation.key, { limit: 10 })).toHaveLength(2);
    await after.close();
  });

  it('settles what was given to it before it closes, and then takes nothing more', async () => {
    const stage = new Stage(await openSqliteStore({ file: freshFile(), log: silentLog }));
    const visitor = await stage.visitor();
    const last = stage.store.commit(await stage.message(visitor));
    await stage.store.close();
    expect(await last).toMatchObject({ kind: 'committed' });
    await expect(stage.visitor()).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(stage.store.findVisitor(visitor.key)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('tells when another process has written, and not of what it writes itself', async () => {
    const file = freshFile();
    const one = new Stage(await openSqliteStore({ file, log: silentLog }));
    const two = new Stage(await openSqliteStore({ file, log: silentLog }));
    const before = await one.store.foreignWrites();
    await one.visitor();
    expect(await one.store.foreignWrites()).toBe(before);
    await two.store.setPresenceMode('shop', 'away');
    expect(await one.store.foreignWrites()).not.toBe(before);
    await Promise.all([one.store.close(), two.store.close()]);
  });

  it('shares its file with another process: who was slower has a conflict, then sees what the other did', async () => {
    const file = freshFile();
    const one = new Stage(await openSqliteStore({ file, log: silentLog }));
    const two = new Stage(await openSqliteStore({ file, log: silentLog }));
    const visitor = await one.visitor();
    await one.says(visitor);
    const late = await one.message(visitor, { text: 'late' });
    await two.botAnswers(visitor);
    expect(await one.store.commit(late)).toEqual({ kind: 'conflict' });
    expect((await one.conversation(visitor)).lastSeq).toBe(2);
    expect((await one.says(visitor, { text: 'late' })).events[0]?.id).toBe(3);
    await one.store.close();
    await two.store.close();
  });
});
