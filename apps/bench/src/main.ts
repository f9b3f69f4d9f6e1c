import { join } from 'node:path';
import { benchConsole } from './console/console-bench.ts';
import { benchImport } from './import/import-bench.ts';
import { benchForm } from './form/form-bench.ts';
import { benchInsights, insightsReport } from './insights/insights-bench.ts';
import { benchLoad } from './load/load-bench.ts';
import { benchMemory } from './memory/memory-bench.ts';
import { benchNlu } from './nlu/nlu-bench.ts';
import { benchReload } from './reload/reload-bench.ts';
import { benchReply } from './reply/reply-bench.ts';
import { benchRestart } from './restart/restart-bench.ts';
import { benchSentiment } from './sentiment/sentiment-bench.ts';
import { benchSize } from './size/size-bench.ts';
import { runChaos } from './chaos/chaos-command.ts';
import type { BenchResult } from './command/bench-result.ts';
import { parseCommand, USAGE } from './command/parse-command.ts';
import type { BenchName, Command } from './command/parse-command.ts';
import { progress, report, writeJson } from './command/report.ts';
import { endChildrenOnExit } from './desk/child-processes.ts';
import { repositoryRoot } from './desk/repository.ts';

/** Where the public sets lie beside the repository, unless `--data` says otherwise. */
const usualData = (): string => join(repositoryRoot(), '../shared/data');

const BENCHES: Record<BenchName, (data: string, only: readonly string[]) => Promise<BenchResult>> = {
  size: benchSize,
  load: benchLoad,
  reply: benchReply,
  memory: benchMemory,
  restart: benchRestart,
  sentiment: benchSentiment,
  nlu: benchNlu,
  reload: benchReload,
  import: benchImport,
  form: benchForm,
  // Its data are its own: what is given is where they are kept.
  console: (data) => benchConsole(data === usualData() ? null : data),
};

/** The longest that a benchmark, or one run of chaos, may take with everything around it. */
const BENCH_WITHIN_MS = 20 * 60_000;
/** nlp.js alone takes minutes for each of the large sets. */
const NLU_WITHIN_MS = 60 * 60_000;
const INSIGHTS_WITHIN_MS = 60 * 60_000;
const CHAOS_RUN_WITHIN_MS = 60_000;

/** Whatever hangs, the program ends, and its children with it. */
function endInTime(command: Command): void {
  const chaosMs = (runs: number, servers: number) => servers * (3 * CHAOS_RUN_WITHIN_MS + runs * CHAOS_RUN_WITHIN_MS);
  const benchMs = (name: BenchName) => (name === 'nlu' ? NLU_WITHIN_MS : BENCH_WITHIN_MS);
  const ms =
    command.kind === 'chaos'
      ? chaosMs(command.runs, Math.max(1, command.mutants.length))
      : command.kind === 'bench'
        ? benchMs(command.name)
        : INSIGHTS_WITHIN_MS;
  setTimeout(() => {
    console.error(`not finished within ${ms / 60_000} minutes`);
    process.exit(1);
  }, ms).unref();
}

/** Resolves to the exit code: 0 when every figure was reached. */
async function run(command: Command): Promise<number> {
  if (command.kind === 'chaos') return runChaos(command);
  if (command.kind === 'insights') return runInsights(command);
  const result = await BENCHES[command.name](command.data ?? usualData(), command.only);
  report(result, command.json);
  return result.targets.every((target) => target.met) ? 0 : 1;
}

/** One JSON of every part on standard output; what was missed is said beside it. */
async function runInsights({ parts, json, data }: Extract<Command, { kind: 'insights' }>): Promise<number> {
  const results = await benchInsights(data ?? usualData(), parts);
  const insights = insightsReport(results);
  process.stdout.write(`${JSON.stringify(insights, null, 2)}\n`);
  if (json !== null) writeJson(json, insights);
  const missed = Object.entries(results).flatMap(([part, { targets }]) =>
    targets.filter(({ met }) => !met).map(({ figure }) => `${part}.${figure}`),
  );
  if (missed.length > 0) progress(`MISSED: ${missed.join(', ')}`);
  return missed.length === 0 ? 0 : 1;
}

function readCommand(): Command {
  try {
    return parseCommand(process.argv.slice(2));
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}\n`);
    process.exit(2);
  }
}

const command = readCommand();
endChildrenOnExit();
endInTime(command);
run(command).then(
  (code) => process.exit(code),
  (cause: unknown) => {
    console.error(cause);
    process.exit(1);
  },
);
