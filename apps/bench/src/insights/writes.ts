import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openSqliteStore } from '@solodesk/store-sqlite';
import { judge } from '../command/bench-result.ts';
import type { BenchResult } from '../command/bench-result.ts';
import { onCore, pickCores } from '../desk/cores.ts';
import { insightsMain } from '../desk/repository.ts';
import { demoSite, makeScratch } from '../desk/scratch.ts';
import { readPhrasings } from '../reply/sentences.ts';
import { writeHistory } from './history.ts';

const SITE = 'shop';
/** A desk so busy that what is found of a day has megabytes. */
const HISTORY = { days: 35, talks: 3_000 };
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const TARGETS = [
  { figure: 'days', atLeast: HISTORY.days - 1 },
  { figure: 'longestWriteMs', atMost: 20 },
];

interface Summary {
  sites: { days: number; saved: number; writes: number; longestWriteMs: number }[];
}

/** How long the batch keeps the database from the chats at a time, from the beginning of a transaction until it is committed. */
export async function benchWrites(): Promise<BenchResult> {
  const scratch = makeScratch([SITE]);
  const file = join(scratch.dataDir, 'solodesk.sqlite');
  // Makes the tables.
  await (await openSqliteStore({ file, log: silent })).close();
  const texts = readPhrasings(demoSite()).map(({ text }) => text);
  const events = writeHistory(file, SITE, { ...HISTORY, texts });
  const args = [insightsMain(), '--database', file, '--sites', scratch.sitesDir, '--site', SITE, '--json'];
  const [command, all] = onCore(pickCores().server, process.execPath, args);
  const { stdout } = await promisify(execFile)(command, all, { maxBuffer: 64_000_000 });
  scratch.remove();
  const [summary] = (JSON.parse(stdout) as Summary).sites;
  if (summary === undefined) throw new Error(`the batch found no site: ${stdout}`);
  const { days, saved, writes, longestWriteMs } = summary;
  const figures = { days, results: saved, writes, longestWriteMs };
  const targets = judge(TARGETS, figures);
  return { name: 'writes', figures, control: { historyEvents: events }, runs: 1, repeats: [figures], targets };
}
