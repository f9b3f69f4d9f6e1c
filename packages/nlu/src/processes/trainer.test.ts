import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BUILT_IN } from '@solodesk/core';
import type { Log } from '@solodesk/core';
import { TrainingError } from '../errors.ts';
import { FORMAT } from '../stored/recipe.ts';
import type { BundledChild } from '../testing/bundle-child.ts';
import { bundleTrainChild } from '../testing/bundle-child.ts';
import { bookOf, shopBook } from '../testing/shop-book.ts';
import { createTrainer } from './trainer.ts';

const FILE = `shop-book-v${FORMAT}.model`;

const isInstalled = (program: string) => spawnSync(program, ['--version']).status === 0;
const canStandBack = process.platform === 'linux' && isInstalled('chrt') && isInstalled('ps');

/** How the children of this process are scheduled, a line each; `IDL` is SCHED_IDLE. */
function childPolicies(): string {
  return spawnSync('ps', ['-o', 'cls=', '--ppid', String(process.pid)], { encoding: 'utf8' }).stdout;
}

/** Waits until there is no such process. */
async function gone(pid = 0): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`process ${pid} is still there`);
}

describe('the trainer', () => {
  let child: BundledChild;
  let dir: string;
  let modelsDir: string;
  let logged: string[];
  const log: Log = {
    debug: (_, message) => logged.push(message),
    info: (_, message) => logged.push(message),
    warn: (_, message) => logged.push(message),
    error: (_, message) => logged.push(message),
  };

  beforeAll(async () => {
    child = await bundleTrainChild();
  });
  afterAll(() => child.remove());
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'nlu-trainer-'));
    modelsDir = join(dir, 'models');
    logged = [];
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  const trainings = () => logged.filter((message) => message === 'trained a model').length;
  const create = () => createTrainer({ modelsDir, childScript: child.script, log });
  const script = async (source: string): Promise<string> => {
    const path = join(dir, 'child.mjs');
    await writeFile(path, source);
    return path;
  };

  it('trains in a child process and keeps the model, so that the next start trains nothing', async () => {
    const model = await create().train(shopBook());
    expect(model.bookHash).toBe('shop-book');
    expect(model.understand('where is my order', 'en').guesses[0]?.intent).toBe('order.status');
    expect(await readdir(modelsDir)).toEqual([FILE]);
    expect(trainings()).toBe(1);

    const again = await create().train(shopBook());
    expect(again.understand('转人工', 'zh').guesses[0]?.intent).toBe(BUILT_IN.person);
    expect(trainings()).toBe(1);
  });

  it('trains a book once for all who ask at the same time', async () => {
    const trainer = create();
    const models = await Promise.all([trainer.train(shopBook()), trainer.train(shopBook()), trainer.train(shopBook())]);
    expect(new Set(models).size).toBe(1);
    expect(trainings()).toBe(1);
  });

  it.each([
    ['cut short', (path: string) => truncate(path, 1_000)],
    ['empty', (path: string) => truncate(path, 0)],
    [
      'damaged',
      async (path: string) => {
        const bytes = await readFile(path);
        bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
        await writeFile(path, bytes);
      },
    ],
  ])('trains again when the stored model is %s', async (_, spoil) => {
    await create().train(shopBook());
    await spoil(join(modelsDir, FILE));
    const model = await create().train(shopBook());
    expect(model.bookHash).toBe('shop-book');
    expect(trainings()).toBe(2);
    expect(logged).toContain('a stored model is not usable');
  });

  it('keeps the most recently used models, and clears away what dead trainings left', async () => {
    await mkdir(modelsDir);
    for (let age = 1; age <= 9; age += 1) {
      const path = join(modelsDir, `old${age}-v1.model`);
      await writeFile(path, 'old');
      await utimes(path, new Date(Date.now() - age * 60_000), new Date(Date.now() - age * 60_000));
    }
    const unfinished = join(modelsDir, 'old1-v1.model.77.tmp');
    await writeFile(unfinished, 'old');
    await utimes(unfinished, new Date(0), new Date(0));
    await writeFile(join(modelsDir, 'notes.txt'), 'mine');
    await create().train(shopBook());
    const kept = ['notes.txt', FILE, ...Array.from({ length: 7 }, (_, at) => `old${at + 1}-v1.model`)];
    expect((await readdir(modelsDir)).sort()).toEqual(kept.sort());
  });

  it('says so when the process dies, and trains at the next request', async () => {
    const childScript = await script(
      'process.on("message", () => { console.error("out of luck"); process.exit(3); });',
    );
    const trainer = createTrainer({ modelsDir, childScript, log });
    await expect(trainer.train(shopBook())).rejects.toThrow(TrainingError);
    await expect(trainer.train(shopBook())).rejects.toThrow(/code 3.*out of luck/);
    expect(await readdir(modelsDir)).toEqual([]);
  });

  it('says so when the script is not there', async () => {
    const trainer = createTrainer({ modelsDir, childScript: join(dir, 'none.js'), log });
    await expect(trainer.train(shopBook())).rejects.toThrow(TrainingError);
  });

  it('hands on what the process reports', async () => {
    const reply = '{ kind: "failed", reason: "no room" }';
    const childScript = await script(
      `process.once("message", () => process.send(${reply}, () => process.disconnect()));`,
    );
    await expect(createTrainer({ modelsDir, childScript, log }).train(shopBook())).rejects.toThrow(/no room/);
  });

  it('gives up on a process that is too slow', async () => {
    const childScript = await script('process.on("message", () => { for (;;); });');
    const trainer = createTrainer({ modelsDir, childScript, log, timeoutMs: 300 });
    await expect(trainer.train(shopBook())).rejects.toThrow(/longer than 300 ms/);
  });

  it('ends what is under way when it is closed', async () => {
    const childScript = await script('process.on("message", () => {});');
    const trainer = createTrainer({ modelsDir, childScript, log });
    const training = expect(trainer.train(shopBook())).rejects.toThrow(/closed/);
    await new Promise((resolve) => setTimeout(resolve, 100));
    trainer.close();
    await training;
  });

  it('gives the process the lowest priority and none of its own environment or output', async () => {
    process.env['SOLODESK_TEST_SECRET'] = 'secret';
    const reason = '`${os.getPriority()} ${process.env.SOLODESK_TEST_SECRET}`';
    const childScript = await script(
      `import os from "node:os"; console.log("never seen");
       process.once("message", () => process.send({ kind: "failed", reason: ${reason} }, () => process.disconnect()));`,
    );
    const training = createTrainer({ modelsDir, childScript, log }).train(shopBook());
    await expect(training).rejects.toThrow(/: 19 undefined$/);
    delete process.env['SOLODESK_TEST_SECRET'];
    expect(getPriority()).toBeLessThan(19);
  });

  (canStandBack ? it : it.skip)('learns only when nobody else wants the core, once a bot answers people', async () => {
    const faqs = [...shopBook().faqs.values()].slice(0, 3);
    const trainer = create();
    let policies = '';
    const timer = setInterval(() => (policies += childPolicies()), 50);
    await trainer.train(bookOf(faqs, 'first'));
    expect(policies).not.toContain('IDL');
    await trainer.train(bookOf(faqs, 'second'));
    clearInterval(timer);
    expect(policies).toContain('IDL');
    // What gives way to everybody waits for long while other tests want both cores.
  });

  it('learns the next book in the process of the last one, and in another where that is gone', async () => {
    const childScript = await script(`
      import { copyFileSync } from "node:fs";
      process.on("message", ({ book, file }) => {
        copyFileSync(${JSON.stringify(join(dir, 'first.model'))}, file);
        process.send({ kind: "trained", bytes: process.pid, ms: 0 });
      });`);
    const pids: number[] = [];
    const trainer = createTrainer({
      modelsDir,
      childScript,
      log: { ...log, info: (fields) => pids.push((fields as { bytes: number }).bytes) },
    });
    await create().train(shopBook());
    await copyFile(join(modelsDir, FILE), join(dir, 'first.model'));
    const learn = async () => {
      // The same model, of a book that it has not met: away with the file of the last time.
      await rm(join(modelsDir, FILE));
      await trainer.train(shopBook());
    };
    await learn();
    await learn();
    await learn();
    const [brisk, gentle, again] = pids;
    expect(gentle).not.toBe(brisk);
    expect(again).toBe(gentle);
    process.kill(gentle ?? 0, 'SIGKILL');
    await gone(gentle);
    await learn();
    expect(pids[3]).not.toBe(gentle);
    trainer.close();
    await gone(pids[3]);
  });

  it('refuses a hash that leads out of its folder', async () => {
    await expect(create().train(bookOf([], '../../etc/passwd'))).rejects.toThrow(/plain word/);
  });
});
