import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { silentLog } from '@solodesk/core/testing';
import Database from 'better-sqlite3';
import { openSqliteStore } from '../sqlite-store.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';

const directory = temporaryDirectory();
afterAll(() => directory.remove());
let files = 0;
const freshFile = () => directory.file(`${++files}.db`);

const KINDS = ['facts', 'figures', 'load', 'segments'];
const results = (body: string) => KINDS.map((kind) => ({ kind, period: '2026-11-01', model: 'm', body }));
const run = (lastDay: string) => ({ lastDay, model: 'm', readAt: 1, endedAt: 1 });

/** Text that cannot be packed to less than three quarters. */
const noise = (units: number) => randomBytes(units).toString('base64').slice(0, units);

/** @param stopwatch none: no time passes at all */
const open = (file: string, stopwatch: () => number = () => 0) => openSqliteStore({ file, log: silentLog, stopwatch });

/** Each look finds that so much more time has passed, and one of them is the last: as if the process were gone. */
function passing(ms: number, looks = Infinity) {
  let looked = 0;
  return () => {
    if (++looked > looks) throw new Error('broken off');
    return looked * ms;
  };
}

async function shown(file: string) {
  const store = await open(file);
  const found = await Promise.all(KINDS.map((kind) => store.insightResult('shop', kind, '2026-11-01')));
  const listed = await Promise.all(KINDS.map((kind) => store.insightResults('shop', kind, { from: '', to: 'z' })));
  const periods = await store.insightPeriods('shop', 'facts');
  const lastDay = (await store.insightRun('shop'))?.lastDay ?? null;
  await store.close();
  expect(listed.map((each) => each[0] ?? null)).toEqual(found);
  expect(periods).toEqual(found[0] === null ? [] : ['2026-11-01']);
  return { bodies: found.map((each) => each?.body), versions: found.map((each) => each?.version), lastDay };
}

describe('writing what the batch found', () => {
  it('takes one transaction where that is short, and a new one wherever time is over', async () => {
    for (const [ms, writes] of [
      [0, 1],
      [4, 2],
      [11, 4],
    ] as const) {
      const store = await open(freshFile(), passing(ms));
      expect(await store.saveInsights('shop', results('1'), 1, run('2026-11-01'))).toMatchObject({ saved: 4, writes });
      await store.close();
    }
  });

  it('takes a new one after much, however fast that was: it still has to reach the disk', async () => {
    const store = await open(freshFile());
    const much = results(noise(80_000));
    expect(await store.saveInsights('shop', much, 1, run('2026-11-01'))).toMatchObject({ saved: 4, writes: 2 });
    // What is there already is not written again.
    expect(await store.saveInsights('shop', much, 2, run('2026-11-01'))).toMatchObject({ saved: 0, writes: 1 });
    // What counts is what is written, and that is packed.
    const long = results('{"count":1},'.repeat(30_000));
    expect(await store.saveInsights('shop', long, 3, run('2026-11-01'))).toMatchObject({ saved: 4, writes: 1 });
    await store.close();
  });

  it('keeps a long result packed, and reads one that an earlier version of the program wrote as it is', async () => {
    const file = freshFile();
    const long = JSON.stringify(Array.from({ length: 2_000 }, (_, n) => `退货 ${n} 😀`));
    const store = await open(file);
    await store.saveInsights('shop', results(long), 1, run('2026-11-01'));
    await store.close();
    expect((await shown(file)).bodies).toEqual(KINDS.map(() => long));

    const db = new Database(file);
    const sizes = db.prepare<[], number>('SELECT octet_length(body) FROM insight_result').pluck().all();
    expect(Math.max(...sizes)).toBeLessThan(Buffer.byteLength(long) / 3);
    db.prepare('UPDATE insight_result SET body = ?').run(long);
    db.close();
    expect((await shown(file)).bodies).toEqual(KINDS.map(() => long));
    const again = await open(file);
    expect(await again.saveInsights('shop', results(long), 2, run('2026-11-01'))).toMatchObject({ saved: 0 });
    await again.close();
  });

  it('is a version after what another run wrote between its looking and its writing', async () => {
    const file = freshFile();
    const [one, other] = [await open(file), await open(file)];
    await Promise.all(
      [one, other].map((store, n) => store.saveInsights('shop', results(`${n}`), 1, run('2026-11-01'))),
    );
    await Promise.all([one.close(), other.close()]);
    expect((await shown(file)).versions).toEqual([2, 2, 2, 2]);
  });

  it('copies the log into the database now and then, between two transactions, and leaves to SQLite what others write', async () => {
    const file = freshFile();
    const store = await open(file);
    for (let n = 1; n <= 5; n++) {
      await store.saveInsights('shop', results(`${n}${noise(1_300_000)}`), 1, run(`2026-11-0${n}`));
    }
    // Five times 4 MB were written: without it the log would hold all of them.
    expect(statSync(`${file}-wal`).size).toBeLessThan(16_000_000);
    await store.close();
  });

  it('shows the old results after it was broken off between two transactions, and begins anew', async () => {
    const file = freshFile();
    const before = await open(file);
    await before.saveInsights('shop', results('old'), 1, run('2026-10-31'));
    await before.close();
    const old = { bodies: KINDS.map(() => 'old'), versions: [1, 1, 1, 1], lastDay: '2026-10-31' };

    // Three looks a transaction: its start, after its one row, and when it is on the disk.
    const broken = await open(file, passing(11, 7));
    await expect(broken.saveInsights('shop', results('half'), 2, run('2026-11-01'))).rejects.toThrow('broken off');
    await broken.close();
    expect(await shown(file)).toEqual(old);

    const after = await open(file, passing(11));
    await after.saveInsights('shop', results('new'), 3, run('2026-11-01'));
    await after.close();
    // The half of the run that was broken off has left nothing, no version either.
    expect(await shown(file)).toEqual({
      ...{ bodies: KINDS.map(() => 'new'), versions: [2, 2, 2, 2], lastDay: '2026-11-01' },
    });
  });

  it('leaves it to one of two runs that save at the same time', async () => {
    const file = freshFile();
    const [one, other] = [await open(file, passing(11)), await open(file, passing(11))];
    const both = await Promise.allSettled([
      one.saveInsights('shop', results('one'), 1, run('2026-11-01')),
      other.saveInsights('shop', results('other'), 1, run('2026-11-01')),
    ]);
    const lost = both.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(lost).toMatchObject([{ kind: 'conflict' }]);
    await Promise.all([one.close(), other.close()]);
    const winner = both[0].status === 'fulfilled' ? 'one' : 'other';
    expect((await shown(file)).bodies).toEqual(KINDS.map(() => winner));
  });
});
