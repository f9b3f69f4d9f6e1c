import type { Paint } from '../terminal/terminal.ts';
import { counts } from './run-tests.ts';
import type { LanguageCounts, TestCounts, TestResult } from './run-tests.ts';
import type { SiteTestReport, TestReport } from './test-report.ts';

const NAMES: Readonly<Record<string, string>> = { en: 'English', zh: 'Chinese' };

const EXPECTED: Readonly<Record<string, string>> = {
  none: 'none (no answer)',
  product: 'product (an answer from products.csv)',
  emergency: 'emergency (the emergency number)',
};

/** The test's own sentence among the phrasings would pass, and prove nothing. */
const ADVICE =
  'To mend one, give the FAQ that is expected more phrasings, in other words than the test has; "faq eval" shows which are missing.';

/** As test runners print it: a line a file, what failed under it, and the sums by language. */
export function testText(report: TestReport, paint: Paint, verbose: boolean): string {
  return [
    ...report.sites.flatMap((site) => siteText(site, paint, verbose)),
    ...(report.failed > 0 ? [ADVICE, ''] : []),
    `${paint('bold', 'Tests')}  ${verdict(report, paint)}`,
    `${paint('bold', 'Time')}   ${report.seconds.toFixed(1)} s`,
  ].join('\n');
}

function siteText(report: SiteTestReport, paint: Paint, verbose: boolean): string[] {
  const { site, name, trainSeconds, tests, languages } = report;
  const head = `${paint('bold', site)}  ${name}  ${paint('dim', `(trained in ${trainSeconds.toFixed(1)} s)`)}`;
  if (tests.length === 0) {
    return [head, `  ${paint('yellow', 'no tests; add "tests" to the FAQs')}`, ''];
  }
  const files = [...new Set(tests.map(({ file }) => file))].flatMap((file) =>
    fileText(
      file,
      tests.filter((test) => test.file === file),
      paint,
      verbose,
    ),
  );
  const sums = Object.entries(languages).map(([locale, own]) => languageText(NAMES[locale] ?? locale, own, paint));
  return [head, '', ...files, '', ...sums, ''];
}

function fileText(file: string, tests: readonly TestResult[], paint: Paint, verbose: boolean): string[] {
  const { total, passed } = counts(tests);
  const shown = verbose ? tests : tests.filter((test) => !test.passed);
  const head = `${mark(passed === total, paint)} ${file}  ${paint('dim', `${passed} of ${total}`)}`;
  return [head, ...shown.flatMap((test) => resultText(test, paint))];
}

function resultText(test: TestResult, paint: Paint): string[] {
  const { line, column, locale, ask, expect, passed } = test;
  const head = `    ${mark(passed, paint)} ${locale}  ${ask}`;
  if (passed) return [`${head}  ${paint('dim', `${expect} ${figure(test)}`.trimEnd())}`];
  return [
    `${head}  ${paint('dim', `${line}:${column}`)}`,
    `          expected  ${paint('green', EXPECTED[expect] ?? expect)}`,
    `          got       ${paint('red', gotText(test))}`,
  ];
}

function gotText(test: TestResult): string {
  if (test.got === 'emergency') return `the emergency number, for the red flag "${test.likeliest ?? ''}"`;
  if (test.got === 'product') return 'an answer from the catalogue';
  if (test.got !== 'none') return `${test.got} ${figure(test)}`;
  if (test.likeliest === null) return 'none: nothing was recognised';
  return `none: the likeliest was ${test.likeliest} ${figure(test)}, too unsure to answer`;
}

function figure({ likeliest, confidence }: TestResult): string {
  return likeliest === null ? '' : `(${(100 * confidence).toFixed(0)} %)`;
}

function languageText(name: string, { answerable, outOfScope }: LanguageCounts, paint: Paint): string {
  const parts = [
    ...(answerable.total > 0 ? [`${share(answerable)} right`] : []),
    ...(outOfScope.total > 0 ? [`${share(outOfScope)} out-of-scope questions left unanswered`] : []),
  ];
  return `  ${paint('bold', name.padEnd(7))}  ${parts.length > 0 ? parts.join(', ') : paint('yellow', 'no tests')}`;
}

function share({ total, passed }: TestCounts): string {
  return `${passed} of ${total} (${((100 * passed) / total).toFixed(1)} %)`;
}

function verdict({ passed, failed }: TestReport, paint: Paint): string {
  const all = passed + failed;
  if (all === 0) return paint('yellow', 'none');
  const failures = failed > 0 ? `${paint('red', `${failed} failed`)}, ` : '';
  return `${failures}${paint('green', `${passed} passed`)}, ${all} in all`;
}

function mark(passed: boolean, paint: Paint): string {
  return passed ? paint('green', '✓') : paint('red', '✗');
}
