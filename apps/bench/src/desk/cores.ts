import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Which core serves and which makes the load, so that neither slows the other. */
export interface Cores {
  server: number;
  load: number;
}

/** Picks two of the cores that this process may use. @throws when there is only one, or no `taskset`. */
export function pickCores(): Cores {
  const [server, load] = allowedCores();
  if (server === undefined || load === undefined) throw new Error('two cores are needed: one serves, one makes load');
  return { server, load };
}

/** Pins this process, and with it what it starts without a core of its own. */
export function pinThisProcess(core: number): void {
  execFileSync('taskset', ['-a', '-c', '-p', String(core), String(process.pid)], { stdio: 'ignore' });
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
