import { afterAll, describe, expect, it } from '@jest/globals';
import { Stage, silentLog } from '@solodesk/core/testing';
import type { JobChange, Visitor } from '@solodesk/core';
import Database from 'better-sqlite3';
import { openSqliteStore } from '../sqlite-store.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';

const directory = temporaryDirectory();
afterAll(directory.remove);

const plan = (id: string, dueAt: number): JobChange => ({ op: 'plan', kind: 'owner_mail', id, dueAt, gapMs: 1_000 });
const causes = async (on: Stage, visitor: Visitor, job: JobChange) =>
  on.commit({ ...(await on.message(visitor)), jobs: [job] });

describe('a job that is known to be due', () => {
  it('is planned again when another process has settled it meanwhile', async () => {
    const file = directory.file('two-processes.db');
    const stage = new Stage(await openSqliteStore({ file, log: silentLog }));
    const visitor = await stage.visitor();
    await causes(stage, visitor, plan('a', 5_000));
    await causes(stage, visitor, plan('b', 6_000));
    const other = new Database(file);
    other.exec("UPDATE job SET state = 'done'");
    other.close();
    // Reading the conversation, too, notices what the other one wrote, and must not keep it from the commit.
    await new Promise((resolve) => setTimeout(resolve, 30));
    await stage.conversation(visitor);
    await causes(stage, visitor, plan('c', 7_000));
    expect(await stage.store.claimJobs({ now: 9_000, until: 9_500, limit: 10, lease: 'L' })).toMatchObject([
      { id: 'c' },
    ]);
    await stage.store.close();
  });
});
