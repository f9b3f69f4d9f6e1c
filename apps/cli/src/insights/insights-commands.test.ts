import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findPlaces } from '../places.ts';
import { plainTerminal } from '../terminal/terminal.ts';
import { addInsightsCommands } from './insights-commands.ts';

describe('solodesk insights run', () => {
  let dataDir: string;
  let printed: string[];
  const solodesk = (script: string, ...args: string[]) => {
    const insightsJob = join(dataDir, 'job.mjs');
    writeFileSync(insightsJob, script);
    const program = new Command('solodesk').exitOverride().configureOutput({ writeErr: () => undefined });
    addInsightsCommands(
      program,
      { ...findPlaces({ DATA_DIR: dataDir }), insightsJob },
      plainTerminal((text) => printed.push(text)),
    );
    for (const command of program.commands) {
      for (const one of [command, ...command.commands])
        one.exitOverride().configureOutput({ writeErr: () => undefined });
    }
    return program.parseAsync(['node', 'solodesk', 'insights', 'run', ...args]);
  };

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'solodesk-cli-insights-'));
    printed = [];
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('hands its options to the batch and prints what it printed', async () => {
    writeFileSync(join(dataDir, 'solodesk.sqlite'), '');
    await solodesk(
      'console.log(JSON.stringify(process.argv.slice(2)))',
      '--site',
      'shop',
      '--from',
      '2026-11-01',
      '--json',
    );
    expect(JSON.parse(printed.join(''))).toEqual([
      ...['--database', join(dataDir, 'solodesk.sqlite'), '--sites', join(dataDir, 'sites')],
      ...['--site', 'shop', '--from', '2026-11-01', '--json'],
    ]);
  });

  it('ends with the code of the batch', async () => {
    writeFileSync(join(dataDir, 'solodesk.sqlite'), '');
    await expect(solodesk('process.exit(2)')).rejects.toMatchObject({ exitCode: 2 });
    await expect(solodesk('process.kill(process.pid, "SIGKILL")')).rejects.toThrow('ended by SIGKILL');
  });

  it('says what is missing, and takes no day that is none', async () => {
    await expect(solodesk('')).rejects.toThrow('start the server first');
    await expect(solodesk('', '--from', 'yesterday')).rejects.toMatchObject({ code: 'commander.invalidArgument' });
  });
});
