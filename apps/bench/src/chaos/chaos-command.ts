import type { Command, MutantName } from '../command/parse-command.ts';
import { progress, writeJson } from '../command/report.ts';
import { awaitBot } from '../desk/await-bot.ts';
import { setUpOwner } from '../desk/connect.ts';
import { pickCores, pinThisProcess } from '../desk/cores.ts';
import type { Cores } from '../desk/cores.ts';
import { freePort } from '../desk/free-port.ts';
import { makeScratch } from '../desk/scratch.ts';
import { seededRandom } from '../desk/seeded-random.ts';
import { startServer } from '../desk/start-server.ts';
import { readPhrasings } from '../reply/sentences.ts';
import { buildMutant } from './build-mutant.ts';
import { chaosRun } from './chaos-run.ts';
import type { Violation } from './history.ts';
import { MUTANT_FAULTS } from './mutants.ts';
import { openPostOffice } from './post-office.ts';
import { sellTimes } from './sell-times.ts';

type ChaosCommand = Extract<Command, { kind: 'chaos' }>;

export interface ChaosResult {
  runs: number;
  acked: number;
  violations: (Violation & { run: number })[];
  seed: number;
  mutant?: MutantName;
  /** How much there was to be checked at the end. */
  tickets: number;
  mails: number;
  appointments: number;
}

const SITES = ['shop-a', 'shop-b', 'shop-c'];
/** A part of the shop's FAQs: enough to be understood, and soon learned. */
const LEARNED = ['shop.json', 'returns.json'];

/** Runs chaos on the server as it is shipped, or on mutants. Resolves to the exit code. */
export async function runChaos(command: ChaosCommand): Promise<number> {
  const seed = command.seed ?? Math.floor(Math.random() * 2 ** 31);
  progress(`seed ${seed}`);
  const cores = pickCores();
  pinThisProcess(cores.load);
  if (command.mutants.length === 0) {
    const result = await chaos(command.runs, seed, null, cores);
    show(result);
    if (command.json !== null) writeJson(command.json, result);
    return result.violations.length === 0 ? 0 : 1;
  }
  const results: ChaosResult[] = [];
  for (const mutant of command.mutants) {
    const result = await chaos(command.runs, seed, mutant, cores);
    show(result);
    results.push(result);
  }
  const survivors = results.filter((result) => !isCaught(result)).map((result) => result.mutant);
  if (command.json !== null) writeJson(command.json, command.all ? { mutants: results, survivors, seed } : results[0]);
  // A single mutant is a run like any other: violations are what it is blamed for.
  if (!command.all) return results.some((result) => result.violations.length > 0) ? 1 : 0;
  console.log(survivors.length === 0 ? 'every mutant was caught' : `not caught: ${survivors.join(', ')}`);
  return survivors.length === 0 ? 0 : 1;
}

/** @param mutant null for the server as it is shipped; a mutant's runs end as soon as it is caught. */
async function chaos(runs: number, seed: number, mutant: MutantName | null, cores: Cores): Promise<ChaosResult> {
  const random = seededRandom(seed);
  const scratch = makeScratch(SITES, LEARNED);
  const phrasings = readPhrasings(`${scratch.sitesDir}/${SITES[0]}`);
  const main = mutant === null ? {} : { main: await buildMutant(mutant) };
  if (mutant !== null) progress(`mutant ${mutant}: ${MUTANT_FAULTS[mutant].fault}`);
  sellTimes(scratch.sitesDir, SITES);
  const post = await openPostOffice();
  const environment = { SMTP_URL: `smtp://127.0.0.1:${post.port}`, MAIL_FROM: 'desk@shop.example' };
  const options = {
    ...scratch,
    ...main,
    environment,
    readyWithinMs: 180_000,
    port: await freePort(),
    core: cores.server,
  };
  const result: ChaosResult = {
    runs: 0,
    acked: 0,
    violations: [],
    seed,
    tickets: 0,
    mails: 0,
    appointments: 0,
    ...(mutant !== null && { mutant }),
  };

  let server = await startServer(options);
  const owner = await setUpOwner(server);
  for (const site of SITES) await awaitBot(server.url, site, phrasings[0]!.text);
  while (result.runs < runs && !isCaught(result)) {
    result.runs += 1;
    const run = await chaosRun({ server, options, owner, sites: SITES, phrasings, random, post });
    Object.assign(result, run.owed);
    server = run.server;
    result.acked += run.acked;
    result.violations.push(...run.violations.map((violation) => ({ run: result.runs, ...violation })));
    const converged = run.convergedMs === null ? 'not converged' : `converged in ${run.convergedMs} ms`;
    progress(
      `run ${result.runs}: killed after ${run.killedAfterMs} ms, ${run.acked} acked, ${converged}, ${run.violations.length} violations`,
    );
  }
  await server.stop();
  await post.stop();
  scratch.remove();
  return result;
}

/** A mutant is caught when the checker names its own fault, and not just any. */
function isCaught({ mutant, violations }: ChaosResult): boolean {
  return mutant !== undefined && violations.some(({ kind }) => MUTANT_FAULTS[mutant].caughtBy.includes(kind));
}

function show(result: ChaosResult): void {
  const kinds = new Map<string, number>();
  for (const { kind } of result.violations) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const counted = [...kinds].map(([kind, count]) => `${count} × ${kind}`).join(', ');
  const what = result.mutant === undefined ? 'chaos' : `mutant ${result.mutant}`;
  console.log(
    `${what}: ${result.runs} runs, ${result.acked} acked, ${result.tickets} tickets, ${result.mails} mails, ${result.appointments} times sold, ${result.violations.length} violations${counted && ` (${counted})`}, seed ${result.seed}`,
  );
  for (const violation of result.violations.slice(0, 10)) console.log(`  ${JSON.stringify(violation)}`);
}
