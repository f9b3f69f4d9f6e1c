import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Stage, silentLog } from '@solodesk/core/testing';
import { openSqliteStore } from './sqlite-store.ts';
import { temporaryDirectory } from './testing/temporary-directory.ts';

const directory = temporaryDirectory();
const hasStrace = spawnSync('strace', ['-V']).status === 0;
if (!hasStrace) process.stderr.write('sync-before-ack.test: strace is not installed, so nothing can be traced here\n');

afterAll(() => directory.remove());

/**
 * Traces this process's writes and syncs into a file, as `strace -y` shows them: with the path of each descriptor. Null
 * where the system does not let a process be traced.
 */
async function traceSelf(output: string): Promise<ChildProcess | null> {
  const arguments_ = ['-f', '-y', '-e', 'trace=fdatasync,fsync,write,pwrite64', '-o', output];
  const tracer = spawn('strace', [...arguments_, '-p', String(process.pid)], { stdio: ['ignore', 'ignore', 'pipe'] });
  // Read to its end: a tracer that can tell nobody of the next thread ends.
  const attached = await new Promise<boolean>((resolve) => {
    tracer.stderr.on('data', (said) => {
      if (String(said).includes('attached')) resolve(true);
    });
    tracer.once('exit', () => resolve(false));
  });
  if (attached) return tracer;
  process.stderr.write('sync-before-ack.test: the system does not let this process be traced\n');
  return null;
}

describe('an ack', () => {
  (hasStrace ? it : it.skip)('comes after the write-ahead log was synced, by the system calls', async () => {
    const stage = new Stage(await openSqliteStore({ file: directory.file('desk.db'), log: silentLog }));
    const visitors = await Promise.all(Array.from({ length: 5 }, () => stage.visitor()));
    const acks = openSync(directory.file('acks'), 'w');
    const tracer = await traceSelf(directory.file('trace'));
    if (tracer === null) return stage.store.close();
    // It says that it is attached before it follows each thread.
    for (let tries = 0; tries < 200 && !readFileSync(directory.file('trace'), 'utf8').includes('"probe'); tries++) {
      writeSync(acks, 'probe\n');
      await setTimeout(25);
    }
    for (let round = 0; round < 10; round++) {
      await Promise.all(
        visitors.map(async (visitor) => {
          const { events } = await stage.says(visitor, { text: `round ${round}` });
          writeSync(acks, `ack ${visitor.key} ${events[0]?.seq}\n`);
        }),
      );
    }
    if (tracer.exitCode === null && tracer.signalCode === null) {
      const ended = once(tracer, 'exit');
      tracer.kill('SIGINT');
      await ended;
    }
    closeSync(acks);
    await stage.store.close();

    let unsynced = 0;
    let acked = 0;
    let syncs = 0;
    for (const line of readFileSync(directory.file('trace'), 'utf8').split('\n')) {
      if (/pwrite64\(\d+<[^>]*desk\.db-wal>/.test(line)) unsynced++;
      else if (/f(data)?sync\(\d+<[^>]*desk\.db-wal>(\)\s*= 0| <unfinished)/.test(line)) {
        // Writes and acks come from one thread: whatever follows in it, a sync that was begun has ended.
        unsynced = 0;
        syncs++;
      } else if (/write\(\d+<[^>]*acks>, "ack/.test(line)) {
        expect(unsynced).toBe(0);
        acked++;
      }
    }
    expect(acked).toBe(50);
    // One sync a group, not one a message.
    expect(syncs).toBeGreaterThan(9);
    expect(syncs).toBeLessThan(30);
  });
});
