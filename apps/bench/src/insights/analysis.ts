import { judge, round } from '../command/bench-result.ts';
import type { BenchResult } from '../command/bench-result.ts';
import { askChild } from '../desk/ask-child.ts';
import { endChild, startChild } from '../desk/child-processes.ts';
import { onCore, pickCores } from '../desk/cores.ts';
import { benchEntry } from '../desk/repository.ts';
import type { AnalysisAnswer, AnalysisOrder } from './analysis-run.ts';

const MESSAGES = 1_000_000;
/** What the garbage collector may be late with. Megabytes. */
const FLAT_MB = 48;
const TARGETS = [
  { figure: 'messages', atLeast: MESSAGES },
  { figure: 'messagesPerSecond', atLeast: 4_000 },
  { figure: 'twiceTheRowsTimes', atMost: 2.2 },
  { figure: 'growthMb', atMost: FLAT_MB },
];

/** A million messages in two languages cleaned, felt and sorted into themes on one core; by processor time, the first half beside. */
export async function benchAnalysis(): Promise<BenchResult> {
  const all = await run({ messages: MESSAGES, seed: 1 });
  const figures = {
    messages: MESSAGES,
    seconds: round(all.seconds),
    messagesPerSecond: Math.round(MESSAGES / all.cpuSeconds),
    twiceTheRowsTimes: round(all.cpuSeconds / all.halfCpuSeconds),
    growthMb: round(all.peakMb - all.earlyMb),
    peakMb: round(all.peakMb),
    themes: all.themes,
  };
  return {
    ...{ name: 'analysis', figures, runs: 1, repeats: [figures], targets: judge(TARGETS, figures) },
    control: { cpuSeconds: round(all.cpuSeconds), halfCpuSeconds: round(all.halfCpuSeconds) },
  };
}

async function run(order: AnalysisOrder): Promise<AnalysisAnswer> {
  const child = startChild(...onCore(pickCores().server, process.execPath, [benchEntry('analysis-run')]), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    return await askChild<AnalysisAnswer>(child, order, 12 * 60_000);
  } finally {
    await endChild(child);
  }
}
