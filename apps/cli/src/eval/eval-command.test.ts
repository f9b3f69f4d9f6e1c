import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { UsageError } from '../command-error.ts';
import { program } from '../program.ts';
import { writeSmallSite } from '../testing/small-site.ts';
import type { SiteEvaluation } from './site-evaluation.ts';

describe('solodesk faq eval', () => {
  let dir: string;
  let printed = '';
  const solodesk = (...args: string[]) => {
    printed = '';
    const command = program({ SITES_DIR: dir }, (text) => (printed += `${text}\n`));
    return command.parseAsync(['node', 'solodesk', 'faq', 'eval', ...args]);
  };

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'solodesk-eval-'));
    writeSmallSite(dir, 'bakery');
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it('prints a table, what to work on, and where the page is', async () => {
    const file = join(dir, 'eval.html');
    await solodesk('--html', file, '--folds', '3');
    expect(printed).toMatch(/bakery {2}Bakery {2}\(3 FAQs, 3 folds, seed 1, \d+\.\d s\)/);
    expect(printed).toMatch(/right, whatever the confidence +\d+ % \(\d+ of 21\) +\d+ % \(\d+ of 21\)/);
    expect(printed).toMatch(/English {2}answers /);
    expect(printed).toMatch(
      /Of your own 42 phrasings, each held out of training, the bot answers \d.* %.*; what visitors ask is easier to tell apart\./,
    );
    expect(printed).toContain(`Charts: ${file}`);
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>.*<\/html>\n$/s);
  });

  it('gives JSON alone, the same for the same seed, and of one language if asked', async () => {
    const evaluate = async (seed: string): Promise<SiteEvaluation> => {
      await solodesk(join(dir, 'bakery'), '--format', 'json', '--lang', 'zh', '--folds', '2', '--seed', seed);
      const { sites } = JSON.parse(printed) as { sites: SiteEvaluation[] };
      return { ...sites[0]!, seconds: 0 };
    };
    const first = await evaluate('1');
    expect(first).toMatchObject({ site: 'bakery', faqs: 3, folds: 2, languages: [{ locale: 'zh' }] });
    expect(await evaluate('1')).toEqual(first);
    expect(first.languages[0]?.answered.n).toBe(21);
  });

  it('says of a site without FAQs that there is nothing to measure', async () => {
    mkdirSync(join(dir, 'fresh/faq'), { recursive: true });
    writeFileSync(join(dir, 'fresh/site.json'), '{ "name": "Fresh" }');
    await solodesk(join(dir, 'fresh'), '--folds', '2');
    expect(printed).toBe('fresh  Fresh  has no FAQs yet, so there is nothing to measure\n');
    rmSync(join(dir, 'fresh'), { recursive: true });
  });

  it('does not work for minutes before it says that it cannot write', async () => {
    await expect(solodesk('--html', join(dir, 'nowhere/eval.html'))).rejects.toBeInstanceOf(UsageError);
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    await expect(solodesk('--folds', '1')).rejects.toThrow('from 2 to 20');
    jest.restoreAllMocks();
  });
});
