import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { exitCodeOf } from '../command-error.ts';
import { program } from '../program.ts';
import { writeSmallSite } from '../testing/small-site.ts';
import type { LintReport } from './lint.ts';
import type { TestReport } from './test-report.ts';

describe('solodesk faq', () => {
  let sitesDir: string;
  let printed: string;
  /** Runs a command; resolves to its exit code. */
  const solodesk = async (...args: string[]): Promise<number> => {
    printed = '';
    const command = program({ SITES_DIR: sitesDir }, (text) => (printed += `${text}\n`));
    try {
      await command.parseAsync(['node', 'solodesk', 'faq', ...args]);
      return 0;
    } catch (error) {
      printed += (error as Error).message;
      return exitCodeOf(error);
    }
  };
  const json = <T>() => JSON.parse(printed) as T;

  beforeEach(() => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    sitesDir = mkdtempSync(join(tmpdir(), 'solodesk-faq-'));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(sitesDir, { recursive: true });
  });

  describe('lint', () => {
    it('has nothing to say about good files', async () => {
      writeSmallSite(sitesDir, 'bakery');
      expect(await solodesk('lint')).toBe(0);
      expect(printed).toBe('✓ Nothing to complain about in bakery.\n');
    });

    it('lists what a starter pack left to its owner, which is no fault', async () => {
      const remark = { en: 'Write your own times.', zh: '请写上您的时间。' };
      const folder = writeSmallSite(sitesDir, 'bakery', { 'returns.how': { _edit: remark } });
      expect(await solodesk('lint', '--max-warnings', '0')).toBe(0);
      expect(printed).toContain('One answer in bakery may need facts that only you know.');
      expect(printed).toContain(`${join(folder, 'faq/returns.json')}:4  Write your own times.`);
      await solodesk('lint', '--json');
      expect(json<LintReport>().sites[0]?.leftToOwner).toHaveLength(1);
    });

    it('says of a site without FAQs that it has none', async () => {
      const folder = writeSmallSite(sitesDir, 'bakery');
      for (const name of readdirSync(join(folder, 'faq'))) rmSync(join(folder, 'faq', name));
      expect(await solodesk('lint')).toBe(0);
      expect(printed).toContain('bakery has no FAQs that can be read yet; write them into faq/*.json.');
    });

    it('asks nobody to write FAQs that are there and cannot be read', async () => {
      const folder = writeSmallSite(sitesDir, 'bakery');
      const names = readdirSync(join(folder, 'faq'));
      for (const name of names) writeFileSync(join(folder, 'faq', name), '{ "faqs": [');
      expect(await solodesk('lint')).toBe(1);
      expect(printed).toContain('No FAQ of bakery can be read before that is mended.');
      expect(printed).not.toContain('write them into');
    });

    it.each([
      ['faq', / is a part of a site; name the folder of the whole site: .*bakery$/],
      ['faq/returns.json', /returns\.json is no folder; name the folder of the whole site: .*bakery$/],
      ['faq/lost.json', /^there is no folder at .*; name the folder of the whole site: .*bakery$/],
    ])('leads from %s to the whole site', async (inside, words) => {
      const folder = writeSmallSite(sitesDir, 'bakery');
      expect(await solodesk('lint', join(folder, inside))).toBe(2);
      expect(printed).toMatch(words);
    });

    it('prints file, line, column, severity, message and rule, and fails on errors', async () => {
      const folder = writeSmallSite(sitesDir, 'bakery', {
        'returns.how': { answer: { en: 'TODO', zh: '好。' }, tests: { en: [{ ask: 'hello', expect: 'none' }] } },
      });
      expect(await solodesk('lint', folder)).toBe(1);
      expect(printed).toContain(join(folder, 'faq/returns.json'));
      expect(printed).toMatch(
        /\n {2,}5:\d+ {2}warning {2}"returns.how" has no test in "en" and "zh"; .* {2}untested\n/,
      );
      expect(printed).toMatch(/\n {2,}29:\d+ {2}error {4}"TODO" looks like .* {2}placeholder-text\n/);
      expect(printed).toContain('✖ 2 problems (1 error, 1 warning)');
    });

    it('lets warnings pass, up to a number that is given', async () => {
      writeSmallSite(sitesDir, 'bakery', { 'returns.how': { tests: undefined } });
      expect(await solodesk('lint')).toBe(0);
      expect(await solodesk('lint', '--max-warnings', '1')).toBe(0);
      expect(await solodesk('lint', '--max-warnings', '0')).toBe(1);
    });

    it('gives JSON alone, of all sites in a folder', async () => {
      writeSmallSite(sitesDir, 'bakery');
      const folder = writeSmallSite(sitesDir, 'florist');
      writeFileSync(join(folder, 'faq/returns.json'), '{ "category": ');
      expect(await solodesk('lint', '--format', 'json')).toBe(1);
      const report = json<LintReport>();
      expect(report).toMatchObject({ errors: 1, sites: [{ site: 'bakery', findings: [] }, { site: 'florist' }] });
      expect(report.sites[1]?.findings).toEqual([
        {
          file: join(folder, 'faq/returns.json'),
          line: 1,
          column: 15,
          severity: 'error',
          rule: 'schema',
          message: 'a value is expected here',
        },
      ]);
    });

    it.each([
      ['a folder that is not there', ['lint', '/nowhere/bakery'], 'there is no folder at /nowhere/bakery'],
      ['a format that it does not know', ['lint', '--format', 'xml'], 'Allowed choices are text, json'],
      ['a number that is none', ['lint', '--max-warnings', 'few'], 'whole number'],
      ['an option that it does not know', ['lint', '--fix'], 'unknown option'],
    ])('ends with 2 for %s', async (_, args, words) => {
      expect(await solodesk(...args)).toBe(2);
      expect(printed).toContain(words);
    });

    it('ends with 2 where no site is, and tells of near ones', async () => {
      expect(await solodesk('lint')).toBe(2);
      expect(printed).toContain(`there is no site in ${sitesDir}; name a site folder`);
      writeSmallSite(sitesDir, 'bakery');
      expect(await solodesk('lint', join(sitesDir, 'bakrey'))).toBe(2);
      expect(printed).toContain('there is: bakery');
      mkdirSync(join(sitesDir, 'holiday-photos'));
      expect(await solodesk('lint', join(sitesDir, 'nope'))).toBe(2);
      expect(printed).not.toContain('holiday-photos');
      writeSmallSite(sitesDir, 'My Bakery');
      expect(await solodesk('lint', join(sitesDir, 'My Bakery'))).toBe(2);
      expect(printed).toContain('"My Bakery" cannot be the name of a site folder');
    });
  });

  it('rules lists each rule, and whether it can be disabled', async () => {
    expect(await solodesk('rules')).toBe(0);
    expect(printed).toMatch(/^few-phrasings +warning +Fewer than 6/m);
    expect(printed).toMatch(/^schema +error, always /m);
    expect(await solodesk('rules', '--format', 'json')).toBe(0);
    expect(json<object[]>()).toContainEqual(expect.objectContaining({ name: 'dead-link', canBeDisabled: true }));
  });

  describe('test', () => {
    it('asks each test in its language, and sums up', async () => {
      writeSmallSite(sitesDir, 'bakery');
      const written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
      expect(await solodesk('test')).toBe(0);
      expect(written).not.toHaveBeenCalled();
      expect(printed).toMatch(/✓ .*bakery\/faq\/delivery.json {2}2 of 2\n/);
      expect(printed).toContain(
        'English  3 of 3 (100.0 %) right, 1 of 1 (100.0 %) out-of-scope questions left unanswered',
      );
      expect(printed).toContain('Chinese  3 of 3 (100.0 %) right');
      expect(printed).toMatch(/Tests {2}7 passed, 7 in all\nTime {3}\d+\.\d s\n$/);
      expect(await solodesk('test', '--lang', 'zh', '--verbose')).toBe(0);
      expect(printed).toMatch(/✓ zh {2}怎么办理退货 {2}returns.how \(\d+ %\)/);
      expect(printed).not.toContain('English');
    });

    it('fails with what was expected, what came, how sure it was, and where the test stands', async () => {
      const folder = writeSmallSite(sitesDir, 'bakery', {
        'returns.how': {
          tests: {
            en: [
              { ask: 'can I pay with paypal', expect: 'returns.how' },
              { ask: 'how do I return something', expect: 'none' },
              { ask: 'zzz', expect: 'returns.how' },
            ],
          },
        },
      });
      expect(await solodesk('test', folder)).toBe(1);
      expect(printed).toMatch(
        /✗ en {2}can I pay with paypal {2}35:\d+\n +expected {2}returns.how\n +got {7}payment.methods \(\d+ %\)/,
      );
      expect(printed).toMatch(/expected {2}none \(no answer\)\n +got {7}returns.how \(\d+ %\)/);
      expect(printed).toMatch(/✗ en {2}zzz .*\n +expected {2}returns.how\n +got {7}none: nothing was recognised/);
      expect(printed).toContain('3 failed, 5 passed, 8 in all');
      expect(printed).toContain('in other words than the test has');

      expect(await solodesk('test', folder, '--format', 'json')).toBe(1);
      const report = json<TestReport>();
      expect(report).toMatchObject({ passed: 5, failed: 3 });
      expect(report.sites[0]?.languages).toEqual({
        en: { answerable: { total: 4, passed: 2 }, outOfScope: { total: 2, passed: 1 } },
        zh: { answerable: { total: 2, passed: 2 }, outOfScope: { total: 0, passed: 0 } },
      });
      expect(report.sites[0]?.tests.find(({ ask }) => ask === 'can I pay with paypal')).toMatchObject({
        file: join(folder, 'faq/returns.json'),
        line: 35,
        intent: 'returns.how',
        locale: 'en',
        expect: 'returns.how',
        got: 'payment.methods',
        passed: false,
      });
    });

    it('says where a site would be refused, rather than testing half of it', async () => {
      const folder = writeSmallSite(sitesDir, 'bakery');
      writeFileSync(join(folder, 'faq/more.json'), '{ "category": "more", "faqs": [{}] }');
      expect(await solodesk('test')).toBe(1);
      expect(printed).toContain('the server would refuse "bakery"');
      expect(printed).toMatch(/more\.json:1:32 "intent" is missing/);
    });
  });
});
