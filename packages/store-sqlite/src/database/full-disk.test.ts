import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Stage, silentLog } from '@solodesk/core/testing';
import { openConnection } from './connection.ts';
import { GroupCommit } from '../group-commit.ts';
import { openSqliteStore } from '../sqlite-store.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';

const directory = temporaryDirectory();
const small = directory.file('small');
const mounted = mountSmallDisk();

afterAll(() => {
  if (mounted) execFileSync('umount', [small]);
  directory.remove();
});

/** A real file system of 4 MB; only root may make one. */
function mountSmallDisk(): boolean {
  mkdirSync(small);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small], { stdio: 'pipe' });
    return true;
  } catch (error) {
    process.stderr.write(`full-disk.test: no small file system can be mounted here (${String(error)})\n`);
    return false;
  }
}

describe('a full disk', () => {
  it('refuses what cannot be stored, keeps what was, and works again when there is room', async () => {
    const db = openConnection(directory.file('limited.db'));
    db.exec('CREATE TABLE t (text TEXT)');
    const group = new GroupCommit(db, { log: silentLog, onBegin: () => undefined, onRollback: () => undefined });
    const insert = db.prepare('INSERT INTO t VALUES (?)');
    const write = () => group.write(() => insert.run('x'.repeat(4_000)));
    db.pragma('max_page_count = 20');
    let stored = 0;
    const fill = async () => {
      for (;;) {
        await write();
        stored++;
      }
    };
    await expect(fill()).rejects.toMatchObject({ name: 'DeskError', kind: 'unavailable' });
    await expect(write()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(db.prepare<[], number>('SELECT count(*) FROM t').pluck().get()).toBe(stored);
    // Nothing is said to be well because a crumb would fit.
    await expect(group.check(() => undefined)).rejects.toMatchObject({ kind: 'unavailable' });
    db.pragma('max_page_count = 1000');
    await expect(group.check(() => undefined)).rejects.toMatchObject({ kind: 'unavailable' });
    await write();
    // Nor because one thing went through that may have been a small one.
    await expect(group.check(() => undefined)).rejects.toMatchObject({ kind: 'unavailable' });
    for (let n = 0; n < 9; n++) await write();
    await group.check(() => undefined);
    expect(db.prepare<[], number>('SELECT count(*) FROM t').pluck().get()).toBe(stored + 10);
    db.close();
  });

  const onSmallDisk = mounted ? it : it.skip;
  onSmallDisk('of 4 MB tells each sender, and recovers by itself when something is deleted', async () => {
    writeFileSync(`${small}/ballast`, Buffer.alloc(1_500_000));
    const stage = new Stage(await openSqliteStore({ file: `${small}/desk.db`, log: silentLog }));
    const visitor = await stage.visitor();
    const acked: string[] = [];
    let refused = 0;
    const say = async (count: number) => {
      for (let n = 0; n < count; n++) {
        const clientId = stage.uuid();
        try {
          await stage.says(visitor, { text: '满'.repeat(1_300), clientId });
          acked.push(clientId);
        } catch (error) {
          expect(error).toMatchObject({ kind: 'unavailable' });
          refused++;
        }
      }
    };
    await say(400);
    expect(acked.length).toBeGreaterThan(10);
    expect(refused).toBeGreaterThan(10);
    // What no message fits into may still hold a few heartbeats: in the last free page, and in what a refused one left.
    fillUp(`${small}/crumbs`);
    const beats = async () => {
      for (let n = 0; n < 50; n++) await stage.store.check();
    };
    await expect(beats()).rejects.toMatchObject({ kind: 'unavailable' });
    const { key } = await stage.conversation(visitor);
    expect((await stage.store.readLog(key, { limit: 1 })).at(0)?.seq).toBe(acked.length);

    rmSync(`${small}/crumbs`);
    rmSync(`${small}/ballast`);
    refused = 0;
    await say(20);
    expect(refused).toBe(0);
    await stage.store.check();
    const log = await stage.store.readLog(key, { after: 0, limit: 1_000 });
    expect(log.map(({ entry }) => entry.type === 'visitor_message' && entry.clientId)).toEqual(acked);
    await stage.store.close();
  });
});

/** Writes a file until the disk takes no more. */
function fillUp(path: string): void {
  for (;;) {
    try {
      appendFileSync(path, Buffer.alloc(1_024));
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
      return;
    }
  }
}
