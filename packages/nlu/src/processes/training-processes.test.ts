import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { silentLog } from '@solodesk/core/testing';
import { bookOf } from '../testing/shop-book.ts';
import { TrainingProcesses } from './training-processes.ts';

const GB = 1024 ** 3;
const MINUTE_MS = 60_000;

/** "Trains" at once: its model says who made it. */
const CHILD = `
  import { writeFileSync } from 'node:fs';
  process.on('message', ({ file }) => {
    writeFileSync(file, String(process.pid));
    process.send({ kind: 'trained', bytes: 1, ms: 1 });
  });
`;

describe('the process of the last training', () => {
  let dir: string;
  let free: number;
  let processes: TrainingProcesses;
  beforeEach(async () => {
    free = 2 * GB;
    dir = await mkdtemp(join(tmpdir(), 'solodesk-training-'));
    await writeFile(join(dir, 'child.mjs'), CHILD);
    const room = { availableMemory: () => free, looksEveryMs: 20 };
    processes = new TrainingProcesses(join(dir, 'child.mjs'), silentLog, room);
  });
  afterEach(async () => {
    processes.close();
    await rm(dir, { recursive: true });
  });

  /** Number of the process that trained. */
  const train = async () => {
    const file = join(dir, 'a.model');
    await processes.run({ book: bookOf([], 'hash'), file }, MINUTE_MS, 'gentle');
    return Number(await readFile(file, 'utf8'));
  };
  const lives = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  const itsEnd = async (pid: number) => {
    while (lives(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
  };

  it('stays for the next one while there is memory', async () => {
    const first = await train();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(lives(first)).toBe(true);
    expect(await train()).toBe(first);
  });

  it('ends at once on a machine that is short of memory, and the next training has another', async () => {
    free = GB / 8;
    const first = await train();
    await itsEnd(first);
    expect(await train()).not.toBe(first);
  });

  it('ends when the machine becomes short of memory', async () => {
    const first = await train();
    expect(lives(first)).toBe(true);
    free = GB / 8;
    await itsEnd(first);
    free = 2 * GB;
    expect(await train()).not.toBe(first);
  });
});
