import { askChild } from '../desk/ask-child.ts';
import { endChild, startChild } from '../desk/child-processes.ts';
import { onCore, pickCores } from '../desk/cores.ts';
import { benchEntry } from '../desk/repository.ts';
import { makeScratch } from '../desk/scratch.ts';
import type { BenchResult } from '../command/bench-result.ts';
import { judge, medians } from '../command/bench-result.ts';
import { progress } from '../command/report.ts';
import type { ImportAnswer, ImportOrder } from './import-run.ts';
import { writeOrderFile } from './order-lines.ts';

const LINES = 100_000;
/** A file of twice as many needs no more memory but for what the database's own cache still lacks. */
const MORE = 200_000;
/** The database's page cache, which fills up as the file grows (`cache_size` in store-sqlite's connection). Megabytes. */
const CACHE_MB = 32;
const REPEATS = 3;

/**
 * How long an export of 100,000 order lines takes to import, twice, and how much memory, beside inserting its rows alone; and
 * how long it takes to take it back (some 40,000 orders and 20,000 customers), and keeps others from being answered.
 */
export async function benchImport(): Promise<BenchResult> {
  const { server: core } = pickCores();
  const scratch = makeScratch([]);
  const [all, more] = [scratch.file('orders.csv'), scratch.file('more.csv')];
  const bytes = await writeOrderFile(all, LINES);
  await writeOrderFile(more, MORE);
  const repeats = [];
  for (let round = 1; round <= REPEATS; round++) {
    const database = scratch.file(`${round}.sqlite`);
    const first = await run(core, { how: 'import', database, file: all, lines: LINES });
    const again = await run(core, { how: 'import', database, file: all, lines: LINES });
    const { undone, seconds: undoSeconds } = await run(core, { how: 'undo', database, file: all, lines: LINES });
    const long = await run(core, {
      how: 'import',
      database: scratch.file(`${round}-more.sqlite`),
      file: more,
      lines: MORE,
    });
    const raw = await run(core, { how: 'raw', database: scratch.file(`${round}-raw.sqlite`), file: all, lines: LINES });
    progress(`round ${round}: ${first.seconds.toFixed(2)} s, and ${raw.seconds.toFixed(2)} s for the rows alone`);
    repeats.push({
      seconds: first.seconds,
      linesPerSecond: LINES / first.seconds,
      againSeconds: again.seconds,
      rssMb: first.peakMb - first.startMb,
      // What twice as many lines need more: flat is nothing.
      rssGrowthMb: long.peakMb - first.peakMb,
      newOrders: first.counts.new,
      againSame: again.counts.same === first.counts.new && again.counts.new + again.counts.changed === 0,
      noneRefused: first.counts.refused + again.counts.refused === 0,
      undoSeconds,
      undoneRecords: undone?.removed ?? 0,
      undoneAll: undone?.left === 0,
      undoBlockedP99Ms: undone?.blockedP99Ms ?? Infinity,
      undoBlockedMaxMs: undone?.blockedMaxMs ?? Infinity,
      rawSeconds: raw.seconds,
      rawRssMb: raw.peakMb - raw.startMb,
    });
  }
  scratch.remove();
  const { rawSeconds, rawRssMb, ...figures } = medians(repeats);
  return {
    name: 'import',
    figures: { ...figures, lines: LINES, fileMb: Math.round(bytes / 104_857.6) / 10 },
    control: { rawSeconds: rawSeconds!, rawRssMb: rawRssMb! },
    runs: REPEATS,
    repeats,
    targets: judge(
      [
        { figure: 'seconds', atMost: 10 },
        { figure: 'rssGrowthMb', atMost: CACHE_MB },
        { figure: 'againSame', equals: true },
        { figure: 'noneRefused', equals: true },
        { figure: 'undoSeconds', atMost: 10 },
        { figure: 'undoneAll', equals: true },
      ],
      figures,
    ),
  };
}

async function run(core: number, order: ImportOrder): Promise<ImportAnswer> {
  const child = startChild(...onCore(core, process.execPath, [benchEntry('import-run')]), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    return await askChild<ImportAnswer>(child, order, 5 * 60_000);
  } finally {
    await endChild(child);
  }
}
