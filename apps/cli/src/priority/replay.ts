import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Locale, PriorityRules } from '@solodesk/core';
import { readPriority } from '@solodesk/faq';
import { openSqliteStore } from '@solodesk/store-sqlite';
import { CommandError } from '../command-error.ts';
import { readSite } from '../faq/trained-site.ts';
import type { Places } from '../places.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { oneSite } from './one-site.ts';
import { replayText } from './replay-text.ts';
import { replayTickets } from './replay-tickets.ts';
import { unreadable } from '../unreadable.ts';

export interface ReplayOptions {
  site?: string;
  /** A JSON file with what `priority` of `site.json` may be; without it the site's own rules are compared with what was stored. */
  rules?: string;
  lang: Locale;
  /** How many tickets are listed whose score changes most. */
  top: number;
  json?: boolean;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** `solodesk priority replay`: what other rules would have done to past tickets. Nothing is changed. */
export async function replayCommand(
  places: Places,
  options: ReplayOptions,
  terminal: Terminal,
  now: Date,
): Promise<void> {
  const { site } = await readSite(await oneSite(places, options.site));
  const rules = options.rules === undefined ? null : await rulesIn(options.rules);
  if (!existsSync(places.database))
    throw new CommandError(`there is no database in ${places.dataDir} yet, so there are no tickets`);
  const store = await openSqliteStore({ file: places.database, log: silent });
  try {
    const replay = await replayTickets(store, site, rules, options.top, now.getTime());
    terminal.progress(null);
    terminal.print(
      options.json === true
        ? JSON.stringify(replay)
        : replayText(replay, { compared: rules !== null, locale: options.lang }, terminal.paint),
    );
  } finally {
    await store.close();
  }
}

/** @throws CommandError with every place where the file cannot be understood */
async function rulesIn(file: string): Promise<PriorityRules> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw unreadable(file, cause);
  }
  const reading = readPriority(file, text);
  if (reading.ok) return reading.rules;
  const reasons = reading.problems.map(({ line, column, message }) => `  ${file}:${line}:${column} ${message}`);
  throw new CommandError(`these rules cannot be used:\n${reasons.join('\n')}`);
}
