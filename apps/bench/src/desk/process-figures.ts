import { readFileSync } from 'node:fs';

/** The kernel counts CPU time in ticks of 10 ms (USER_HZ is 100 on every Linux that Node runs on). */
const TICK_MICROS = 10_000;

/** CPU time of a process so far, all threads, user and system, in microseconds. Its children are not counted. */
export function cpuMicros(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold anything; the fields after it are numbers.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MICROS;
}

/** Memory that belongs to a process alone, in bytes: what would be free if it were not there. */
export function privateBytes(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return (['Private_Clean', 'Private_Dirty'] as const)
    .map((name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0) * 1024)
    .reduce((sum, bytes) => sum + bytes, 0);
}
