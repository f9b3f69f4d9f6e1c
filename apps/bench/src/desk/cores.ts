import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Which core serves and which makes the load, so that neither slows the other. */
export interface Cores {
  server: number;
  load: number;
}

/** Of this process as it was started: once it is pinned, it may use one only. */
const ALLOWED = allowedCores();
let isPinned = false;

/** Picks two of the cores that this process may use. @throws when there is only one, or no `taskset`. */
export function pickCores(): Cores {
  const [server, load] = ALLOWED;
  if (server === undefined || load === undefined) throw new Error('two cores are needed: one serves, one makes load');
  return { server, load };
}

/** Pins this process, and with it what it starts without a core of its own. */
export function pinThisProcess(core: number): void {
  useCores([core]);
  isPinned = true;
}

/** Lets it use all that it was started with again, before the next part of a bench. */
export function unpinThisProcess(): void {
  if (isPinned) useCores(ALLOWED);
  isPinned = false;
}

function useCores(cores: readonly number[]): void {
  execFileSync('taskset', ['-a', '-c', '-p', cores.join(','), String(process.pid)], { stdio: 'ignore' });
}

/** The command that runs another one on one core; the process keeps the same id. */
export function onCore(core: number, command: string, args: readonly string[]): [string, string[]] {
  return ['taskset', ['-c', String(core), command, ...args]];
}

function allowedCores(): number[] {
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
  return list.split(',').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}
