import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { silentLog } from '@solodesk/core/testing';
import { InsightsProcess } from './insights-process.ts';

describe('the process of the insights', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'solodesk-insights-process-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));
  const program = (script: string) => {
    const file = join(directory, 'job.mjs');
    writeFileSync(file, script);
    return new InsightsProcess(file, silentLog);
  };

  it('runs at the lowest priority, with its arguments and none of our secrets', async () => {
    process.env['SOLODESK_TEST_SECRET'] = 'x';
    const ended = await program(
      `import { getPriority } from 'node:os';
       await new Promise((resolve) => setTimeout(resolve, 200));
       console.log(JSON.stringify([process.argv.slice(2), getPriority(), process.env.SOLODESK_TEST_SECRET ?? null]));`,
    ).run(['--site', "it's $(one)"]);
    delete process.env['SOLODESK_TEST_SECRET'];
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.stdout)).toEqual([['--site', "it's $(one)"], 19, null]);
  });

  it('tells how it ended, and what it complained of', async () => {
    expect(await program('console.error("no room"); process.exit(3)').run([])).toEqual({
      ...{ code: 3, stdout: '', stderr: 'no room\n' },
    });
  });

  it('ends with the server, and begins nothing after it', async () => {
    const one = program('setInterval(() => undefined, 1000)');
    const running = one.run([]);
    one.stop();
    expect((await running).code).toBeNull();
    expect((await one.run([])).code).toBeNull();
  });
});
