import { join } from 'node:path';
import { lintSiteFolder } from '@solodesk/faq';
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

export interface LintReport {
  sites: { site: string; findings: LintFinding[] }[];
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
        return { site: id, findings: findings.map((finding) => located(finding, sitesDir)) };
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
function located(finding: LintFinding, sitesDir: string): LintFinding {
  return { ...finding, file: shown(join(sitesDir, finding.file)) };
}

export function reportOf(sites: LintReport['sites']): LintReport {
  const all = sites.flatMap(({ findings }) => findings);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  return { sites, errors, warnings: all.length - errors };
}

/** As linters print it: a heading a file, a line a finding, and how many there are. */
export function lintText({ sites, errors, warnings }: LintReport, paint: Paint): string {
  const lines: string[] = [];
  for (const { findings } of sites) {
    for (const file of new Set(findings.map((finding) => finding.file))) {
      const own = findings.filter((finding) => finding.file === file);
      const width = Math.max(...own.map(({ line, column }) => `${line}:${column}`.length));
      lines.push(paint('underline', file), ...own.map((finding) => findingText(finding, width, paint)), '');
    }
  }
  const total = errors + warnings;
  const checked = sites.map(({ site }) => site).join(', ');
  if (total === 0) return paint('green', `✓ Nothing to complain about in ${checked}.`);
  const counts = `${total} ${total === 1 ? 'problem' : 'problems'} (${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'})`;
  return [...lines, paint(errors > 0 ? 'red' : 'yellow', `✖ ${counts}`)].join('\n');
}

function findingText({ line, column, severity, message, rule }: LintFinding, width: number, paint: Paint): string {
  const place = `${line}:${column}`.padStart(width);
  const kind = severity === 'error' ? paint('red', 'error  ') : paint('yellow', 'warning');
  return `  ${paint('dim', place)}  ${kind}  ${message}  ${paint('dim', rule)}`;
}
