import { afterAll, describe, expect, it } from '@jest/globals';
import { Stage, silentLog } from '@solodesk/core/testing';
import { openSqliteStore } from '../sqlite-store.ts';
import { holdLock } from '../testing/lock-holder.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';

const directory = temporaryDirectory();
let files = 0;

afterAll(directory.remove);

async function stageAt(file: string, patience: number): Promise<Stage> {
  return new Stage(await openSqliteStore({ file, log: silentLog, patience }));
}

/** The longest that a timer of 5 ms was late, in milliseconds. */
function watchEventLoop(): () => number {
  let worst = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    worst = Math.max(worst, now - last - 5);
    last = now;
  }, 5).unref();
  return () => {
    clearInterval(timer);
    return worst;
  };
}

describe('while another process holds the lock', () => {
  it('a message waits for a short lock, and reading goes on', async () => {
    const file = directory.file(`${++files}.db`);
    const stage = await stageAt(file, 3_000);
    const visitor = await stage.visitor();
    const { conversation } = await stage.says(visitor);
    const { released } = await holdLock(file, 2_000);
    const stop = watchEventLoop();
    let settled = false;
    const write = stage.says(visitor, { text: 'patience' }).finally(() => (settled = true));
    expect(await stage.store.readLog(conversation.key, { limit: 5 })).toHaveLength(1);
    expect(settled).toBe(false);
    await write;
    // Waiting for the lock inside of SQLite would have stopped everything for two seconds; a busy machine does not.
    expect(stop()).toBeLessThan(1_000);
    expect((await stage.conversation(visitor)).lastSeq).toBe(2);
    await released;
    await stage.store.close();
  });

  it('everybody who waits is told after a while, and it works again by itself', async () => {
    const file = directory.file(`${++files}.db`);
    const stage = await stageAt(file, 300);
    const visitors = await Promise.all([stage.visitor(), stage.visitor()]);
    for (const visitor of visitors) await stage.says(visitor);
    const { released } = await holdLock(file, 1_500);
    const results = await Promise.allSettled(visitors.map((visitor) => stage.says(visitor, { clientId: 'again' })));
    for (const result of results) {
      expect(result).toMatchObject({ reason: { name: 'DeskError', kind: 'unavailable' } });
    }
    await expect(stage.store.check()).rejects.toMatchObject({ kind: 'unavailable' });
    await released;
    for (const visitor of visitors) {
      const { events } = await stage.says(visitor, { clientId: 'again' });
      expect(events[0]?.seq).toBe(2);
    }
    await stage.store.check();
    await stage.store.close();
  });
});
