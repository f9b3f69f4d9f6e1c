import { join } from 'node:path';
import type { Locale } from '@solodesk/core';
import { siteTests } from '@solodesk/faq';
import { FoundFault } from '../command-error.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { countByLanguage, runTests } from './run-tests.ts';
import { shown } from './site-folders.ts';
import type { SiteFolder } from './site-folders.ts';
import type { SiteTestReport, TestReport } from './test-report.ts';
import { testText } from './test-text.ts';
import { readSite, trainedModel } from './trained-site.ts';

export interface TestOptions {
  format: 'text' | 'json';
  /** Only the tests of this language. */
  lang: Locale | undefined;
  /** Prints each test, not only what failed. */
  verbose: boolean;
}

/** Runs the tests of sites against the models that the server would train; fails (FoundFault) when one fails. */
export async function testCommand(folders: readonly SiteFolder[], options: TestOptions, terminal: Terminal) {
  const start = performance.now();
  const sites: SiteTestReport[] = [];
  for (const folder of folders) {
    terminal.progress(`${folder.id}: training …`);
    sites.push(await testSite(folder, options.lang));
  }
  terminal.progress(null);
  const all = sites.flatMap(({ tests }) => tests);
  const passed = all.filter((test) => test.passed).length;
  const seconds = (performance.now() - start) / 1000;
  const report: TestReport = { passed, failed: all.length - passed, seconds, sites };
  terminal.print(
    options.format === 'json' ? JSON.stringify(report) : testText(report, terminal.paint, options.verbose),
  );
  if (report.failed > 0) throw new FoundFault();
}

export async function testSite(folder: SiteFolder, lang: Locale | undefined): Promise<SiteTestReport> {
  const read = await readSite(folder);
  const { files, site, book, catalogue } = read;
  const tests = siteTests(files, lang === undefined ? site.locales : [lang]);
  const { model, seconds } = await trainedModel(read);
  const results = runTests(tests, { site, book, model, catalogue });
  return {
    site: site.id,
    name: site.name,
    trainSeconds: seconds,
    languages: countByLanguage(results, lang === undefined ? site.locales : [lang]),
    tests: results.map((result) => ({ ...result, file: shown(join(folder.sitesDir, result.file)) })),
  };
}
