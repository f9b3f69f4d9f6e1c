import { join } from 'node:path';
import { faqRows, lintSiteFolder, readSiteFiles } from '@solodesk/faq';
import type { LintFinding } from '@solodesk/faq';
import { FoundFault } from '../command-error.ts';
import type { Paint, Terminal } from '../terminal/terminal.ts';
import { askForLink } from './ask-for-link.ts';
import { shown } from './site-folders.ts';
import type { SiteFolder } from './site-folders.ts';

export interface LintOptions {
  format: 'text' | 'json';
  /** More warnings than this are a fault as well; left out: any number is fine. */
  maxWarnings?: number;
  /** Requests each link, too. */
  online: boolean;
}

/** What a starter pack left to its owner, by a remark `_edit` in an FAQ. No fault: nothing wrong is said. */
export interface LeftToOwner {
  file: string;
  line: number;
  what: string;
}

export interface LintReport {
  sites: { site: string; faqs: number; findings: LintFinding[]; leftToOwner: LeftToOwner[] }[];
  errors: number;
  warnings: number;
}

/** Lints sites, prints what was found, and fails (FoundFault) on errors or too many warnings. */
export async function lintCommand(folders: readonly SiteFolder[], options: LintOptions, terminal: Terminal) {
  const ask = (address: string) => {
    terminal.progress(`asking for ${address} …`);
    return askForLink(address);
  };
  const report = reportOf(
    await Promise.all(
      folders.map(async ({ sitesDir, id }) => {
        const findings = await lintSiteFolder(sitesDir, id, options.online ? { ask } : {});
        const rows = faqRows(await readSiteFiles(sitesDir, id));
        const leftToOwner = rows.flatMap(({ file, line, toDo }) => {
          const what = toDo?.en ?? toDo?.zh;
          return what === undefined ? [] : [located({ file, line, what }, sitesDir)];
        });
        return {
          site: id,
          faqs: rows.length,
          findings: findings.map((finding) => located(finding, sitesDir)),
          leftToOwner,
        };
      }),
    ),
  );
  terminal.progress(null);
  terminal.print(options.format === 'json' ? JSON.stringify(report) : lintText(report, terminal.paint));
  const tooMany = options.maxWarnings !== undefined && report.warnings > options.maxWarnings;
  if (tooMany && report.errors === 0 && options.format === 'text') {
    terminal.print(terminal.paint('red', `More than ${options.maxWarnings} warnings.`));
  }
  if (report.errors > 0 || tooMany) throw new FoundFault();
}

/** Files by the path under which an editor finds them from here. */
function located<T extends { file: string }>(at: T, sitesDir: string): T {
  return { ...at, file: shown(join(sitesDir, at.file)) };
}

function reportOf(sites: LintReport['sites']): LintReport {
  const all = sites.flatMap(({ findings }) => findings);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  return { sites, errors, warnings: all.length - errors };
}

/** As linters print it: a heading a file, a line a finding, and how many there are. */
function lintText({ sites, errors, warnings }: LintReport, paint: Paint): string {
  const lines: string[] = [];
  for (const { findings } of sites) {
    for (const file of new Set(findings.map((finding) => finding.file))) {
      const own = findings.filter((finding) => finding.file === file);
      const width = Math.max(...own.map(({ line, column }) => `${line}:${column}`.length));
      lines.push(paint('underline', file), ...own.map((finding) => findingText(finding, width, paint)), '');
    }
  }
  const total = errors + warnings;
  for (const report of sites) lines.push(...yourTurn(report, paint));
  const checked = sites.map(({ site }) => site).join(', ');
  if (total === 0) return [...lines, paint('green', `✓ Nothing to complain about in ${checked}.`)].join('\n');
  const counts = `${total} ${total === 1 ? 'problem' : 'problems'} (${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'})`;
  return [...lines, paint(errors > 0 ? 'red' : 'yellow', `✖ ${counts}`)].join('\n');
}

/** What nobody else can write. */
function yourTurn({ site, faqs, findings, leftToOwner: left }: LintReport['sites'][number], paint: Paint): string[] {
  const broken = findings.some(({ file, severity }) => severity === 'error' && /[\\/]faq[\\/][^\\/]+$/.test(file));
  if (faqs === 0 && broken) return [`No FAQ of ${site} can be read before that is mended.`, ''];
  if (faqs === 0) return [`${site} has no FAQs that can be read yet; write them into faq/*.json.`, ''];
  if (left.length === 0) return [];
  const answers = left.length === 1 ? 'One answer in' : `${left.length} answers in`;
  return [
    `${answers} ${site} may need facts that only you know. Write them, then take the "_edit" beside them out:`,
    ...left.map(({ file, line, what }) => `  ${paint('dim', `${file}:${line}`)}  ${what}`),
    '',
  ];
}

function findingText({ line, column, severity, message, rule }: LintFinding, width: number, paint: Paint): string {
  const place = `${line}:${column}`.padStart(width);
  const kind = severity === 'error' ? paint('red', 'error  ') : paint('yellow', 'warning');
  return `  ${paint('dim', place)}  ${kind}  ${message}  ${paint('dim', rule)}`;
}
