import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openSqliteStore } from '@solodesk/store-sqlite';
import { judge, medians, round } from '../command/bench-result.ts';
import type { BenchResult } from '../command/bench-result.ts';
import { onCore, pickCores } from '../desk/cores.ts';
import { insightsMain } from '../desk/repository.ts';
import { demoSite, makeScratch } from '../desk/scratch.ts';
import { readPhrasings } from '../reply/sentences.ts';
import { forgetResults, writeHistory } from './history.ts';
import { longestPlainWrite } from './plain-writes.ts';

const SITE = 'shop';
/** A desk so busy that what is found of a day has megabytes. */
const HISTORY = { days: 35, talks: 3_000 };
const RUNS = 3;
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const TARGETS = [
  { figure: 'days', atLeast: HISTORY.days - 1 },
  { figure: 'longestWriteMs', atMost: 20 },
];

interface Summary {
  sites: { days: number; saved: number; writes: number; longestWriteMs: number }[];
}

/**
 * How long the batch keeps the database from the chats at a time, from the beginning of a transaction until it is committed: the longest of all
 * runs. The control is the longest of as many transactions that do nothing but write.
 */
export async function benchWrites(): Promise<BenchResult> {
  const scratch = makeScratch([SITE]);
  const file = join(scratch.dataDir, 'solodesk.sqlite');
  // Makes the tables.
  await (await openSqliteStore({ file, log: silent })).close();
  const texts = readPhrasings(demoSite()).map(({ text }) => text);
  const historyEvents = writeHistory(file, SITE, { ...HISTORY, texts });
  const args = [insightsMain(), '--database', file, '--sites', scratch.sitesDir, '--site', SITE, '--json'];
  const [command, all] = onCore(pickCores().server, process.execPath, args);
  const repeats: Record<string, number>[] = [];
  const plain: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    forgetResults(file);
    const { stdout } = await promisify(execFile)(command, all, { maxBuffer: 64_000_000 });
    const [summary] = (JSON.parse(stdout) as Summary).sites;
    if (summary === undefined) throw new Error(`the batch found no site: ${stdout}`);
    const { days, saved, writes, longestWriteMs } = summary;
    repeats.push({ days, results: saved, writes, longestWriteMs });
    plain.push(await longestPlainWrite(join(scratch.dataDir, `plain-${run}.sqlite`), writes));
  }
  scratch.remove();
  const longestWriteMs = Math.max(...repeats.map((each) => each.longestWriteMs ?? Infinity));
  const figures = { ...medians(repeats), longestWriteMs };
  const control = { historyEvents, longestPlainWriteMs: round(Math.max(...plain)) };
  return { name: 'writes', figures, control, runs: RUNS, repeats, targets: judge(TARGETS, figures) };
}
