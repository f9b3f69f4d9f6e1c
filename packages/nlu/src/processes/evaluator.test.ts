import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { silentLog } from '@solodesk/core/testing';
import { TrainingError } from '../errors.ts';
import { createEvaluator } from './evaluator.ts';
import { bundleTrainChild } from '../testing/bundle-child.ts';
import type { BundledChild } from '../testing/bundle-child.ts';
import { shopBook } from '../testing/shop-book.ts';

describe('the evaluator', () => {
  let child: BundledChild;
  let dir: string;
  beforeAll(async () => {
    [child, dir] = await Promise.all([bundleTrainChild('evaluate-child'), mkdtemp(join(tmpdir(), 'nlu-evaluator-'))]);
  });
  afterAll(async () => {
    await child.remove();
    await rm(dir, { recursive: true, force: true });
  });
  const withScript = async (source: string, timeoutMs = 20_000) => {
    const childScript = join(dir, `child-${source.length}.mjs`);
    await writeFile(childScript, source);
    return createEvaluator({ childScript, log: silentLog, timeoutMs });
  };

  it('asks about every sentence in a child process, tells how far it is, and does it once a book', async () => {
    const evaluator = createEvaluator({ childScript: child.script, log: silentLog });
    const shares: number[] = [];
    const [first, second] = await Promise.all([
      evaluator.evaluate(shopBook(), (share) => shares.push(share)),
      evaluator.evaluate(shopBook()),
    ]);
    expect(second).toBe(first);
    expect(await evaluator.evaluate(shopBook())).toBe(first);
    expect(shares).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
    expect(first.filter(({ own }) => own).length).toBeGreaterThan(100);
  });

  it('says why it failed, and tries again when it is asked again', async () => {
    const failing = await withScript('process.once("message", () => { console.error("no luck"); process.exit(3); });');
    await expect(failing.evaluate(shopBook())).rejects.toThrow(TrainingError);
    await expect(failing.evaluate(shopBook())).rejects.toThrow(/code 3\. no luck/);
    const reporting = await withScript(
      'process.once("message", () => process.send({ kind: "failed", reason: "a poor book" }, () => process.disconnect()));',
    );
    await expect(reporting.evaluate(shopBook())).rejects.toThrow('a poor book');
  });

  it('gives up what takes too long, and ends when it is closed', async () => {
    const slow = 'setInterval(() => undefined, 1_000); process.once("message", () => undefined);';
    await expect((await withScript(slow, 300)).evaluate(shopBook())).rejects.toThrow('longer than 300 ms');
    const closing = await withScript(`${slow} `);
    const result = closing.evaluate(shopBook());
    const refused = expect(result).rejects.toThrow('closed');
    setTimeout(() => closing.close(), 200);
    await refused;
    await expect(closing.evaluate(shopBook())).rejects.toThrow('closed');
  });
});
