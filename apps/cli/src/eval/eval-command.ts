import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Locale } from '@solodesk/core';
import { CommandError, UsageError } from '../command-error.ts';
import { shown } from '../faq/site-folders.ts';
import type { SiteFolder } from '../faq/site-folders.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { evalText } from './eval-text.ts';
import { evaluateSite } from './evaluate-site.ts';
import { evalPage } from './html/eval-page.ts';
import type { SiteEvaluation } from './site-evaluation.ts';

export interface EvalOptions {
  format: 'text' | 'json';
  /** File for the page with charts. */
  html: string | undefined;
  folds: number;
  seed: number;
  lang: Locale | undefined;
}

/** Measures how well the bot understands sites, and prints it; the page is written beside that. */
export async function evalCommand(folders: readonly SiteFolder[], options: EvalOptions, terminal: Terminal) {
  if (options.html !== undefined && !existsSync(dirname(resolve(options.html)))) {
    throw new UsageError(`there is no folder ${shown(dirname(resolve(options.html)))} to write the page to`);
  }
  const evaluations: SiteEvaluation[] = [];
  for (const folder of folders) {
    evaluations.push(await evaluateSite(folder, { ...options, progress: (text) => terminal.progress(text) }));
  }
  terminal.progress(null);
  if (options.html !== undefined) await writePage(resolve(options.html), evalPage(evaluations, new Date()));
  if (options.format === 'json') {
    terminal.print(JSON.stringify({ sites: evaluations }));
    return;
  }
  terminal.print(evalText(evaluations, terminal.paint));
  if (options.html !== undefined) terminal.print(`Charts: ${shown(resolve(options.html))}`);
}

async function writePage(file: string, page: string): Promise<void> {
  try {
    await writeFile(file, page);
  } catch (cause) {
    throw new CommandError(`${shown(file)} cannot be written: ${(cause as Error).message}`);
  }
}
